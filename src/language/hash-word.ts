import { randomInt } from 'node:crypto'

/** FNV-1a, 32 bits with a sign: http://www.isthe.com/chongo/tech/comp/fnv/ over UTF-16 units. The same everywhere and always. */
export function hashWord(word: string): number {
  let hash = 0x811c9dc5 | 0
  for (let i = 0; i < word.length; i++) hash = hashOn(hash, word.charCodeAt(i))
  return hash
}

/** The hash of a word with one more unit. */
export const hashOn = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193)

/** Another hash of a word with one more unit: words that agree in both are the same. */
export const markOn = (mark: number, unit: number): number =>
  Math.imul(mark + unit, 0x85ebca6b) ^ (mark >>> 15)

/**
 * Where the hash of a word begins that a table of words met before is asked for. Other in each process: who writes a feed cannot work out two words that the
 * table would take for one.
 */
export const tableSeed = (language: string): number => hashWord(language) ^ SALT

const SALT = randomInt(2 ** 31)
