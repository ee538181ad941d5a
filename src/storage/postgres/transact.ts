import { setTimeout } from 'node:timers/promises'
import { type AccessMode, type IsolationLevel, sql } from 'kysely'
import type { Transact } from '../create-write-queue.ts'
import type { Db } from '../db.ts'
import type { StoreFault } from '../store-error.ts'
import { explainError, isCollision } from './explain-error.ts'
import type { ServerAddress } from './server-address.ts'

/** Of advisory locks that a transaction holds to its end. "DRAG". */
const OUR_LOCKS = 0x44_52_41_47

/**
 * Which changes may go on beside one another, in all processes. What is read before it is changed has to stay as it was read.
 * `archive`: one at a time keeps articles and stories. `beside`: decisions and what becomes of them, each on rows of its own. `alone`: none of those goes on meanwhile.
 */
export const LOCKS = {
  migrating: `select pg_advisory_xact_lock(${OUR_LOCKS}, 0)`,
  archive: `select pg_advisory_xact_lock(${OUR_LOCKS}, 1)`,
  beside: `select pg_advisory_xact_lock_shared(${OUR_LOCKS}, 2)`,
  alone: `select pg_advisory_xact_lock(${OUR_LOCKS}, 2)`,
} as const

/** A statement that takes longer holds others up; the longest of ours take seconds at a million articles. */
const STATEMENT_MS = 60_000
/** The server gives up a transaction whose process went silent. */
const SILENCE_MS = 60_000

interface Kind {
  readonly isolation: IsolationLevel
  readonly access?: AccessMode
  readonly lock?: keyof typeof LOCKS
  readonly statementMs?: number
}

/**
 * Does work in a transaction, once more where another one stood in its way. What it sets holds for the transaction alone: through PgBouncer the next one has another
 * connection. A server that is just starting again is waited for, and one that has no connection left.
 * @throws StoreError with a remedy
 */
export async function transact<T>(
  db: Db,
  address: ServerAddress,
  { isolation, access = 'read write', lock, statementMs = STATEMENT_MS }: Kind,
  work: (db: Db) => Promise<T>,
): Promise<T> {
  const giveUpAt = performance.now() + LONGEST_WAIT_MS
  for (let collisions = 0; ;) {
    let hasBegun = false
    try {
      return await db
        .transaction()
        .setIsolationLevel(isolation)
        .setAccessMode(access)
        .execute(async (transaction) => {
          const settings = [
            `set local statement_timeout = ${statementMs}`,
            `set local idle_in_transaction_session_timeout = ${SILENCE_MS}`,
            ...(lock === undefined ? [] : [LOCKS[lock]]),
          ]
          // One message to the server, not three.
          await sql.raw(settings.join('; ')).execute(transaction)
          hasBegun = true
          return work(transaction)
        })
    } catch (error) {
      if (isCollision(error) && ++collisions < MOST_COLLISIONS) continue
      const explained = explainError(error, address)
      const isWorthWaiting = !hasBegun && PASSING.has(explained.code)
      if (!isWorthWaiting || performance.now() > giveUpAt) throw explained
      await setTimeout(BETWEEN_TRIES_MS)
    }
  }
}

/** What passes within seconds, and before a transaction has begun nothing was done. */
const PASSING: ReadonlySet<StoreFault> = new Set<StoreFault>(['unavailable', 'too-many-connections'])
const LONGEST_WAIT_MS = 10_000
const BETWEEN_TRIES_MS = 200
const MOST_COLLISIONS = 8

/** For a queue of changes that share a lock. */
export const transactUnder =
  (db: Db, address: ServerAddress, lock: keyof typeof LOCKS): Transact =>
  (work) =>
    transact(db, address, { isolation: 'read committed', lock }, work)
