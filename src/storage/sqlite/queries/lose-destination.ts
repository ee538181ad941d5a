import type { Kysely } from 'kysely'
import type { LostDestination } from '../../../records/notice.ts'
import type { Tables } from '../tables.ts'
import { keepHealth } from './destinations.ts'
import { gatherNotices } from './gather-notices.ts'
import { failWaiting } from './outbox.ts'

/** Pauses a destination as a refused delivery does; false, and nothing changed, where it is paused. Call it inside a transaction. */
export async function loseDestination(
  db: Kysely<Tables>,
  id: string,
  at: number,
  { reason, notices }: LostDestination,
): Promise<boolean> {
  const paused = await db
    .selectFrom('destination')
    .select('id')
    .where('id', '=', id)
    .where('state', '=', 'paused')
    .executeTakeFirst()
  if (paused !== undefined) return false
  await db.deleteFrom('destination').where('id', '=', id).execute()
  await keepHealth(db, id, at, { state: 'paused', failures: 0, rejections: 0, reason })
  await failWaiting(db, id, at, reason)
  await gatherNotices(db, at, notices)
  return true
}
