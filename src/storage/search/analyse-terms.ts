import { analyse } from '../../text/words.ts'
import type { SearchTerm } from './parse-search-words.ts'

/** A term as it may stand in the index: each alternative is a run of analysed words. */
export interface AnalysedTerm {
  readonly alternatives: readonly (readonly string[])[]
  readonly excluded: boolean
}

/**
 * The language of a query is unknown, and a word is stored as its article's language stems it: so each term is analysed in
 * every language that may hold it, and any of the distinct results counts. Terms without letters or digits fall away; of
 * a phrase without end the first words count.
 */
export function analyseTerms(
  terms: readonly SearchTerm[],
  languages: readonly string[],
): readonly AnalysedTerm[] {
  return terms
    .map((term) => {
      const distinct = new Map<string, readonly string[]>()
      for (const language of languages) {
        const words = analyse(term.text.slice(0, LONGEST_TERM), language).slice(0, LONGEST_PHRASE)
        if (words.length > 0) distinct.set(words.join(' '), words)
      }
      return { alternatives: [...distinct.values()], excluded: term.excluded }
    })
    .filter((term) => term.alternatives.length > 0)
}

/** Longer phrases are hardly ever quoted, and each word costs a lookup for each language. */
const LONGEST_PHRASE = 16
/** UTF-16 units. */
const LONGEST_TERM = 400
