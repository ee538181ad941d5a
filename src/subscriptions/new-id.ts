/** Small letters and digits without vowels and without look-alikes: no id spells a word or has to be spelled out. */
const LETTERS = 'bcdfghjkmnpqrstvwxz23456789'

/** 27^4, half a million: short enough to type, and the next try is free when one is taken. */
const LENGTH = 4

/** An id to try, with a letter in it. `random` gives numbers in [0, 1). */
export function newId(random: () => number): string {
  for (;;) {
    const letters = Array.from(
      { length: LENGTH },
      () => LETTERS[Math.floor(random() * LETTERS.length)] ?? 'b',
    )
    const id = letters.join('')
    if (/[a-z]/u.test(id)) return id
  }
}
