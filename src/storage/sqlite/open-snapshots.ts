import type { DatabaseSync } from 'node:sqlite'
import type { Kysely } from 'kysely'
import { StoreError } from '../store-error.ts'
import type { Tables } from './tables.ts'
import { connect } from './connect.ts'
import { explainError } from './explain-error.ts'
import { kyselyOn } from './kysely-on.ts'

/** Long reads that must see one state of the store from beginning to end, while others write and read on. */
export interface Snapshots {
  /** One after the other; each sees what was written before its turn. */
  read<T>(work: (db: Kysely<Tables>) => Promise<T>): Promise<T>
  close(): void
}

/**
 * On a connection of its own, opened when first needed: a transaction on one that others share would show them the past, or keep
 * them waiting for its end.
 */
export function openSnapshots(file: string): Snapshots {
  let opened: { readonly database: DatabaseSync; readonly db: Kysely<Tables> } | null = null
  let closed = false
  const open = () => {
    if (closed) throw new StoreError('closed', `The store ${file} is closed. Open it again first.`)
    try {
      const database = connect(file, 'read')
      return { database, db: kyselyOn(database, file) }
    } catch (error) {
      throw explainError(error, file)
    }
  }
  return {
    async read(work) {
      opened ??= open()
      return opened.db.transaction().execute(work)
    },
    close() {
      closed = true
      if (opened?.database.isOpen === true) opened.database.close()
    },
  }
}
