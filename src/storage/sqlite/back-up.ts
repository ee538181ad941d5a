import { randomUUID } from 'node:crypto'
import { constants, existsSync } from 'node:fs'
import { copyFile, link, rm } from 'node:fs/promises'
import path from 'node:path'
import { backup, DatabaseSync } from 'node:sqlite'
import { StoreError } from '../store-error.ts'
import { codeOf, explainError } from './explain-error.ts'
import { makeDirectory, makePrivateFile } from './store-files.ts'

/**
 * Writes a consistent copy of the database into `file`, which appears only when complete. For a database in a
 * file, `source` must be a connection of its own: it holds one state while others write. Otherwise each write
 * would restart the copy (https://www.sqlite.org/c3ref/backup_finish.html).
 * @throws StoreError `file-exists`, `read-only`, `disk-full`
 */
export const backUp = (source: DatabaseSync, file: string): Promise<void> =>
  writeWhole(file, (part) => copyInto(source, part))

/**
 * Creates a database that appears as `file` only when complete; `fill` writes it at a temporary path. @throws
 * StoreError as `backUp`
 */
export async function writeWhole(file: string, fill: (part: string) => Promise<void>): Promise<void> {
  if (existsSync(file)) throw fileExists(file)
  const part = `${file}.${randomUUID()}.part`
  try {
    await makeDirectory(path.dirname(file))
    try {
      makePrivateFile(part)
      await fill(part)
      closeLog(part)
      await putInPlace(part, file)
    } finally {
      for (const end of ['', '-wal', '-shm', '-journal', '.lock']) await rm(`${part}${end}`, { force: true })
    }
  } catch (error) {
    throw explainError(error, file)
  }
}

async function copyInto(source: DatabaseSync, part: string): Promise<void> {
  if (source.location() === null) {
    // In memory there is one connection, and a copy follows what it writes.
    await backup(source, part, { rate: PAGES_A_STEP })
    return
  }
  source.exec('begin')
  try {
    source.prepare('select count(*) from sqlite_schema').get() // takes hold of the state that is copied
    await backup(source, part, { rate: PAGES_A_STEP })
  } finally {
    source.exec('commit')
  }
}

const PAGES_A_STEP = 1_000

/**
 * A copy has WAL mode in its header, as the store has, and even reading such a file leaves `-wal` and `-shm`
 * beside it (https://www.sqlite.org/wal.html#read_only_databases). Without WAL it is a single file; the bot
 * sets WAL again.
 */
function closeLog(part: string): void {
  using copy = new DatabaseSync(part)
  copy.exec('pragma journal_mode = delete')
}

/** Neither way overwrites a file that appeared meanwhile. Some file systems have no links. */
async function putInPlace(part: string, file: string): Promise<void> {
  try {
    await link(part, file).catch((error: unknown) => {
      if (codeOf(error) === 'EEXIST') throw error
      return copyFile(part, file, constants.COPYFILE_EXCL)
    })
  } catch (error) {
    throw codeOf(error) === 'EEXIST' ? fileExists(file) : error
  }
}

function fileExists(file: string): StoreError {
  return new StoreError(
    'file-exists',
    `${file} exists already. Choose another name; a backup never overwrites.`,
  )
}
