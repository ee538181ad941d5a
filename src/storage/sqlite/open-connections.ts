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
 * `writing` is null when only reading; `reading` stands apart from it, so that reads go on while a large read is being written, save for `:memory:`. `opened` closes
 * both, the writing one last, as it moves the log into the file; then it gives up the exclusive hold, if there is one.
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
    migrate(writing, file)
    // SQLite waits for another writer by blocking the thread; from here on the queue of writes waits by itself.
    writing.exec('pragma busy_timeout = 0')
    opening.defer(() => emptyLog(writing))
    const reading = file === IN_MEMORY ? writing : open('read')
    return { writing, reading, opened: opening.move() }
  } catch (error) {
    throw explainError(error, file)
  }
}

/**
 * Moves the log into its own file. SQLite does so when it closes, but not where another file has taken the name
 * meanwhile: this one would lack what was kept last, and the other would be read with a log that is not its own.
 */
function emptyLog(database: DatabaseSync): void {
  try {
    database.exec('pragma wal_checkpoint(truncate)')
  } catch {
    // A full disk, or a damaged file: whoever opens it next reads its log, or says what is wrong.
  }
}

export const IN_MEMORY = ':memory:'

/** The directory and the empty file, and nobody's but their owner's, like what stands there already. */
async function makePlace(file: string): Promise<void> {
  const directory = path.dirname(file)
  await makeDirectory(directory)
  closeDirectory(directory)
  makePrivateFile(file)
  closeFiles([file, `${file}-wal`, `${file}-shm`, `${file}.lock`])
}

/** The tables in a file, which is made where it is missing, and nobody else's meanwhile. @throws StoreError as `openSqliteStore` */
export async function openSqliteTables(file: string): Promise<OpenTables> {
  const { writing, reading, opened } = await openConnections(file, false, true)
  const db = kyselyOn(writing ?? reading, file)
  return { db, write: transactOn(db), close: async () => opened.dispose() }
}
