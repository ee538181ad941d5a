import { StoreError } from '../store-error.ts'

/**
 * Turns an error of SQLite or the file system about `file` into a StoreError with a remedy. StoreErrors pass
 * unchanged.
 */
export function explainError(error: unknown, file: string): StoreError {
  if (error instanceof StoreError) return error
  const fault = faultOf(error)
  const reason = error instanceof Error ? error.message : String(error)
  return new StoreError(fault, REMEDIES[fault](file, reason), error)
}

const REMEDIES = {
  'disk-full': (file: string) => `The disk that holds ${file} is full. Make room; nothing kept is lost.`,
  'disk-error': (file: string, reason: string) =>
    `Reading or writing ${file} failed (${reason}). Check the disk and its free space, then start Dragoman again.`,
  'read-only': (file: string) =>
    `Cannot write to ${file}. Let the user that runs Dragoman write to its directory, or choose another data directory.`,
  'not-a-database': (file: string) =>
    `${file} is not a Dragoman database. Move it away and start again, or restore a backup under this name.`,
  corrupt: (file: string) =>
    `${file} is damaged. Stop Dragoman, keep a copy of the file with its -wal and -shm, and restore the newest backup under this name.`,
  busy: (file: string) =>
    `Another process has been writing to ${file} for too long. Stop the other Dragoman, then try again.`,
  closed: (file: string) => `The store ${file} is closed. Open it again first.`,
  failed: (file: string, reason: string) =>
    `The store ${file} failed: ${reason}. If it comes again, report it with this text.`,
}

type Explained = keyof typeof REMEDIES

/** Primary result codes: https://www.sqlite.org/rescode.html (the low byte of an extended code). */
const SQLITE_FAULTS: ReadonlyMap<number, Explained> = new Map([
  [3, 'read-only'], // SQLITE_PERM
  [5, 'busy'],
  [6, 'busy'], // SQLITE_LOCKED
  [8, 'read-only'],
  [10, 'disk-error'],
  [11, 'corrupt'],
  [13, 'disk-full'],
  [14, 'read-only'], // SQLITE_CANTOPEN: the directory may not be entered or written
  [26, 'not-a-database'],
])

/** Codes of the file system, and node:sqlite's code for a closed connection. */
const NODE_FAULTS: ReadonlyMap<unknown, Explained> = new Map([
  ['ERR_INVALID_STATE', 'closed'],
  ['EACCES', 'read-only'],
  ['EPERM', 'read-only'],
  ['EROFS', 'read-only'],
  ['ENOTDIR', 'read-only'],
  ['ENOENT', 'read-only'], // no directory can be made there, as in /proc
  ['EEXIST', 'read-only'], // a file stands where the directory should be
  ['ENOSPC', 'disk-full'],
  ['EDQUOT', 'disk-full'],
])

function faultOf(error: unknown): Explained {
  if (!(error instanceof Error)) return 'failed'
  if ('errcode' in error && typeof error.errcode === 'number') {
    return SQLITE_FAULTS.get(error.errcode & 0xff) ?? 'failed'
  }
  return NODE_FAULTS.get(codeOf(error)) ?? 'failed'
}

/** The code of a Node error: `ENOENT`. */
export const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined
