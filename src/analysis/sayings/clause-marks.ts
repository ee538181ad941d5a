import { MARK, type Words } from '../../language/read-text.ts'

/** Marks between the clauses of a sentence: a comma, a dash, a colon, a full stop. */
export const BREAK = MARK.afterComma | MARK.afterBreak | MARK.sentenceStart

/** Returns where a word ends, in UTF-16 units. */
export const charEnd = (words: Words, at: number): number => words.end[at] ?? 0
