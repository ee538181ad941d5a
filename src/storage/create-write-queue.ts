import { setImmediate } from 'node:timers/promises'
import type { Db } from './db.ts'
import { StoreError } from './store-error.ts'

/**
 * An atomic change. It may run again if another change of its group fails, so it must depend only on its
 * input.
 */
export type Write<T> = (db: Db) => Promise<T>

/** Runs work in a transaction, all or nothing. The work may be run again from its beginning. */
export type Transact = (work: (db: Db) => Promise<void>) => Promise<void>

/**
 * Queue with one writer at a time, and one transaction (one disk sync) for all changes waiting together.
 * Otherwise ten thousand subscriptions due in one minute would wait for ten thousand syncs.
 */
export function createWriteQueue(transact: Transact) {
  const waiting: Job[] = []
  let running: Promise<void> | null = null
  let ended = false

  async function work(): Promise<void> {
    while (waiting.length > 0) {
      // Lets other work run between groups, and gathers the changes of this turn.
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
      // Whether it was written is unknown, and some changes are not safe to do twice.
      const isCutOff = error instanceof StoreError && error.code === 'unavailable'
      if (group.length === 1 || isCutOff) for (const job of group) job.reject(error)
      else for (const job of group) await run([job])
      return
    }
    for (const resolve of settle) resolve()
  }

  return {
    /** Resolves when the change is on disk. */
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
    /** Resolves when no change waits any more. Later writes are refused. */
    async end(): Promise<void> {
      ended = true
      await running
    },
  }
}

interface Job {
  /** Runs the change; returns what resolves its promise once it is on disk. */
  run(connection: Db): Promise<() => void>
  reject(error: unknown): void
}

/** Bounds how long one transaction holds the event loop; a small change takes about 0.1 ms. */
const LARGEST_GROUP = 100
