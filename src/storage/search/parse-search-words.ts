/** One thing that a found article must say, or must not. */
export interface SearchTerm {
  /** As typed: a word, or the words of a phrase. */
  readonly text: string
  readonly excluded: boolean
  /** Stood in quotes: wanted as it is written. */
  readonly isQuoted: boolean
}

/** A term of an expression: what is asked with operators is asked precisely. */
export const asWritten = (text: string): SearchTerm => ({ text, excluded: false, isQuoted: true })

/**
 * Reads what people type: words, "phrases" in any kind of quotation marks, and -exclusions. A quote that is never closed
 * reaches to the end. Terms after the first `MOST_TERMS` are not read: refuse longer queries where you can tell the reader.
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

/** Nobody types more; each term costs the store one lookup for each language. */
export const MOST_TERMS = 32

/** Between two Hebrew letters a quotation mark belongs to the word: people type it for gershayim, as in צה"ל. */
const GERSHAYIM = String.raw`(?<=\p{Script=Hebrew})"(?=\p{Script=Hebrew})`
const PHRASE = String.raw`["“”„«»]((?:[^"“”„«»]|${GERSHAYIM})*)["“”„«»]?`
const WORD = String.raw`((?:[^\s"“”„«»]|${GERSHAYIM})+)`
const TERM = new RegExp(String.raw`(?:(?<=^|\s)([-\u2212\u2013]))?(?:${PHRASE}|${WORD})`, 'gu')
