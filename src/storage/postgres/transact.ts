import { setTimeout } from 'node:timers/promises'
import { type AccessMode, type IsolationLevel, sql } from 'kysely'
import type { Transact } from '../create-write-queue.ts'
import type { Db } from '../db.ts'
import type { StoreFault } from '../store-error.ts'
import { explainError, isCollision } from './explain-error.ts'
import type { ServerAddress } from './server-address.ts'

/** Class of advisory locks that a transaction holds to its end. "DRAG". */
const OUR_LOCKS = 0x44_52_41_47

/**
 * Which changes may run beside one another, across processes. Data that a change has read must stay as it was
 * read. `archive`: stores articles and stories, one at a time. `beside`: decisions and their results, each on
 * its own rows. `alone`: excludes `beside` and other `alone` changes.
 */
export const LOCKS = {
  migrating: `select pg_advisory_xact_lock(${OUR_LOCKS}, 0)`,
  archive: `select pg_advisory_xact_lock(${OUR_LOCKS}, 1)`,
  beside: `select pg_advisory_xact_lock_shared(${OUR_LOCKS}, 2)`,
  alone: `select pg_advisory_xact_lock(${OUR_LOCKS}, 2)`,
} as const

/** A longer statement would hold up others. The longest of ours take seconds with a million articles. */
const STATEMENT_MS = 60_000
/** The server aborts a transaction whose process has gone silent. */
const SILENCE_MS = 60_000

interface Kind {
  readonly isolation: IsolationLevel
  readonly access?: AccessMode
  readonly lock?: keyof typeof LOCKS
  readonly statementMs?: number
}

/**
 * Runs work in a transaction, again if another one conflicted with it. Settings are local to the transaction,
 * because through PgBouncer the next one has another connection. Waits for a server that is restarting or has
 * no free connection.
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
      const isWorthWaiting = !hasBegun && PASSING_FAULTS.has(explained.code)
      if (!isWorthWaiting || performance.now() > giveUpAt) throw explained
      await setTimeout(BETWEEN_TRIES_MS)
    }
  }
}

/** These faults pass within seconds, and before a transaction has begun nothing was done. */
const PASSING_FAULTS: ReadonlySet<StoreFault> = new Set<StoreFault>(['unavailable', 'too-many-connections'])
const LONGEST_WAIT_MS = 10_000
const BETWEEN_TRIES_MS = 200
const MOST_COLLISIONS = 8

/** For a queue of changes that share a lock. */
export const transactUnder =
  (db: Db, address: ServerAddress, lock: keyof typeof LOCKS): Transact =>
  (work) =>
    transact(db, address, { isolation: 'read committed', lock }, work)
