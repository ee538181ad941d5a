import { type Insertable, sql } from 'kysely'
import { addNew, type Db, inChunks, type Query, readInChunks } from '../db.ts'
import type { Decision } from '../../../records/decision.ts'
import type { Tables } from '../tables.ts'
import { letterWriter } from './letters.ts'

export const decide: Query<'decide'> = async (db, decision) => (await decideAll(db, [decision]))[0] ?? false

export const decideAll: Query<'decideAll'> = async (db, decisions) => {
  const taken = new Set<Decision>()
  const isWished = await standingWishes(db, decisions)
  for (const decision of decisions) {
    const { subscription, slot, at } = decision
    if (isWished(decision) && (await addNew(db, 'slot', { subscription, slot, at }))) taken.add(decision)
  }
  const letterOf = letterWriter(db)
  const rows: Insertable<Tables['outbox']>[] = []
  for (const { outboxId: id, subscription, destination, slot, at, message, told } of taken)
    if (message !== null) {
      const letter = await letterOf(message, told)
      rows.push({ id, subscription, destination, slot, letter, state: 'pending', created_at: at, due_at: at })
    }
  for (const some of inChunks(rows)) await db.insertInto('outbox').values(some).execute()
  return decisions.map((decision) => taken.has(decision))
}

/** Whether what a decision serves still stands. Those of the configuration are not in the store, and always do. */
async function standingWishes(
  db: Db,
  decisions: readonly Decision[],
): Promise<(decision: Decision) => boolean> {
  const ids = new Set(decisions.map(({ subscription }) => subscription))
  const kept = await readInChunks(ids, (some) =>
    db.selectFrom('subscription').select(['id', 'state', 'destination']).where('id', 'in', some).execute(),
  )
  const standing = new Map(kept.map((row) => [row.id, row]))
  const paused = await db.selectFrom('destination').select('id').where('state', '=', 'paused').execute()
  const silent = new Set(paused.map(({ id }) => id))
  return ({ subscription, destination }) => {
    // Written now, it would be sent on the day when somebody resumes the destination.
    if (silent.has(destination)) return false
    const kept = standing.get(subscription)
    return kept === undefined || (kept.state === 'active' && kept.destination === destination)
  }
}

/**
 * What failed is told by the first decision that could know of it, and so is what may not have arrived: one made while it still waited
 * took it for told, so the time to tell of does not begin behind it yet.
 */
export const ledgers: Query<'ledgers'> = async (db, subscriptions, since) => {
  const ledgers = new Map<string, { served: Set<string>; lastAt: number; toldUntil: number | null }>()
  const failures = new Map<string, number>()
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
            select f.ended_at from outbox f indexed by outbox_failed
            where f.state = 'failed' and f.subscription = slot.subscription and f.slot = slot.slot
          ), (
            select f.ended_at from outbox f indexed by outbox_uncertain
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
