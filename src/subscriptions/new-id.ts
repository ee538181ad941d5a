import { shortName } from '../text/short-name.ts'

/** An id to try, with a letter in it; the next try is free when one is taken. `random` gives numbers in [0, 1). */
export function newId(random: () => number): string {
  for (;;) {
    const id = shortName(random)
    if (/[a-z]/u.test(id)) return id
  }
}
