import { type Insertable, sql } from 'kysely'
import { type Db, inChunks, type Query, readInChunks } from '../db.ts'
import { engineOf } from '../engine.ts'
import { memoize } from '../../briefings/memoize.ts'
import type { Decision } from '../../records/decision.ts'
import type { Message } from '../../records/message.ts'
import type { Tables } from '../tables.ts'
import { writeLetter } from './letters.ts'

export const decide: Query<'decide'> = async (db, decision) => (await decideAll(db, [decision]))[0] ?? false

export const decideAll: Query<'decideAll'> = async (db, decisions) => {
  const taken = new Set<Decision>()
  for (const decision of decisions) if (await takeSlot(db, decision)) taken.add(decision)
  // Those that share message and list of stories as the same objects are not even compared: a thousand destinations with the same wish share one.
  const letterOf = memoize((message: Message, told: Decision['told']) => writeLetter(db, message, told))
  const rows: Insertable<Tables['outbox']>[] = []
  for (const { outboxId: id, subscription, destination, slot, at, message, told, apart } of taken)
    if (message !== null) {
      const letter = await letterOf(message, told)
      const times = { created_at: at, due_at: at }
      rows.push({
        id,
        subscription,
        destination,
        slot,
        letter,
        state: 'pending',
        apart: apart === true ? 1 : 0,
        ...times,
      })
    }
  for (const some of inChunks(rows)) await db.insertInto('outbox').values(some).execute()
  return decisions.map((decision) => taken.has(decision))
}

/**
 * False where it was decided before, or what it serves stands no more; subscriptions of the configuration are not in the store, and always stand. What was
 * written for a paused destination would be sent on the day when somebody resumes it.
 */
async function takeSlot(db: Db, { subscription, destination, slot, at }: Decision): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into slot (subscription, slot, at) select ${subscription}, ${slot}, ${at}
    where not exists (
        select 1 from subscription s where s.id = ${subscription} and (s.state <> 'active' or s.destination <> ${destination}))
      and not exists (select 1 from destination d where d.id = ${destination} and d.state = 'paused')
    on conflict do nothing`.execute(db)
  return numAffectedRows === 1n
}

/**
 * What failed is told by the first decision that could know of it, and so is what may not have arrived: one made while it still waited
 * took it for told, so the time to tell of does not begin behind it yet.
 */
export const ledgers: Query<'ledgers'> = async (db, subscriptions, since) => {
  const ledgers = new Map<string, { served: Set<string>; lastAt: number; toldUntil: number | null }>()
  const failures = new Map<string, number>()
  const engine = engineOf(db)
  const slots = await readInChunks(
    subscriptions,
    (some) =>
      db
        .selectFrom('slot')
        .select([
          'subscription',
          'slot',
          'at',
          // By itself SQLite would go through all that ever failed, for each slot.
          sql<number | null>`coalesce((
            select f.ended_at from outbox f ${engine.indexedBy('outbox_failed')}
            where f.state = 'failed' and f.subscription = slot.subscription and f.slot = slot.slot
          ), (
            select f.ended_at from outbox f ${engine.indexedBy('outbox_uncertain')}
            where f.state = 'uncertain' and f.subscription = slot.subscription and f.slot = slot.slot
          ))`.as('failed_at'),
        ])
        .where('subscription', 'in', some)
        .where('at', '>=', since)
        .orderBy('at')
        .execute(),
    SUBSCRIPTIONS_AT_ONCE,
  )
  for (const { subscription, slot, at, failed_at: failedAt } of slots) {
    const ledger = ledgers.getOrInsertComputed(subscription, () => ({
      served: new Set(),
      lastAt: at,
      toldUntil: null,
    }))
    ledger.served.add(slot)
    ledger.lastAt = at
    const untoldUntil = failures.get(subscription) ?? 0
    if (failedAt !== null) failures.set(subscription, Math.max(untoldUntil, failedAt + SETTLING_MS))
    else if (at >= untoldUntil) ledger.toldUntil = at
  }
  return ledgers
}

/** An hourly one has some seventy slots in three days. */
const SUBSCRIPTIONS_AT_ONCE = 50

/** A failure is known to the store some moments after it is dated. Far more than a write waits; telling too far back repeats nothing. */
const SETTLING_MS = 60_000
