import { isKnown } from './correct-typo.ts'
import type { Word } from './sentence.ts'

/** Rows of the keyboards of our languages, in folded letters. */
const ROWS = [
  'qwertyuiop',
  'qwertzuiopu',
  'azertyuiop',
  'asdfghjkl',
  'qsdfghjklm',
  'zxcvbnm',
  'йцукенгшщзх',
  'фывапролджэ',
  'ячсмитьбю',
  'ضصثقفغعهخحج',
  'شسيبلاتنمك',
] as const

/**
 * Returns whether a word says nothing: laughter ("hahaha", "ахахаха", "ههههه", "ksksks") or keys in a row
 * ("asdfgh", while "wert" is a word).
 */
export const isNoise = (word: Word): boolean =>
  word.kind === 'word' &&
  word.key.length >= SHORTEST &&
  (LAUGHTER.test(word.key) || (ROWS.some((row) => row.includes(word.key)) && !isKnown(word)))

/** In letters. Shorter ones such as "ooo" and "www" stand for something. */
const SHORTEST = 4

/** One or two letters, repeated. */
const LAUGHTER = /^\p{L}?(\p{L}{1,2})\1{2,}\p{L}?$/u
