import { sql, type Kysely } from 'kysely'
import { fromJson, toJson } from '../json.ts'
import type { Message } from '../../../records/message.ts'
import type { Claim, Delivery, KeptPart, Outcome, Outgoing } from '../../../records/delivery.ts'
import { shareTheThread } from '../../../thread/share-the-thread.ts'
import type { Tables } from '../tables.ts'
import { keepHealth } from './destinations.ts'
import { gatherNotices } from './gather-notices.ts'
import { inChunks } from './in-chunks.ts'
import { refuseAccount } from './accounts.ts'
import { keepRejection } from './rejections.ts'
import { readSubscriptions, withdrawWaiting } from './subscriptions.ts'
import { tellAgain } from './tell-again.ts'

/**
 * Leases what has to go out now to `sender`: the oldest waiting row of each destination that is not paused, nor its account. A row behind one that
 * waits or is being sent is held back, so that a channel reads its messages in order. A `sending` row whose lease ran out was left
 * behind by a process that ended: what is known of its parts says what may have arrived.
 */
export async function claimDue(db: Kysely<Tables>, claim: Claim, sender: string): Promise<readonly number[]> {
  // Literal states, or the partial indexes would not serve.
  const { rows } = await sql<{ row: number }>`
    select o.row from outbox o indexed by outbox_due
    where o.state in ('pending', 'sending') and o.due_at <= ${claim.now}
      and not exists (
        select 1 from outbox e
        where e.state in ('pending', 'sending') and e.destination = o.destination and e.row < o.row)
      and not exists (select 1 from destination d where d.id = o.destination and d.state = 'paused')
      and not exists (
        select 1 from account a
        where substr(replace(o.destination, ':@', ':') || '/', 1, length(a.id) + 1) in (a.id || ':', a.id || '/'))
      and not exists (
        select 1 from json_each(${JSON.stringify(claim.except)}) x
        where o.destination = x.value or substr(o.destination, 1, length(x.value) + 1) = x.value || ':')
    order by o.due_at, o.row limit ${claim.limit}`.execute(db)
  const due = rows.map(({ row }) => row)
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

/** Call it inside a transaction. False where the row is gone, or leased to somebody else by now. */
export async function keepParts(
  db: Kysely<Tables>,
  id: string,
  parts: readonly KeptPart[],
  sender: string,
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

/** What processes that ended had leased waits again. For the one process that holds the store alone. */
export async function releaseLeases(db: Kysely<Tables>): Promise<void> {
  await db
    .updateTable('outbox')
    .set({ state: 'pending', sender: null, due_at: sql<number>`coalesce(tried_at, created_at)` })
    .where('state', '=', 'sending')
    .execute()
}

/** What to send for these rows, oldest first. */
export async function readOutgoing(
  db: Kysely<Tables>,
  rows: readonly number[],
): Promise<readonly Outgoing[]> {
  const outgoing: Outgoing[] = []
  // One letter goes to many: what is drawn of it is kept with it.
  const messages = new Map<number, Message>()
  const pause = shareTheThread()
  for (const some of inChunks(rows, MESSAGES_AT_ONCE)) {
    const found = await db
      .selectFrom('outbox')
      .innerJoin('letter', 'letter.row', 'outbox.letter')
      .leftJoin('destination', 'destination.id', 'outbox.destination')
      .leftJoin('outbox as posted', 'posted.id', 'outbox.edits')
      .select([
        'outbox.id',
        'outbox.subscription',
        'outbox.destination',
        'outbox.slot',
        'outbox.letter',
        'letter.message',
        'outbox.edits',
        'posted.receipt as posted_receipt',
        'outbox.attempts',
        'outbox.created_at',
        'outbox.parts',
        'destination.failures',
        'destination.rejections',
      ])
      .where('outbox.row', 'in', some)
      .orderBy('outbox.row')
      .execute()
    for (const row of found) {
      const message = messages.get(row.letter) ?? fromJson<Message>(row.message)
      messages.set(row.letter, message)
      outgoing.push({
        id: row.id,
        subscription: row.subscription,
        destination: row.destination,
        slot: row.slot,
        message,
        edits: row.posted_receipt === null ? null : fromJson(row.posted_receipt),
        attempts: row.attempts,
        createdAt: row.created_at,
        parts: row.parts === null ? [] : fromJson(row.parts),
        failures: row.failures ?? 0,
        rejections: row.rejections ?? 0,
      })
    }
    await pause()
  }
  return outgoing
}

/** A briefing is tens of kilobytes of JSON. */
const MESSAGES_AT_ONCE = 20

/** Ends a try; call it inside a transaction. False where the message is gone: its workspace was forgotten while it was under way. */
export async function settle(
  db: Kysely<Tables>,
  id: string,
  at: number,
  outcome: Outcome,
  sender: string,
): Promise<boolean> {
  const row = await db
    .selectFrom('outbox')
    .select(['destination', 'subscription', 'sender'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) return false
  // Another process took the row over after our lease ran out: what it found stands, except that we know that it arrived.
  if (row.sender !== sender && outcome.status !== 'sent') return true
  const change = changeOf(outcome, at)
  await db
    .updateTable('outbox')
    .set({ sender: null, ...change })
    .where('id', '=', id)
    .execute()
  // It was under way when its subscription was ended, paused or moved.
  if (outcome.status === 'postponed') await withdrawUnwished(db, row.subscription)
  await keepHealth(db, row.destination, at, outcome.health)
  if (outcome.refused !== undefined) await refuseAccount(db, outcome.refused, at)
  if (outcome.health?.state === 'paused') await failWaiting(db, row.destination, at, outcome.health.reason)
  await gatherNotices(db, at, outcome.notices ?? [])
  if (outcome.status === 'failed' && outcome.refusal === undefined) await tellAgain(db, id, at)
  if (outcome.status !== 'sent' && outcome.refusal === 'rejected')
    await keepRejection(db, { outboxId: id, destination: row.destination, at, reason: outcome.reason })
  return true
}

async function withdrawUnwished(db: Kysely<Tables>, id: string): Promise<void> {
  const [subscription] = await readSubscriptions(db, { id, states: ['active', 'paused', 'ended'] })
  if (subscription !== undefined) await withdrawWaiting(db, subscription)
}

function changeOf(outcome: Outcome, at: number) {
  if (outcome.status === 'sent')
    return { state: 'sent', ended_at: at, reason: null, receipt: toJson(outcome.receipt) } as const
  if (outcome.status !== 'postponed')
    return {
      state: outcome.status,
      ended_at: at,
      reason: outcome.reason,
      refused: isRefused(outcome),
    } as const
  return { state: 'pending', due_at: outcome.retryAt, reason: outcome.reason } as const
}

/** Where the destination was paused, it was the channel that refused. */
const isRefused = ({ refusal, health }: Outcome): number =>
  refusal !== undefined && health?.state !== 'paused' ? 1 : 0

/** What waits for a paused destination would come late and all at once; as failed it is told anew in the next briefing instead. */
export async function failWaiting(
  db: Kysely<Tables>,
  destination: string,
  at: number,
  reason: string,
): Promise<void> {
  await db
    .updateTable('outbox')
    .set({ state: sql`iif(doubtful_since is null, 'failed', 'uncertain')`, ended_at: at, reason })
    .where('destination', '=', destination)
    // The plus keeps the index of states out: ten thousand may wait in one minute.
    .where(sql`+state`, '=', 'pending')
    .execute()
}

export async function readDeliveries(db: Kysely<Tables>, since: number): Promise<readonly Delivery[]> {
  return db
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
    .execute()
}
