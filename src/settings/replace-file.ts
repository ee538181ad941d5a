import { randomUUID } from 'node:crypto'
import {
  closeSync,
  fchmodSync,
  fsyncSync,
  lstatSync,
  openSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, resolve } from 'node:path'

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

/** Linux follows no more (path_resolution(7)). */
const MOST_LINKS = 40

/**
 * The path that a file's links lead to in the end, whether something stands there or not yet; the path itself where it
 * is no link. @throws Error when links go in a circle
 */
export function followLinks(file: string): string {
  let path = file
  for (let followed = 0; followed <= MOST_LINKS; followed++) {
    if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() !== true) return path
    // What a link says counts from the directory it really stands in.
    path = resolve(realpathSync(dirname(path)), readlinkSync(path))
  }
  throw new Error(`${file} is a link that leads in a circle. Make it lead to a file, or remove it.`)
}
