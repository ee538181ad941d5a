import type { DestinationHealth, Outcome, RefusedAccount, Rejection } from '../../../records/delivery.ts'
import type { DirectNotice, LostDestination } from '../../../records/notice.ts'
import type { Db } from '../db.ts'
import { endWaiting } from './letters.ts'
import { gatherNotices, withdrawNotices, writeNotices } from './notices.ts'

export async function destinations(db: Db): Promise<ReadonlyMap<string, DestinationHealth>> {
  const rows = await db.selectFrom('destination').selectAll().execute()
  return new Map(rows.map(({ id, ...health }) => [id, health]))
}

/** Keeps how a destination fares; null says that it is well. Once paused it stays so until `resumeDestination`. */
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

/** What was left waiting for the destination is old news by now, and nobody needs to hear any more that it is paused. */
export async function resumeDestination(db: Db, id: string): Promise<boolean> {
  const gone = await db
    .deleteFrom('destination')
    .where('id', '=', id)
    .where('state', '=', 'paused')
    .executeTakeFirst()
  if (gone.numDeletedRows === 0n) return false
  await endWaiting(db, null, 'Its destination was resumed before this went out.')
    .where('destination', '=', id)
    .execute()
  await withdrawNotices(db, id)
  return true
}

/** Pauses a destination as a refused delivery does. */
export async function loseDestination(
  db: Db,
  id: string,
  at: number,
  { reason, notices }: LostDestination,
): Promise<boolean> {
  const known = await db.selectFrom('destination').select('state').where('id', '=', id).executeTakeFirst()
  if (known?.state === 'paused') return false
  await db.deleteFrom('destination').where('id', '=', id).execute()
  await keepHealth(db, id, at, { state: 'paused', failures: 0, rejections: 0, reason })
  // It would come late and all at once; as failed it is told anew in the next briefing instead.
  await endWaiting(db, at, reason).where('destination', '=', id).execute()
  await gatherNotices(db, at, notices)
  return true
}

export async function refusedAccounts(db: Db): Promise<ReadonlyMap<string, RefusedAccount>> {
  const rows = await db.selectFrom('account').selectAll().execute()
  return new Map(rows.map(({ id, ...refused }) => [id, refused]))
}

/** From now on no call goes to this account. The first refusal is the one that is remembered. */
export async function refuseAccount(
  db: Db,
  { account, reason }: { readonly account: string; readonly reason: string },
  at: number,
): Promise<void> {
  await db
    .insertInto('account')
    .values({ id: account, since: at, reason })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function acceptAccount(
  db: Db,
  account: string,
  at: number,
  notices: readonly DirectNotice[],
): Promise<boolean> {
  const gone = await db.deleteFrom('account').where('id', '=', account).executeTakeFirst()
  if (gone.numDeletedRows === 0n) return false
  await writeNotices(db, at, notices)
  return true
}

/** Keeps that a platform rejected a message for how it is drawn. */
export async function keepRejection(db: Db, { outboxId, ...rejection }: Rejection): Promise<void> {
  await db
    .insertInto('rejection')
    .values({ outbox_id: outboxId, ...rejection })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function rejections(db: Db, since: number): Promise<readonly Rejection[]> {
  return db
    .selectFrom('rejection')
    .select(['outbox_id as outboxId', 'destination', 'at', 'reason'])
    .where('at', '>=', since)
    .orderBy('at', 'desc')
    .execute()
}
