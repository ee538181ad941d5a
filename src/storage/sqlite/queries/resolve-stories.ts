import type { Kysely } from 'kysely'
import type { Placement } from '../../../records/story.ts'
import type { Tables } from '../tables.ts'

/** Where stories named in a read stand after its merges. */
export interface ResolvedStories {
  /** Row of the story that this id is, or forwards to. */
  rowOf(storyId: string): number
}

/**
 * Makes the stories that these placements name and carries out their merges: articles move to the story that stays, and
 * everything that forwarded to a merged story forwards to that one directly, so no chain is ever stored.
 */
export async function resolveStories(
  db: Kysely<Tables>,
  placements: readonly Placement[],
): Promise<ResolvedStories> {
  const ids = new Set(placements.flatMap((placement) => [placement.storyId, ...placement.mergedStoryIds]))
  const rows = await makeStories(db, [...ids])
  // A merge of this read changes where earlier rows lead.
  const forwards = new Map<number, number>()
  const rowOf = (storyId: string): number => {
    let row = rows.get(storyId)
    if (row === undefined) throw new Error(`story ${storyId} was not made`)
    for (let next = forwards.get(row); next !== undefined; next = forwards.get(row)) row = next
    return row
  }
  for (const placement of placements) {
    const stays = rowOf(placement.storyId)
    for (const mergedId of placement.mergedStoryIds) {
      const merged = rowOf(mergedId)
      if (merged === stays) continue
      await mergeStory(db, merged, stays)
      forwards.set(merged, stays)
    }
  }
  return { rowOf }
}

/** Articles of `merged` move to `stays`; so does every story that forwards to it. */
export async function mergeStory(db: Kysely<Tables>, merged: number, stays: number): Promise<void> {
  await db.updateTable('article').set({ story: stays }).where('story', '=', merged).execute()
  await db.updateTable('story').set({ merged_into: stays }).where('merged_into', '=', merged).execute()
  await db.updateTable('story').set({ merged_into: stays }).where('row', '=', merged).execute()
}

/** Rows of these stories, or of those that they forward to. */
async function makeStories(db: Kysely<Tables>, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = new Map<string, number>()
  if (ids.length === 0) return rows
  for (let i = 0; i < ids.length; i += IDS_A_STATEMENT) {
    const some = ids.slice(i, i + IDS_A_STATEMENT)
    await db
      .insertInto('story')
      .values(some.map((id) => ({ id, merged_into: null })))
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute()
    const found = await db
      .selectFrom('story')
      .select(['id', 'row', 'merged_into'])
      .where('id', 'in', some)
      .execute()
    for (const story of found) rows.set(story.id, story.merged_into ?? story.row)
  }
  return rows
}

const IDS_A_STATEMENT = 500
