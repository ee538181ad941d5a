import { setImmediate } from 'node:timers/promises'
import type { Db } from './db.ts'
import { StoreError } from './store-error.ts'

/** A change, all or nothing. It may be run again when another one of its group fails, so it depends on its input only. */
export type Write<T> = (db: Db) => Promise<T>

/** Does work in a transaction, all or nothing; it may be done again from its beginning. */
export type Transact = (work: (db: Db) => Promise<void>) => Promise<void>

/**
 * One writer at a time, and one transaction (one disk sync) for all changes that wait together: ten thousand subscriptions
 * due in one minute would otherwise wait for ten thousand syncs.
 */
export function createWriteQueue(transact: Transact) {
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
      await transact(async (connection) => {
        settle.length = 0
        for (const job of group) settle.push(await job.run(connection))
      })
    } catch (error) {
      // Nobody knows whether it was written: what is not safe to do twice would be.
      const isCutOff = error instanceof StoreError && error.code === 'unavailable'
      if (group.length === 1 || isCutOff) for (const job of group) job.reject(error)
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
