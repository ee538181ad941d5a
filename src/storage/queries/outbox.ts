import { sql } from 'kysely'
import { addNew, type Db, type Query, readInChunks } from '../db.ts'
import { engineOf } from '../engine.ts'
import { fromJson, type Json, toJson } from '../json.ts'
import { dueRows } from './due-rows.ts'
import { keepHealth } from './health.ts'
import { failWaiting, reasonOfPause } from './letters.ts'
import { gatherNotices, tellAgain } from './notices.ts'
import { EVERY_STATE, subscriptions, withdrawWaiting } from './subscriptions.ts'
import type { Claim, Outcome, Outgoing } from '../../records/delivery.ts'
import type { Message } from '../../records/message.ts'
import type { Receipt } from '../../records/platform.ts'
import type { Outbox } from '../../records/ports/outbox.ts'
import { shareTheThread } from '../../thread/share-the-thread.ts'

/**
 * Leases what has to go out now to `sender`: the oldest waiting row of each destination, unless the
 * destination or its account is paused. A row behind one that waits or is being sent is held back, so that a
 * channel reads its messages in order. A `sending` row whose lease ran out comes from a process that ended;
 * what is known of its parts says what may have arrived.
 */
export async function leaseDue(db: Db, claim: Claim, sender: string): Promise<readonly number[]> {
  const due = await dueRows(db, claim)
  if (due.length === 0) return due
  await db
    .updateTable('outbox')
    .set((eb) => ({
      state: 'sending',
      sender,
      tried_at: claim.now,
      due_at: claim.now + claim.leaseMs,
      attempts: eb('attempts', '+', 1),
    }))
    .where('row', 'in', due)
    .execute()
  return due
}

export async function keepParts(
  db: Db,
  sender: string,
  ...[id, parts]: Parameters<Outbox['keepParts']>
): Promise<boolean> {
  const doubts = parts.flatMap((part) => (part.state === 'doubtful' ? [part.since] : []))
  const kept = await db
    .updateTable('outbox')
    .set({ parts: toJson(parts), doubtful_since: doubts.length === 0 ? null : Math.min(...doubts) })
    .where('id', '=', id)
    .where('sender', '=', sender)
    .executeTakeFirst()
  return kept.numUpdatedRows === 1n
}

/**
 * Makes everything wait again that earlier processes had leased. Only for the one process that has the store
 * exclusively.
 */
export async function releaseLeases(db: Db): Promise<void> {
  await db
    .updateTable('outbox')
    .set({ state: 'pending', sender: null, due_at: sql<number>`coalesce(tried_at, created_at)` })
    .where('state', '=', 'sending')
    .execute()
}

/** The messages of these rows, oldest first. */
export async function readOutgoing(db: Db, due: readonly number[]): Promise<readonly Outgoing[]> {
  const rows = await readInChunks(
    due,
    (some) =>
      db
        .selectFrom('outbox')
        .innerJoin('letter', 'letter.row', 'outbox.letter')
        .leftJoin('destination', 'destination.id', 'outbox.destination')
        .leftJoin('outbox as posted', 'posted.id', 'outbox.edits')
        .select([
          'outbox.id',
          'outbox.subscription',
          'outbox.destination',
          'outbox.slot',
          'letter.hash as contentHash',
          'letter.message',
          'posted.receipt',
          under.as('under'),
          'outbox.attempts',
          'outbox.created_at as createdAt',
          'outbox.parts',
          'destination.failures',
          'destination.rejections',
        ])
        .where('outbox.row', 'in', some)
        .orderBy('outbox.row')
        .execute(),
    MESSAGES_AT_ONCE,
  )
  const outgoing: Outgoing[] = []
  const pause = shareTheThread()
  for (const { receipt, under, message, parts, failures, rejections, ...row } of rows) {
    outgoing.push({
      ...row,
      message: fromJson(message),
      edits: receipt === null ? null : fromJson(receipt),
      threadRoot: under === null ? null : fromJson(under),
      parts: parts === null ? [] : fromJson(parts),
      failures: failures ?? 0,
      rejections: rejections ?? 0,
    })
    await pause()
  }
  return outgoing
}

/** Receipt of the first message of the same thread that arrived in the same place. */
const under = sql<Json<Receipt> | null>`(
  select first.receipt from outbox first
  where outbox.apart = 1 and first.apart = 1 and first.subscription = outbox.subscription
    and first.destination = outbox.destination and first.row < outbox.row and first.receipt is not null
  order by first.row limit 1)`

/** A briefing is tens of kilobytes of JSON. */
const MESSAGES_AT_ONCE = 20

/** Ends a try by `sender`. */
export async function settle(
  db: Db,
  sender: string,
  ...[id, at, outcome]: Parameters<Outbox['settle']>
): Promise<boolean> {
  const row = await db
    .selectFrom('outbox')
    .select(['destination', 'subscription', 'sender'])
    .where('id', '=', id)
    .modifyEnd(engineOf(db).forUpdate)
    .executeTakeFirst()
  if (row === undefined) return false
  // Another process took the row over after our lease ran out. What it found stands, except that we know the
  // message arrived.
  if (row.sender !== sender && outcome.status !== 'sent') return true
  const change = { sender: null, ...changeOf(outcome, at) }
  await db.updateTable('outbox').set(change).where('id', '=', id).execute()
  // Its subscription may have been ended, paused or moved during the try, or its destination paused.
  if (outcome.status === 'postponed') {
    const [served] = await subscriptions(db, { id: row.subscription, states: EVERY_STATE })
    if (served !== undefined) await withdrawWaiting(db, served)
    const reason = await reasonOfPause(db, row.destination)
    if (reason !== null) await failWaiting(db, at, reason).where('id', '=', id).execute()
  }
  await keepHealth(db, row.destination, at, outcome.health)
  if (outcome.refused !== undefined) {
    const { account, reason } = outcome.refused
    // The first refusal is kept.
    await addNew(db, 'account', { id: account, since: at, reason })
  }
  if (outcome.health?.state === 'paused')
    await failWaiting(db, at, outcome.health.reason).where('destination', '=', row.destination).execute()
  await gatherNotices(db, at, outcome.notices ?? [])
  if (outcome.status === 'failed' && outcome.refusal === undefined) await tellAgain(db, id, at)
  if (outcome.status !== 'sent' && outcome.refusal === 'rejected')
    await addNew(db, 'rejection', { outbox_id: id, destination: row.destination, at, reason: outcome.reason })
  return true
}

function changeOf(outcome: Outcome, at: number) {
  if (outcome.status === 'sent')
    return { state: 'sent', ended_at: at, reason: null, receipt: toJson(outcome.receipt) } as const
  const { status: state, reason, refusal, health } = outcome
  if (state === 'postponed') return { state: 'pending', due_at: outcome.retryAt, reason } as const
  // If the destination was paused, the refusal was about the channel.
  const refused = refusal !== undefined && health?.state !== 'paused' ? 1 : 0
  return { state, ended_at: at, reason, refused } as const
}

export const deliveries: Query<'deliveries'> = (db, since, subscription) => {
  const query = db
    .selectFrom('outbox')
    .select([
      'id as outboxId',
      'subscription',
      'destination',
      'slot',
      'created_at as at',
      'state',
      'edits',
      'attempts',
      'reason',
    ])
    .where('created_at', '>=', since)
    .orderBy('row')
  return (subscription === undefined ? query : query.where('subscription', '=', subscription)).execute()
}

export const messages: Query<'messages'> = async (db, outboxIds) => {
  const rows = await readInChunks(
    outboxIds,
    (some) =>
      db
        .selectFrom('outbox')
        .innerJoin('letter', 'letter.row', 'outbox.letter')
        .select(['outbox.id', 'letter.message'])
        .where('outbox.id', 'in', some)
        .execute(),
    MESSAGES_AT_ONCE,
  )
  return new Map(rows.map(({ id, message }) => [id, fromJson<Message>(message)]))
}
