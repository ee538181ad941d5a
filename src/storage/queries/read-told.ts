import type { Kysely } from 'kysely'
import { fromJson } from '../json.ts'
import type { Told, Telling } from '../store.ts'
import type { Tables } from '../tables.ts'
import { inChunks } from './in-chunks.ts'

/** Stories that were merged since count under the story that they lead to, with all that was told of either. */
export async function readTold(
  db: Kysely<Tables>,
  destination: string,
  storyIds?: readonly string[],
): Promise<ReadonlyMap<string, Told>> {
  const everIds = storyIds === undefined ? undefined : await everyIdOf(db, storyIds)
  const newest = new Map<string, NewestTelling>()
  for (const some of everIds === undefined ? [undefined] : inChunks(everIds, AT_ONCE)) {
    const rows = await db
      .selectFrom('told')
      .leftJoin('story', 'story.id', 'told.story_id')
      .leftJoin('story as target', 'target.row', 'story.merged_into')
      .select(['told.story_id', 'told.at', 'told.articles', 'target.id as target_id'])
      .where('told.destination', '=', destination)
      .$if(some !== undefined, (query) => query.where('told.story_id', 'in', some ?? []))
      .orderBy('told.at')
      .orderBy('told.row')
      .execute()
    for (const row of rows) {
      const articles = fromJson(row.articles)
      newest.set(row.story_id, { at: row.at, articles, leadsTo: row.target_id ?? row.story_id })
    }
  }
  return joinMerged(newest)
}

export interface NewestTelling {
  readonly at: number
  readonly articles: readonly string[]
  readonly leadsTo: string
}

export function joinMerged(newest: ReadonlyMap<string, NewestTelling>): ReadonlyMap<string, Told> {
  const told = new Map<string, Told>()
  for (const { at, articles, leadsTo } of newest.values()) {
    const other = told.get(leadsTo)
    told.set(leadsTo, {
      storyId: leadsTo,
      at: Math.max(at, other?.at ?? at),
      articles: other === undefined ? articles : [...new Set([...other.articles, ...articles])],
    })
  }
  return told
}

export async function readTellings(db: Kysely<Tables>, storyId: string): Promise<readonly Telling[]> {
  const ids = await everyIdOf(db, [storyId])
  const rows = await db
    .selectFrom('outbox')
    .innerJoin('letter', 'letter.row', 'outbox.letter')
    .selectAll('outbox')
    .select('letter.message')
    .where('outbox.letter', 'in', (eb) =>
      eb.selectFrom('letter_story').select('letter').where('story_id', 'in', ids),
    )
    .where('outbox.edits', 'is', null)
    .orderBy('outbox.row')
    .execute()
  return rows.map((row) => ({
    outboxId: row.id,
    subscription: row.subscription,
    destination: row.destination,
    slot: row.slot,
    at: row.created_at,
    state: row.state,
    message: fromJson(row.message),
    receipt: row.receipt === null ? null : fromJson(row.receipt),
    reason: row.reason,
  }))
}

/** Every id under which these stories were ever known: their own, what they lead to, and what leads there too. */
async function everyIdOf(db: Kysely<Tables>, storyIds: readonly string[]): Promise<readonly string[]> {
  const ids = new Set(storyIds)
  for (const some of inChunks(storyIds, AT_ONCE)) {
    const asked = await db
      .selectFrom('story')
      .select(['row', 'merged_into'])
      .where('id', 'in', some)
      .execute()
    const targets = asked.map((story) => story.merged_into ?? story.row)
    const family = await db
      .selectFrom('story')
      .select('id')
      .where((eb) => eb.or([eb('row', 'in', targets), eb('merged_into', 'in', targets)]))
      .execute()
    for (const story of family) ids.add(story.id)
  }
  return [...ids]
}

const AT_ONCE = 500
