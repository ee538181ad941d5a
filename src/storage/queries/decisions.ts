import { type Insertable, sql } from 'kysely'
import { type Db, inChunks, type Query, readInChunks } from '../db.ts'
import { engineOf } from '../engine.ts'
import type { Decision } from '../../records/decision.ts'
import type { Tables } from '../tables.ts'
import { writeLetters } from './letters.ts'

export const decide: Query<'decide'> = async (db, decision) => (await decideAll(db, [decision]))[0] ?? false

export const decideAll: Query<'decideAll'> = async (db, decisions) => {
  const taken = await takeSlots(db, decisions)
  const told = decisions.flatMap((decision) => {
    const { message } = decision
    return message === null || !taken.has(decision) ? [] : [{ ...decision, message }]
  })
  const letters = await writeLetters(db, told)
  const rows = told.map((decision, index): Insertable<Tables['outbox']> => {
    const { outboxId: id, subscription, destination, slot, at, inThread: apart } = decision
    return {
      id,
      subscription,
      destination,
      slot,
      letter: letters[index] ?? 0,
      state: 'pending',
      apart: apart === true ? 1 : 0,
      created_at: at,
      due_at: at,
    }
  })
  for (const some of inChunks(rows)) await db.insertInto('outbox').values(some).execute()
  return decisions.map((decision) => taken.has(decision))
}

/**
 * Inserts the slots of these decisions and returns the decisions whose slot was free and whose subscription
 * is active. Subscriptions of the configuration are not in the store and count as active. Nothing is decided
 * for a paused destination: it would be sent on the day when somebody resumes it.
 */
async function takeSlots(db: Db, decisions: readonly Decision[]): Promise<ReadonlySet<Decision>> {
  const taken = new Set<Decision>()
  for (let left = decisions; left.length > 0;) {
    // A second decision of the same slot waits for the result of the first.
    const bySlot = new Map<string, Decision>()
    const later: Decision[] = []
    for (const decision of left)
      if (bySlot.has(slotKey(decision))) later.push(decision)
      else bySlot.set(slotKey(decision), decision)
    left = later
    for (const some of inChunks([...bySlot.values()])) {
      // The first row sets the column types.
      const wanted = some.map(({ subscription, slot, destination, at }, nth) =>
        nth === 0
          ? sql`(cast(${subscription} as text), cast(${slot} as text), cast(${destination} as text), cast(${at} as bigint))`
          : sql`(${subscription}, ${slot}, ${destination}, ${at})`,
      )
      const { rows } = await sql<Pick<Decision, 'subscription' | 'slot'>>`
        insert into slot (subscription, slot, at)
        select wanted.column1, wanted.column2, wanted.column4 from (values ${sql.join(wanted)}) as wanted
        where not exists (
            select 1 from subscription s
            where s.id = wanted.column1 and (s.state <> 'active' or s.destination <> wanted.column3))
          and not exists (select 1 from destination d where d.id = wanted.column3 and d.state = 'paused')
        on conflict do nothing
        returning subscription, slot`.execute(db)
      for (const row of rows) {
        const decision = bySlot.get(slotKey(row))
        if (decision !== undefined) taken.add(decision)
      }
    }
  }
  return taken
}

const slotKey = ({ subscription, slot }: Pick<Decision, 'subscription' | 'slot'>): string =>
  JSON.stringify([subscription, slot])

/**
 * A failed message is told again by the first decision that could know of the failure; so is one in doubt. A
 * decision made while that message still waited took it for told, so `toldUntil` does not move up to it.
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
          // Left to itself, SQLite would go through everything that ever failed, once for each slot.
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

/** An hourly subscription has about seventy slots in three days. */
const SUBSCRIPTIONS_AT_ONCE = 50

/**
 * A failure is stored some moments after the time it is dated. This is far longer than any write waits;
 * telling from too far back repeats nothing.
 */
const SETTLING_MS = 60_000
