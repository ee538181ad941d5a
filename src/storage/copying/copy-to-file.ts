import type { Db } from '../db.ts'
import { writeWhole } from '../sqlite/back-up.ts'
import { openSqliteTables } from '../sqlite/open-connections.ts'
import { copyTables } from './copy-tables.ts'

/**
 * Backs up a store of any engine into a SQLite file that can be opened, or moved from. @throws StoreError as
 * `backUp` of SQLite
 */
export const copyToFile = (from: Db, file: string): Promise<void> =>
  writeWhole(file, async (part) => {
    const tables = await openSqliteTables(part)
    try {
      await copyTables(from, tables, () => undefined)
    } finally {
      await tables.close()
    }
  })
