/** A term that an article must contain, or must not. */
export interface SearchTerm {
  /** As typed: a word, or the words of a phrase. */
  readonly text: string
  readonly excluded: boolean
  /** It was in quotation marks and must be found as written. */
  readonly isQuoted: boolean
}

/** A term of an expression: a query with operators is taken literally. */
export const asWritten = (text: string): SearchTerm => ({ text, excluded: false, isQuoted: true })

/**
 * Parses what people type: words, "phrases" in any kind of quotation marks, and -exclusions. An unclosed
 * quotation reaches to the end. Terms after the first `MOST_TERMS` are ignored, so reject longer queries
 * where the user can be told.
 */
export function parseSearchWords(words: string): readonly SearchTerm[] {
  const terms: SearchTerm[] = []
  for (const match of words.matchAll(TERM)) {
    if (terms.length === MOST_TERMS) break
    const text = (match[2] ?? match[3] ?? '').trim()
    if (text !== '') terms.push({ text, excluded: match[1] !== undefined, isQuoted: match[2] !== undefined })
  }
  return terms
}

/** Nobody types more; each term costs the store a lookup per language. */
export const MOST_TERMS = 32

/**
 * Between two Hebrew letters a quotation mark is part of the word: people type it for gershayim, as in צה"ל.
 */
const GERSHAYIM = String.raw`(?<=\p{Script=Hebrew})"(?=\p{Script=Hebrew})`
const PHRASE = String.raw`["“”„«»]((?:[^"“”„«»]|${GERSHAYIM})*)["“”„«»]?`
const WORD = String.raw`((?:[^\s"“”„«»]|${GERSHAYIM})+)`
const TERM = new RegExp(String.raw`(?:(?<=^|\s)([-\u2212\u2013]))?(?:${PHRASE}|${WORD})`, 'gu')
