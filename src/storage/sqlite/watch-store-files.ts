import { statSync } from 'node:fs'
import { StoreError } from '../store-error.ts'

/**
 * Looks whether the files of an open store are still those that it works on: SQLite goes on with a file that was
 * removed, or that another one was renamed over, and nobody ever sees what it keeps. Told by device and inode, as
 * SQLite does itself for a rollback journal (`SQLITE_FCNTL_HAS_MOVED`); one look takes some microseconds. Call it once
 * the store is open.
 * @returns what looks: null while all is well, else StoreError `lost`
 */
export function watchStoreFiles(file: string): () => StoreError | null {
  const known = new Map<string, string>()
  const look = (): StoreError | null => {
    for (const end of ENDS) {
      const identity = identityOf(file + end)
      const before = known.get(end)
      if (before !== undefined && before !== identity) return lost(file + end)
      if (identity !== null) known.set(end, identity)
    }
    return null
  }
  look()
  return look
}

/**
 * Without its log what was committed last is gone; without `-shm` or `.lock` another process no longer sees that we
 * are here.
 */
const ENDS = ['', '-wal', '-shm', '.lock']

function identityOf(file: string): string | null {
  const found = statSync(file, { bigint: true, throwIfNoEntry: false })
  return found === undefined ? null : `${found.dev}:${found.ino}`
}

function lost(file: string): StoreError {
  return new StoreError(
    'lost',
    `${file} was removed or replaced while Dragoman ran, and what was kept since may be lost with it. Put ` +
      'the right file in its place, or restore the newest backup, and start Dragoman again.',
  )
}
