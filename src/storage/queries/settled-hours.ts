import type { Query } from '../db.ts'
import { inChunks } from '../db.ts'
import { createMoves, resolveStories } from './place-stories.ts'

export const settledUntil: Query<'settledUntil'> = async (db) =>
  (await db.selectFrom('settled').select('hour').executeTakeFirst())?.hour ?? null

export const keepSettled: Query<'keepSettled'> = async (db, { placements, hour, at }) => {
  const storyRow = await resolveStories(db, placements)
  const moves = createMoves(db)
  const byStory = Map.groupBy(placements, ({ storyId }) => storyRow(storyId))
  for (const [story, own] of byStory) {
    await moves.move(
      own.map(({ articleId }) => articleId),
      story,
      at,
    )
    const originals = own.flatMap(({ articleId, copyOf }) => (copyOf === null ? articleId : []))
    for (const ids of inChunks(originals))
      await db
        .updateTable('article')
        .set({ copy_of: null })
        .where('id', 'in', ids)
        .where('copy_of', 'is not', null)
        .execute()
    for (const { articleId, copyOf } of own)
      if (copyOf !== null)
        await db.updateTable('article').set({ copy_of: copyOf }).where('id', '=', articleId).execute()
  }
  // After the articles themselves: one of them may be among those that move.
  for (const { movedArticleIds = [], storyId } of placements)
    await moves.move(movedArticleIds, storyRow(storyId), at)
  await moves.end()
  await db
    .insertInto('settled')
    .values({ row: 1, hour })
    .onConflict((conflict) => conflict.column('row').doUpdateSet({ hour }))
    .execute()
}
