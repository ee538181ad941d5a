import { cutWords } from '../../language/cut-words.ts'
import { spellingsOf } from '../../language/spellings.ts'
import { readTerms } from '../../language/terms.ts'

/** One thing that a found article must say, or must not. */
export interface SearchTerm {
  /** As typed: a word, or the words of a phrase. */
  readonly text: string
  readonly excluded: boolean
}

/**
 * Reads what people type: words, "phrases" in any kind of quotation marks, and -exclusions. A quote that is never closed
 * reaches to the end. Terms after the first `MOST_TERMS` are not read: refuse longer queries where you can tell the reader.
 */
export function parseSearchWords(words: string): readonly SearchTerm[] {
  const terms: SearchTerm[] = []
  for (const match of words.matchAll(TERM)) {
    if (terms.length === MOST_TERMS) break
    const text = (match[2] ?? match[3] ?? '').trim()
    if (text !== '') terms.push({ text, excluded: match[1] !== undefined })
  }
  return terms
}

/** Nobody types more; each term costs the store one lookup for each language. */
export const MOST_TERMS = 32

/** Between two Hebrew letters a quotation mark belongs to the word: people type it for gershayim, as in צה"ל. */
const TERM =
  /(?:(?<=^|\s)([-\u2212\u2013]))?(?:["“”„«»]((?:[^"“”„«»]|(?<=\p{Script=Hebrew})"(?=\p{Script=Hebrew}))*)["“”„«»]?|((?:[^\s"“”„«»]|(?<=\p{Script=Hebrew})"(?=\p{Script=Hebrew}))+))/gu

/** A term as it may stand in the index: each alternative is a run of analysed words. */
export interface AnalysedTerm {
  readonly alternatives: readonly (readonly string[])[]
  readonly excluded: boolean
}

/**
 * The language of a query is unknown, and a word is stored as its article's language stems it: so each term is analysed in
 * every language that may hold it, also as others of that language spell it, and any of the distinct results counts. Terms without letters or
 * digits fall away; of a phrase without end the first words count.
 */
export function analyseTerms(
  terms: readonly SearchTerm[],
  languages: readonly string[],
): readonly AnalysedTerm[] {
  return terms
    .map((term) => {
      const distinct = new Map<string, readonly string[]>()
      for (const language of languages)
        for (const words of runsOf(term.text.slice(0, LONGEST_TERM), language))
          if (words.length > 0) distinct.set(words.join(' '), words)
      return { alternatives: [...distinct.values()], excluded: term.excluded }
    })
    .filter((term) => term.alternatives.length > 0)
}

/** The runs of words as which a term may stand in a text of a language, the one as it was typed first. */
function runsOf(text: string, language: string): readonly (readonly string[])[] {
  let runs: readonly (readonly string[])[] = [[]]
  for (const word of cutWords(text, language).slice(0, LONGEST_PHRASE)) {
    const forms = new Set(
      [word, ...spellingsOf(word, language)].flatMap((one) => readTerms(one, language).words),
    )
    const longer = runs.flatMap((run) => [...forms].map((form) => [...run, form]))
    const [asTyped = word] = forms
    runs = longer.length <= MOST_RUNS ? longer : runs.map((run) => [...run, asTyped])
  }
  return runs
}

/** Longer phrases are hardly ever quoted, and each word costs a lookup for each language. */
const LONGEST_PHRASE = 16
/** Of one phrase in one language: three words that have two spellings each. */
const MOST_RUNS = 8
/** UTF-16 units. */
const LONGEST_TERM = 400
