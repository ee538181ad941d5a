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
 * Replaces a file atomically: the new text is complete and on disk before it takes the old one's place, so
 * that neither a full disk nor a power cut loses both. If the path is a link, its target is replaced and the
 * link stays. `mode` is as in chmod; by default that of the old file.
 * @throws Error if the path is something other than a file, such as a device or directory
 */
export function replaceFile(file: string, text: string, options: { readonly mode?: number } = {}): void {
  const target = followLinks(file)
  const before = modeOf(target)
  const mode = options.mode ?? before
  // A name that nobody can have created before, in the same directory, because a rename is atomic only within
  // one file system.
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
    // The umask may have removed permissions that the old file had.
    if (mode !== null) fchmodSync(opened, mode)
    writeFileSync(opened, text)
    fsyncSync(opened)
  } finally {
    closeSync(opened)
  }
}

/** Without this, a power cut may undo the rename. Some file systems do not support it. */
function syncDirectory(directory: string): void {
  try {
    const opened = openSync(directory, 'r')
    try {
      fsyncSync(opened)
    } finally {
      closeSync(opened)
    }
  } catch {
    // The file is complete either way, the old one or the new.
  }
}

/** Linux follows no more (path_resolution(7)). */
const MOST_LINKS = 40

/**
 * Resolves all links of a path, whether or not the target exists; returns the path itself if it is no link.
 * @throws Error when links form a circle
 */
export function followLinks(file: string): string {
  let path = file
  for (let followed = 0; followed <= MOST_LINKS; followed++) {
    if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() !== true) return path
    // A link's target is relative to the directory that really contains the link.
    path = resolve(realpathSync(dirname(path)), readlinkSync(path))
  }
  throw new Error(`${file} is a link that leads in a circle. Make it lead to a file, or remove it.`)
}
