import { shortName } from '../text/short-name.ts'

/**
 * Returns an id to try. It has a letter in it; the caller tries again if it is taken. `random` gives numbers
 * in [0, 1).
 */
export function newId(random: () => number): string {
  for (;;) {
    const id = shortName(random)
    if (/[a-z]/u.test(id)) return id
  }
}
