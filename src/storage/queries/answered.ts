import type { Kysely } from 'kysely'
import { fromJson, toJson } from '../json.ts'
import type { Told } from '../store.ts'
import type { Tables } from '../tables.ts'
import { inChunks } from './in-chunks.ts'

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
  const answered = (await readAllAnswered(db, [destination], 0)).get(destination) ?? []
  return answered.filter(({ storyId }) => storyIds === undefined || storyIds.includes(storyId))
}

/** What was told in answers since then; destinations without any are absent. */
export async function readAllAnswered(
  db: Kysely<Tables>,
  destinations: readonly string[],
  since: number,
): Promise<ReadonlyMap<string, readonly Told[]>> {
  const answered = new Map<string, Told[]>()
  for (const some of inChunks(destinations, AT_ONCE)) {
    const rows = await db
      .selectFrom('answered')
      .leftJoin('story', 'story.id', 'answered.story_id')
      .leftJoin('story as target', 'target.row', 'story.merged_into')
      .select([
        'answered.destination',
        'answered.story_id',
        'answered.at',
        'answered.articles',
        'target.id as target_id',
      ])
      .where('answered.destination', 'in', some)
      .where('answered.at', '>=', since)
      .execute()
    for (const row of rows) {
      const own = answered.get(row.destination) ?? []
      answered.set(row.destination, own)
      own.push({
        storyId: row.target_id ?? row.story_id,
        at: row.at,
        articles: fromJson(row.articles),
      })
    }
  }
  return answered
}

const AT_ONCE = 500

/** What each destination knows from messages and answers together; those without answers keep the map they share with others. */
export function withAnsweredStates(
  states: ReadonlyMap<string, ReadonlyMap<string, Told>>,
  answered: ReadonlyMap<string, readonly Told[]>,
): ReadonlyMap<string, ReadonlyMap<string, Told>> {
  if (answered.size === 0) return states
  const all = new Map(states)
  for (const [destination, own] of answered)
    all.set(destination, withAnswered(states.get(destination) ?? new Map(), own))
  return all
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
