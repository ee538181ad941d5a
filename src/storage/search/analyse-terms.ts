import { cutWords } from '../../language/cut-words.ts'
import { spellingsOf } from '../../language/spellings.ts'
import { readTerms } from '../../language/terms.ts'
import type { SearchTerm } from './parse-search-words.ts'

/** A term as it may stand in the index: each alternative is a run of analysed words. */
export interface AnalysedTerm extends SearchTerm {
  readonly alternatives: readonly (readonly string[])[]
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
      return { ...term, alternatives: [...distinct.values()] }
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
