import { randomUUID } from 'node:crypto'
import {
  closeSync,
  fchmodSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { followLinks } from './follow-links.ts'

/**
 * The new text is whole, and on the disk, before it takes the old one's place: neither a full disk nor a power cut
 * loses both. What a link leads to is replaced, and the link stays. `mode` as in chmod; without it that of the old
 * file. @throws Error where something else than a file stands there, a device or a directory
 */
export function replaceFile(file: string, text: string, options: { readonly mode?: number } = {}): void {
  const target = followLinks(file)
  const before = modeOf(target)
  const mode = options.mode ?? before
  // Of a name that nobody can have put there before, and in the same directory: a rename is at once only within one
  // file system.
  const fresh = `${target}.${randomUUID()}.new`
  try {
    writeToDisk(fresh, text, mode)
    renameSync(fresh, target)
  } catch (error) {
    rmSync(fresh, { force: true })
    throw error
  }
  syncDirectory(dirname(target))
}

const modeOf = (file: string): number | null => {
  const found = statSync(file, { throwIfNoEntry: false })
  if (found?.isFile() === false)
    throw new Error(`${file} is no file that could be written anew. Name another one.`)
  return found === undefined ? null : found.mode & 0o777
}

function writeToDisk(file: string, text: string, mode: number | null): void {
  const opened = openSync(file, 'wx', mode ?? 0o666)
  try {
    // The umask may have taken away what the old file gave.
    if (mode !== null) fchmodSync(opened, mode)
    writeFileSync(opened, text)
    fsyncSync(opened)
  } finally {
    closeSync(opened)
  }
}

/** Else a power cut may undo the rename. Some file systems cannot. */
function syncDirectory(directory: string): void {
  try {
    const opened = openSync(directory, 'r')
    try {
      fsyncSync(opened)
    } finally {
      closeSync(opened)
    }
  } catch {
    // The file is whole either way, the old one or the new.
  }
}
