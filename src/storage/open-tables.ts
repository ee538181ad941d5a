import type { Transact } from './create-write-queue.ts'
import type { Db } from './db.ts'

/** The tables of a store that nobody else may write meanwhile, for moving all of it. */
export interface OpenTables {
  readonly db: Db
  readonly write: Transact
  close(): Promise<void>
}
