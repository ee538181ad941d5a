import type { Kysely } from 'kysely'
import { fromJson, toJson } from '../json.ts'
import type { Told } from '../../../records/decision.ts'
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

/** What was told in answers since then, under the ids of then; destinations without any are absent. */
export async function readAnswered(
  db: Kysely<Tables>,
  destinations: readonly string[],
  since: number,
): Promise<ReadonlyMap<string, readonly Told[]>> {
  const answered = new Map<string, Told[]>()
  for (const some of inChunks(destinations, AT_ONCE)) {
    const rows = await db
      .selectFrom('answered')
      .select(['destination', 'story_id', 'at', 'articles'])
      .where('destination', 'in', some)
      .where('at', '>=', since)
      .execute()
    for (const { destination, story_id: storyId, at, articles } of rows) {
      const own = answered.get(destination) ?? []
      answered.set(destination, own)
      own.push({ storyId, at, articles: fromJson(articles) })
    }
  }
  return answered
}

const AT_ONCE = 500
