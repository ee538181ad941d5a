import { chmodSync, closeSync, openSync, readdirSync, statSync } from 'node:fs'

const OWNER_ALONE = 0o077
const STICKY = 0o1000

/**
 * Makes an empty file that its owner alone may read and write, where there is none. SQLite gives `-wal` and `-shm` the
 * rights of the file they belong to.
 */
export function makePrivateFile(file: string): void {
  try {
    // Only a file that is new: to close one that SQLite has open in this process would take its locks away
    // (https://www.sqlite.org/howtocorrupt.html, 2.2).
    closeSync(openSync(file, 'wx', 0o600))
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
}

/** Takes what is there of these files from everybody but their owner, where that is us. */
export function closeFiles(files: readonly string[]): void {
  for (const file of files) if (isOpenAndOurs(file)) chmodSync(file, 0o600)
}

/**
 * The same for a directory that is the store's alone: one that others work in too, below it or beside us, stays as it
 * is.
 */
export function closeDirectory(directory: string): void {
  if (!isOpenAndOurs(directory) || (statSync(directory).mode & STICKY) !== 0) return
  const others = readdirSync(directory, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  // What file systems put at their root.
  if (others.every(({ name }) => name === 'lost+found')) chmodSync(directory, 0o700)
}

function isOpenAndOurs(path: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false })
  return found !== undefined && found.uid === process.getuid?.() && (found.mode & OWNER_ALONE) !== 0
}
