import type { Placement } from '../../records/story.ts'
import { type Db, inChunks, readInChunks } from '../db.ts'
import { assignHandles } from './handles.ts'
import { keepMoves } from './told-versions.ts'

/** Moves of articles between stories. A story that is left without any leads to where its last one went. */
export interface Moves {
  /** Moves those of these articles that are stored to the story in row `to`. */
  move(articleIds: readonly string[], to: number, at: number): Promise<void>
  /** Forwards the stories that were left empty. Call it after all moves: a later one may fill them again. */
  end(): Promise<void>
}

export function createMoves(db: Db): Moves {
  /** For each story that was left, an article that left it. */
  const left = new Map<number, string>()
  return {
    async move(articleIds, to, at) {
      for (const ids of inChunks(articleIds)) {
        const leaving = await db
          .selectFrom('article')
          .select(['id', 'story'])
          .where('id', 'in', ids)
          .where('story', '<>', to)
          .execute()
        if (leaving.length === 0) continue
        for (const { id, story } of leaving) left.set(story, id)
        await keepMoves(db, ids, to, at)
        await db.updateTable('article').set({ story: to }).where('id', 'in', ids).execute()
      }
    },
    async end() {
      for (const [story, articleId] of left) {
        const holding = db.selectFrom('article').select('story').limit(1)
        if ((await holding.where('story', '=', story).executeTakeFirst()) !== undefined) continue
        const there = await holding.where('id', '=', articleId).executeTakeFirst()
        if (there !== undefined) await mergeStory(db, story, there.story)
      }
    },
  }
}

/**
 * Creates the stories of these placements and carries out their merges: articles move to the story that
 * stays, and whatever forwarded to a merged story then forwards there directly, so that no chain is stored.
 * Returns a function that gives the row of a story id, after forwarding.
 */
export async function resolveStories(
  db: Db,
  placements: readonly Placement[],
): Promise<(storyId: string) => number> {
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
    const { storylineId, mergedStorylineIds = [] } = placement
    if (storylineId === undefined) continue
    if (mergedStorylineIds.length > 0)
      await db
        .updateTable('story')
        .set({ line: storylineId })
        .where('line', 'in', mergedStorylineIds)
        .execute()
    await db
      .updateTable('story')
      .set({ line: storylineId })
      .where('row', '=', stays)
      // A placement in a story that was merged says nothing about the running story of its target.
      .where('id', '=', placement.storyId)
      .where('line', '<>', storylineId)
      .execute()
  }
  return rowOf
}

/** Moves articles of `merged`, and every story that forwards to it, to `stays`. */
async function mergeStory(db: Db, merged: number, stays: number): Promise<void> {
  await db.updateTable('article').set({ story: stays }).where('story', '=', merged).execute()
  await db.updateTable('story').set({ merged_into: stays }).where('merged_into', '=', merged).execute()
  await db.updateTable('story').set({ merged_into: stays }).where('row', '=', merged).execute()
}

/** Rows of these stories, after forwarding; creates missing ones. */
async function makeStories(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await readInChunks(ids, async (some) => {
    await db
      .insertInto('story')
      .values(some.map((id) => ({ id, merged_into: null, line: `l${id.slice(1)}` })))
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute()
    await assignHandles(db, some)
    return db.selectFrom('story').select(['id', 'row', 'merged_into']).where('id', 'in', some).execute()
  })
  return new Map(rows.map((story) => [story.id, story.merged_into ?? story.row]))
}
