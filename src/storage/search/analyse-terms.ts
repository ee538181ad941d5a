import { cutWords } from '../../language/cut-words.ts'
import { spellingsOf } from '../../language/spellings.ts'
import { readTerms } from '../../language/terms.ts'
import type { SearchTerm } from './parse-search-words.ts'

/** A term in the forms it may have in the index: each alternative is a run of analysed words. */
export interface AnalysedTerm extends SearchTerm {
  readonly alternatives: readonly (readonly string[])[]
}

/**
 * Analyses terms in every language that may contain them, because the language of a query is unknown and
 * words are stored as stemmed in the language of their article. Other spellings of that language are
 * included; any distinct result counts. Terms without letters or digits are dropped. Of an overlong phrase
 * only the first words count.
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

/** The runs of words that a term may be in a text of a language, first the one as typed. */
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

/** Longer phrases are hardly ever quoted, and each word costs a lookup per language. */
const LONGEST_PHRASE = 16
/** Runs of one phrase in one language: three words with two spellings each. */
const MOST_RUNS = 8
/** UTF-16 units. */
const LONGEST_TERM = 400
