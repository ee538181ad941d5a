import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Transact } from '../create-write-queue.ts'
import type { Db } from '../db.ts'
import { StoreError } from '../store-error.ts'

/**
 * Runs work between `begin immediate` and `commit`. Kysely's own transactions begin as readers, and upgrading
 * one fails at once if another process has written meanwhile.
 */
export const transactOn =
  (db: Db): Transact =>
  (work) =>
    db.connection().execute(async (connection) => {
      await begin(connection)
      try {
        await work(connection)
        await sql`commit`.execute(connection)
      } catch (error) {
        // After some errors (disk full) SQLite has already rolled back; then there is nothing to roll back.
        await sql`rollback`.execute(connection).catch(() => undefined)
        throw error
      }
    })

/**
 * Waits for another process that writes, such as a command beside the bot. @throws StoreError `busy` after
 * `LONGEST_WAIT_MS`
 */
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
