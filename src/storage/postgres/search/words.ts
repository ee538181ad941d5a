/**
 * Cuts words as SQLite's index does (FTS5's tokenizer `ascii`), so that both find the same: at ASCII spaces
 * and punctuation, with ASCII capitals folded. A word may have 2,046 bytes
 * (https://www.postgresql.org/docs/15/textsearch-limitations.html).
 */
export const cutIndexed = (text: string): readonly string[] =>
  text
    .replaceAll(/[A-Z]+/gu, (capitals) => capitals.toLowerCase())
    // ASCII characters other than letters and digits.
    .split(/[^\P{ASCII}0-9A-Za-z]+/u)
    .filter((word) => word !== '')
    .map((word) => word.slice(0, LONGEST_WORD))

/** UTF-16 units, each of at most three bytes. */
const LONGEST_WORD = 600

/** A word as input of `tsvector` and `tsquery`. */
export const quoteWord = (word: string): string => `'${word.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
