import { isSameName } from './names.ts'
import type { Word } from './read-words.ts'

/** The same word in whatever form. */
export const isSame = (a: Word | undefined, b: Word): boolean =>
  a !== undefined && (a.lower === b.lower || a.key === b.key || isSameName(a.lower, b.lower))
