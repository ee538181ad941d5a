import pg from 'pg'
import { StoreError } from '../store-error.ts'
import { clientOptions } from './connect.ts'
import { explainError } from './explain-error.ts'
import type { ServerAddress } from './server-address.ts'

/** A lock that this process holds, as long as it lives and reaches the server. */
export interface HeldLock {
  /** Why it is held no more, although nobody released it; null while it is. Another process may hold it by then. */
  lost(): StoreError | null
  release(): Promise<void>
}

/** Of advisory locks by name; a database of our own has no others (`transact.ts`). "DRAI". */
const NAMED_LOCKS = 0x44_52_41_49

/** The server gives the lock away when it hears nothing for so long: a machine that lost its power says no goodbye. */
const SILENCE_MS = 10_000
const BETWEEN_BEATS_MS = 2_500

/**
 * Takes a lock by name, of which only one process may hold it, or any number of such as share it, on a connection of its own. A transaction holds it that stays open
 * and reads nothing, so that it holds up no vacuum and works through PgBouncer. Null where another one holds it: ask again.
 * @throws StoreError where the server cannot be asked
 */
export async function holdLock(
  address: ServerAddress,
  name: string,
  { shared = false }: { readonly shared?: boolean } = {},
): Promise<HeldLock | null> {
  const client = new pg.Client(clientOptions(address))
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
    // Only then is it free when this settles: PgBouncer closes the connection to the server at its leisure.
    await client.query('rollback').catch(() => undefined)
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
  beating = setInterval(() => void client.query('select 1').catch(lose), BETWEEN_BEATS_MS)
  beating.unref()
  return { lost: () => lost, release: end }
}

/**
 * A lock that is taken again where the server restarted, before anybody else has it: for what has the store to itself. It is lost for good, with StoreError `lost`, only
 * where another process was faster.
 * @throws StoreError `in-use` where another one holds it
 */
export async function keepLock(
  address: ServerAddress,
  name: string,
  options: { readonly shared?: boolean } = {},
): Promise<HeldLock> {
  const first = await holdLock(address, name, options)
  if (first === null)
    throw new StoreError(
      'in-use',
      `Another Dragoman is running on ${address.shown}. Stop it first, or give this one a database of its own.`,
    )
  let held: HeldLock = first
  let lost: StoreError | null = null
  let taking: Promise<void> | null = null
  async function takeAgain(): Promise<void> {
    // A server that cannot be asked gives it to nobody else either.
    const next = await holdLock(address, name, options).catch(() => held)
    if (next !== null) held = next
    else
      lost = new StoreError(
        'lost',
        `${address.shown} lost sight of this process, and another Dragoman took its place there. See which of them is to run.`,
      )
  }
  const looking = setInterval(() => {
    if (held.lost() === null || lost !== null) return
    taking ??= takeAgain().finally(() => (taking = null))
  }, BETWEEN_LOOKS_MS)
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

const BETWEEN_LOOKS_MS = 500
