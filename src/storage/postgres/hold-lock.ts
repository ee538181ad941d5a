import pg from 'pg'
import { inUse, StoreError } from '../store-error.ts'
import { clientOptions, CONNECT_TIMEOUT_MS } from './connect.ts'
import { explainError } from './explain-error.ts'
import type { ServerAddress } from './server-address.ts'

/** A lock that this process holds as long as it lives and reaches the server. */
export interface HeldLock {
  /**
   * Why the lock was lost although nobody released it; null while it is held. After a loss another process
   * may hold it.
   */
  lost(): StoreError | null
  release(): Promise<void>
}

/** Class of our named advisory locks; the other class is in `transact.ts`. "DRAI". */
const NAMED_LOCKS = 0x44_52_41_49

/**
 * The server frees the lock after hearing nothing for this long: a machine that lost power does not close its
 * connections.
 */
const SILENCE_MS = 10_000
const HEARTBEAT_MS = 2_500

/**
 * A server that does not answer for this long is lost. With the time between two heartbeats that is less than
 * `SILENCE_MS`: whoever holds a lock knows of its loss before another process can take it.
 */
const ANSWER_MS = 5_000

/** `query_timeout` overrides that of the client. */
const within = (text: string) => ({ text, query_timeout: ANSWER_MS })

/**
 * Takes a named lock, exclusively or shared, on a connection of its own. An open transaction holds it, which
 * reads nothing: so it blocks no vacuum and works through PgBouncer. Null if another process holds the lock;
 * try again later.
 * @throws StoreError if the server cannot be reached
 */
export async function holdLock(
  address: ServerAddress,
  name: string,
  { shared = false }: { readonly shared?: boolean } = {},
): Promise<HeldLock | null> {
  const client = new pg.Client({ ...clientOptions(address), query_timeout: CONNECT_TIMEOUT_MS })
  let lost: StoreError | null = null
  let isReleased = false
  let beating: NodeJS.Timeout | undefined
  const lose = (error: unknown): void => {
    clearInterval(beating)
    if (!isReleased) lost ??= explainError(error, address)
  }
  client.on('error', lose)
  client.on('end', () => lose(new Error('Connection terminated')))
  const end = async (): Promise<void> => {
    isReleased = true
    clearInterval(beating)
    // Frees the lock before this resolves: PgBouncer closes the server connection only later.
    await client.query(within('rollback')).catch(() => undefined)
    await client.end()
  }
  try {
    await client.connect()
    await client.query(`begin; set local idle_in_transaction_session_timeout = ${SILENCE_MS}`)
    const { rows } = await client.query<{ taken: boolean }>(
      `select pg_try_advisory_xact_lock${shared ? '_shared' : ''}($1, hashtext($2)) as taken`,
      [NAMED_LOCKS, name],
    )
    if (rows[0]?.taken !== true) {
      await end()
      return null
    }
  } catch (error) {
    await end().catch(() => undefined)
    throw explainError(error, address)
  }
  const beat = async (): Promise<void> => {
    try {
      await client.query(within('select 1'))
    } catch (error) {
      lose(error)
      // Otherwise a server that only was silent would take this connection for the holder of the lock.
      await client.end()
    }
  }
  beating = setInterval(() => void beat(), HEARTBEAT_MS)
  beating.unref()
  return { lost: () => lost, release: end }
}

/**
 * A lock that is taken again after the server restarted, for a process that has the store to itself. It is
 * lost for good, with StoreError `lost`, only if another process took it first.
 * @throws StoreError `in-use` if another process holds it
 */
export async function keepLock(
  address: ServerAddress,
  name: string,
  options: { readonly shared?: boolean } = {},
): Promise<HeldLock> {
  const first = await holdLock(address, name, options)
  if (first === null) throw inUse(address.shown, 'a database')
  let held: HeldLock = first
  let lost: StoreError | null = null
  let taking: Promise<void> | null = null
  let refusedAt: number | null = null
  async function takeAgain(): Promise<void> {
    // A server that cannot be reached gives the lock to nobody else either.
    const next = await holdLock(address, name, options).catch(() => held)
    if (next !== null) {
      held = next
      refusedAt = null
      return
    }
    refusedAt ??= performance.now()
    if (performance.now() - refusedAt > OWN_SESSION_MS)
      lost = new StoreError(
        'lost',
        `${address.shown} lost sight of this process, and another Dragoman took its place there. See which of them is to run.`,
      )
  }
  const looking = setInterval(() => {
    if (held.lost() === null || lost !== null) return
    taking ??= takeAgain().finally(() => (taking = null))
  }, POLL_MS)
  looking.unref()
  return {
    lost: () => lost,
    async release() {
      clearInterval(looking)
      await taking
      await held.release()
    },
  }
}

const POLL_MS = 500

/** Where only the line was cut, the server frees the lock of our own former connection within this time. */
const OWN_SESSION_MS = SILENCE_MS - ANSWER_MS
