/**
 * The same word, holding nothing else in memory. V8 keeps a piece of 13 units or more as a pointer into the text it was cut from (`SlicedString::kMinLength`
 * in its source), so that a word remembered would keep a whole article.
 */
export const detach = (word: string): string =>
  word.length < SHORTEST_PIECE ? word : Buffer.from(word, 'utf16le').toString('utf16le')

const SHORTEST_PIECE = 13
