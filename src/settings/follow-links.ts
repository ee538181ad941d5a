import { lstatSync, readlinkSync, realpathSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

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
