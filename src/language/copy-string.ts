/**
 * Copies a word so that it keeps nothing else in memory. V8 stores a substring of 13 units or more as a
 * pointer into the original text (`SlicedString::kMinLength` in its source), so a remembered word would keep
 * a whole article.
 */
export const copyString = (word: string): string =>
  word.length < SHORTEST_PIECE ? word : Buffer.from(word, 'utf16le').toString('utf16le')

const SHORTEST_PIECE = 13
