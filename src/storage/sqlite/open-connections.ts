import { existsSync } from 'node:fs'
import path from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import type { OpenTables } from '../open-tables.ts'
import { StoreError } from '../store-error.ts'
import { connect, kyselyOn } from './connection.ts'
import { explainError } from './explain-error.ts'
import { migrate, refuseForeignFile, refuseOlderSchema } from './migrate.ts'
import { closeDirectory, closeFiles, lockFile, makeDirectory, makePrivateFile } from './store-files.ts'
import { transactOn } from './transact.ts'

/**
 * Opens the connections of a store. `writing` is null for a read-only store. `reading` is a separate
 * connection, except for `:memory:`, so that reads continue while a large read of a source is written.
 * `opened` closes both, the writing one last, because that moves the log into the file; then it releases the
 * exclusive lock, if held.
 */
export async function openConnections(file: string, readOnly: boolean, exclusive: boolean) {
  using opening = new DisposableStack()
  const open = (access: 'read' | 'write') => opening.use(connect(file, access))
  try {
    if (readOnly) {
      if (!existsSync(file))
        throw new StoreError('missing', `There is no ${file} yet. Start Dragoman once to make it.`)
      const reading = open('read')
      refuseForeignFile(reading, file)
      refuseOlderSchema(reading, file)
      return { writing: null, reading, opened: opening.move() }
    }
    if (file !== IN_MEMORY) await makePlace(file)
    if (exclusive && file !== IN_MEMORY) opening.defer(lockFile(file))
    const writing = open('write')
    if (file === IN_MEMORY) fillMemory(writing)
    else migrate(writing, file)
    // SQLite waits for another writer by blocking the thread. From here on the write queue waits instead.
    writing.exec('pragma busy_timeout = 0')
    opening.defer(() => emptyLog(writing))
    const reading = file === IN_MEMORY ? writing : open('read')
    return { writing, reading, opened: opening.move() }
  } catch (error) {
    throw explainError(error, file)
  }
}

let emptyStore: Uint8Array | null = null

/**
 * Creates the tables in memory: migrates the first store of this process, and copies its image for every
 * other one, which takes 0.1 ms of a processor instead of 7.
 */
function fillMemory(database: DatabaseSync): void {
  if (emptyStore !== null) {
    database.deserialize(emptyStore)
    return
  }
  migrate(database, IN_MEMORY)
  emptyStore = database.serialize()
}

/**
 * Moves the log into the file. SQLite does so on close, but not if another file has taken the name meanwhile:
 * then this file would lack the latest writes, and the other one would be read with a log that is not its
 * own.
 */
function emptyLog(database: DatabaseSync): void {
  try {
    database.exec('pragma wal_checkpoint(truncate)')
  } catch {
    // The disk is full or the file damaged. Whoever opens it next reads its log, or reports what is wrong.
  }
}

export const IN_MEMORY = ':memory:'

/**
 * Creates the directory and an empty file, accessible only to their owner; restricts existing ones likewise.
 */
async function makePlace(file: string): Promise<void> {
  const directory = path.dirname(file)
  await makeDirectory(directory)
  closeDirectory(directory)
  makePrivateFile(file)
  closeFiles([file, `${file}-wal`, `${file}-shm`, `${file}.lock`])
}

/** Opens the tables in a file exclusively, creating it if missing. @throws StoreError as `openSqliteStore` */
export async function openSqliteTables(file: string): Promise<OpenTables> {
  const { writing, reading, opened } = await openConnections(file, false, true)
  const db = kyselyOn(writing ?? reading, file)
  return { db, write: transactOn(db), close: async () => opened.dispose() }
}
