import { sql, type Kysely } from 'kysely'
import type { Tables } from '../tables.ts'
import { deleteUnsharedLetters } from './delete-letters.ts'

/**
 * A destination was resumed: nobody needs to hear any more that it is paused. What waits is composed anew without it; a message that was posted stays.
 * Call it inside a transaction.
 */
export async function withdrawNotices(db: Kysely<Tables>, destination: string): Promise<void> {
  const standing = await db
    .selectFrom('noticed')
    .innerJoin('owner_notice', 'owner_notice.row', 'noticed.notice')
    .leftJoin('outbox', 'outbox.row', 'noticed.told')
    .select([
      'noticed.row',
      'noticed.notice',
      'noticed.told',
      'outbox.letter',
      'outbox.state',
      'outbox.doubtful_since',
    ])
    .where('noticed.destination', '=', destination)
    .where('noticed.resumed', '=', 0)
    .where('owner_notice.kind', '=', 'paused')
    .execute()
  for (const { row, notice, told, letter, state, doubtful_since: doubtfulSince } of standing) {
    const isWaiting = state === 'pending' && doubtfulSince === null
    if (told !== null && !isWaiting) {
      await db.updateTable('noticed').set({ resumed: 1 }).where('row', '=', row).execute()
      continue
    }
    if (told !== null && letter !== null) {
      await db.deleteFrom('outbox').where('row', '=', told).execute()
      await deleteUnsharedLetters(db, [letter])
      await db.updateTable('noticed').set({ told: null }).where('told', '=', told).execute()
    }
    await db.deleteFrom('noticed').where('row', '=', row).execute()
    await db
      .updateTable('owner_notice')
      .set((eb) => ({
        changes: eb('changes', '+', 1),
        due_at: sql<number>`coalesce(due_at, began_at)`,
      }))
      .where('row', '=', notice)
      .execute()
  }
}
