import path from 'node:path'
import { chmodSync, closeSync, openSync, readdirSync, statSync } from 'node:fs'
import { mkdir, realpath } from 'node:fs/promises'
import { DatabaseSync } from 'node:sqlite'
import { inUse, StoreError } from '../store-error.ts'
import { codeOf } from './explain-error.ts'

/**
 * Creates a directory and its missing parents, accessible only to their owner; existing ones stay unchanged.
 * Where a file system reports a directory as missing but cannot create it, as /proc does, Node's own
 * `recursive` retries for ever; here it ends with that error.
 */
export async function makeDirectory(directory: string): Promise<void> {
  try {
    await mkdir(directory, 0o700)
  } catch (error) {
    const code = codeOf(error)
    if (code === 'EEXIST') return
    const above = path.dirname(directory)
    if (code !== 'ENOENT' || above === directory) throw error
    await makeDirectory(above)
    await mkdir(directory, 0o700)
  }
}

/** The absolute path of a file behind all symbolic links; the file and its directories may be missing. */
export async function truePath(file: string): Promise<string> {
  const whole = path.resolve(file)
  try {
    return await realpath(whole)
  } catch (error) {
    const above = path.dirname(whole)
    if (codeOf(error) !== 'ENOENT' || above === whole) return whole
    return path.join(await truePath(above), path.basename(whole))
  }
}

const OWNER_ONLY = 0o077
const STICKY = 0o1000

/**
 * Creates an empty file that only its owner may read and write, unless it exists. SQLite gives `-wal` and
 * `-shm` the permissions of the file they belong to.
 */
export function makePrivateFile(file: string): void {
  try {
    // Only for a new file: closing one that SQLite has open in this process would drop its locks
    // (https://www.sqlite.org/howtocorrupt.html, 2.2).
    closeSync(openSync(file, 'wx', 0o600))
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
  }
}

/** Removes the permissions of everybody but the owner from those of these files that exist and are ours. */
export function closeFiles(files: readonly string[]): void {
  for (const file of files) if (isOpenAndOurs(file)) chmodSync(file, 0o600)
}

/**
 * The same for a directory that only the store uses. One that others use too (it has subdirectories or the
 * sticky bit) stays unchanged.
 */
export function closeDirectory(directory: string): void {
  if (!isOpenAndOurs(directory) || (statSync(directory).mode & STICKY) !== 0) return
  const others = readdirSync(directory, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  // What file systems create at their root.
  if (others.every(({ name }) => name === 'lost+found')) chmodSync(directory, 0o700)
}

function isOpenAndOurs(path: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false })
  return found !== undefined && found.uid === process.getuid?.() && (found.mode & OWNER_ONLY) !== 0
}

/**
 * Locks `<file>.lock` until released or until the process ends, in whatever way: an SQLite lock belongs to
 * the process, so a kill leaves nothing to clean up. Two bots on one data directory would send everything
 * twice.
 * @returns a function that releases the lock
 * @throws StoreError `in-use` while another process (or another opening in this one) holds it
 */
export function lockFile(file: string): () => void {
  makePrivateFile(`${file}.lock`)
  const lock = new DatabaseSync(`${file}.lock`, { timeout: 0 })
  try {
    lock.exec('begin exclusive')
  } catch (error) {
    lock.close()
    // SQLITE_BUSY: https://www.sqlite.org/rescode.html#busy
    if (!(error instanceof Error && 'errcode' in error && error.errcode === 5)) throw error
    throw inUse(file, 'a data directory', error)
  }
  return () => lock.close()
}

/**
 * Checks whether the files of an open store are still the ones it works on. SQLite continues with a file that
 * was deleted, or replaced by renaming another over it, and nobody ever sees what it writes there. Compares
 * device and inode, as SQLite does for a rollback journal (`SQLITE_FCNTL_HAS_MOVED`); one check takes some
 * microseconds. Call it once the store is open.
 * @returns the check: null while all is well, else StoreError `lost`
 */
export function watchStoreFiles(file: string): () => StoreError | null {
  const known = new Map<string, string>()
  const check = (): StoreError | null => {
    for (const end of SUFFIXES) {
      const identity = identityOf(file + end)
      const before = known.get(end)
      if (before !== undefined && before !== identity) return lost(file + end)
      if (identity !== null) known.set(end, identity)
    }
    return null
  }
  check()
  return check
}

/**
 * Without its log the latest commits are gone. Without `-shm` or `.lock` another process no longer sees that
 * this one is running.
 */
const SUFFIXES = ['', '-wal', '-shm', '.lock']

function identityOf(file: string): string | null {
  const found = statSync(file, { bigint: true, throwIfNoEntry: false })
  return found === undefined ? null : `${found.dev}:${found.ino}`
}

function lost(file: string): StoreError {
  return new StoreError(
    'lost',
    `${file} was removed or replaced while Dragoman ran, and what was kept since may be lost with it. ` +
      'Put the right file in its place, or restore the newest backup, and start Dragoman again.',
  )
}
