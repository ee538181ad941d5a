import type { Kysely } from 'kysely'
import { fromJson, toJson } from '../json.ts'
import type { Told } from '../store.ts'
import type { Tables } from '../tables.ts'

export async function keepAnswered(
  db: Kysely<Tables>,
  destination: string,
  answer: string,
  stories: readonly Told[],
): Promise<void> {
  for (const { storyId, at, articles } of stories) {
    await db
      .insertInto('answered')
      .values({ destination, story_id: storyId, at, answer, articles: toJson(articles) })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
}

/** Under the ids that the stories lead to now. */
export async function readAnswered(
  db: Kysely<Tables>,
  destination: string,
  storyIds?: readonly string[],
): Promise<readonly Told[]> {
  const rows = await db
    .selectFrom('answered')
    .leftJoin('story', 'story.id', 'answered.story_id')
    .leftJoin('story as target', 'target.row', 'story.merged_into')
    .select(['answered.story_id', 'answered.at', 'answered.articles', 'target.id as target_id'])
    .where('answered.destination', '=', destination)
    .execute()
  return rows
    .map((row) => ({
      storyId: row.target_id ?? row.story_id,
      at: row.at,
      articles: fromJson(row.articles),
    }))
    .filter(({ storyId }) => storyIds === undefined || storyIds.includes(storyId))
}

/** What a destination knows from messages and answers together. */
export function withAnswered(
  told: ReadonlyMap<string, Told>,
  answered: readonly Told[],
): ReadonlyMap<string, Told> {
  const all = new Map(told)
  for (const telling of answered) {
    const other = all.get(telling.storyId)
    all.set(telling.storyId, {
      storyId: telling.storyId,
      at: Math.max(telling.at, other?.at ?? telling.at),
      articles: [...new Set([...(other?.articles ?? []), ...telling.articles])],
    })
  }
  return all
}
