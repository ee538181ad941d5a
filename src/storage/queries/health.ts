import type { Outcome } from '../../records/delivery.ts'
import { addNew, type Db, type Query } from '../db.ts'
import { failWaiting } from './letters.ts'
import { gatherNotices, withdrawNotices, writeNotices } from './notices.ts'

export const destinations: Query<'destinations'> = async (db) => {
  const rows = await db.selectFrom('destination').selectAll().execute()
  return new Map(rows.map(({ id, ...health }) => [id, health]))
}

/**
 * Stores the health of a destination; null means that it is well. A paused one stays paused until
 * `resumeDestination`.
 */
export async function keepHealth(db: Db, id: string, at: number, health: Outcome['health']): Promise<void> {
  if (health === undefined) return
  if (health === null) {
    await db.deleteFrom('destination').where('id', '=', id).where('state', '<>', 'paused').execute()
    return
  }
  await db
    .insertInto('destination')
    .values({ id, since: at, ...health })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet(health).where('destination.state', '<>', 'paused'),
    )
    .execute()
}

/**
 * What still waits for the destination is old news by now, and owners need not hear any more that it was
 * paused.
 */
export const resumeDestination: Query<'resumeDestination'> = async (db, id) => {
  const gone = await db
    .deleteFrom('destination')
    .where('id', '=', id)
    .where('state', '=', 'paused')
    .executeTakeFirst()
  if (gone.numDeletedRows === 0n) return false
  await failWaiting(db, null, 'Its destination was resumed before this went out.')
    .where('destination', '=', id)
    .execute()
  await withdrawNotices(db, id)
  return true
}

/** Pauses a destination as a refused delivery would. */
export const loseDestination: Query<'loseDestination'> = async (db, id, at, { reason, notices }) => {
  await keepHealth(db, id, at, null)
  const lost = { id, state: 'paused', failures: 0, rejections: 0, since: at, reason } as const
  if (!(await addNew(db, 'destination', lost))) return false
  // It would arrive late and all at once. As failed, it is told again in the next briefing.
  await failWaiting(db, at, reason).where('destination', '=', id).execute()
  await gatherNotices(db, at, notices)
  return true
}

export const refusedAccounts: Query<'refusedAccounts'> = async (db) => {
  const rows = await db.selectFrom('account').selectAll().execute()
  return new Map(rows.map(({ id, ...refused }) => [id, refused]))
}

export const acceptAccount: Query<'acceptAccount'> = async (db, account, at, notices) => {
  const gone = await db.deleteFrom('account').where('id', '=', account).executeTakeFirst()
  if (gone.numDeletedRows === 0n) return false
  await writeNotices(db, at, notices)
  return true
}

export const rejections: Query<'rejections'> = (db, since) =>
  db
    .selectFrom('rejection')
    .select(['outbox_id as outboxId', 'destination', 'at', 'reason'])
    .where('at', '>=', since)
    .orderBy('at', 'desc')
    .execute()
