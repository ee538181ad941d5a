import { setImmediate, setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Db } from './db.ts'
import { StoreError } from '../store-error.ts'

/** A change, all or nothing. It may be run again when another one of its group fails, so it depends on its input only. */
export type Write<T> = (db: Db) => Promise<T>

/**
 * One writer at a time, and one transaction (one disk sync) for all changes that wait together: ten thousand subscriptions
 * due in one minute would otherwise wait for ten thousand syncs.
 */
export function createWriteQueue(db: Db) {
  const waiting: Job[] = []
  let running: Promise<void> | null = null
  let ended = false

  async function work(): Promise<void> {
    while (waiting.length > 0) {
      // Lets other work run between groups, and this turn's changes come together.
      await setImmediate()
      const group = waiting.splice(0, LARGEST_GROUP)
      await run(group)
    }
    running = null
  }

  async function run(group: readonly Job[]): Promise<void> {
    const settle: (() => void)[] = []
    try {
      await transact(db, async (connection) => {
        for (const job of group) settle.push(await job.run(connection))
      })
    } catch (error) {
      if (group.length === 1) group[0]?.reject(error)
      else for (const job of group) await run([job])
      return
    }
    for (const resolve of settle) resolve()
  }

  return {
    /** Resolves once the change is on disk. */
    write<T>(change: Write<T>): Promise<T> {
      if (ended)
        return Promise.reject(new StoreError('closed', 'The store is closed. Open it again before writing.'))
      const { promise, resolve, reject } = Promise.withResolvers<T>()
      waiting.push({
        run: async (connection) => {
          const value = await change(connection)
          return () => resolve(value)
        },
        reject,
      })
      running ??= work()
      return promise
    },
    /** Resolves when nothing waits any more; later writes are refused. */
    async end(): Promise<void> {
      ended = true
      await running
    },
  }
}

interface Job {
  /** Gives what tells that it is on disk. */
  run(connection: Db): Promise<() => void>
  reject(error: unknown): void
}

/** Bounds how long one transaction holds the event loop: a small change takes about 0.1 ms. */
const LARGEST_GROUP = 100

/** Kysely's own transactions begin as readers; upgrading one fails at once when another process has written meanwhile. */
async function transact(db: Db, work: (connection: Db) => Promise<void>): Promise<void> {
  await db.connection().execute(async (connection) => {
    await begin(connection)
    try {
      await work(connection)
      await sql`commit`.execute(connection)
    } catch (error) {
      // SQLite has rolled back already after some errors (disk full); then there is nothing to roll back.
      await sql`rollback`.execute(connection).catch(() => undefined)
      throw error
    }
  })
}

/** Another process may be writing: a command beside the bot. @throws StoreError `busy` when that lasts too long */
async function begin(connection: Db): Promise<void> {
  const giveUpAt = performance.now() + LONGEST_WAIT_MS
  for (;;) {
    try {
      await sql`begin immediate`.execute(connection)
      return
    } catch (error) {
      const isBusy = error instanceof StoreError && error.code === 'busy'
      if (!isBusy || performance.now() > giveUpAt) throw error
      await setTimeout(BETWEEN_TRIES_MS)
    }
  }
}

const LONGEST_WAIT_MS = 10_000
const BETWEEN_TRIES_MS = 5
