import type { Expression } from '../../records/expression.ts'
import { type AnalysedTerm, analyseTerms } from './analyse-terms.ts'
import { facet, nameFacets } from './facets.ts'
import { anyOf, both, but, either, type Match, words } from './match.ts'
import { asWritten } from './parse-search-words.ts'
import type { TranslatedTerm } from './translate-terms.ts'

export function termMatch(term: AnalysedTerm): Match {
  return anyOf(term.alternatives.map((run) => run.join(' ')))
}

/** Matches `match`, or articles tagged with one of these names. */
export function orNamed(match: Match, names: readonly (string | undefined)[]): Match {
  const facets = new Set(names.flatMap((name) => (name === undefined ? [] : nameFacets(name))))
  return facets.size === 0 ? match : either([match, anyOf([...facets])])
}

/** Matches a term as typed, or its translations in texts of their languages. */
export function translatedMatch(term: TranslatedTerm): Match {
  const elsewhere = term.elsewhere.map(({ language, terms, areStems }) =>
    both([
      words(facet.language(language)),
      either(terms.map((word) => ({ kind: 'words', words: word, isStart: areStems }))),
    ]),
  )
  return either([termMatch(term), ...elsewhere])
}

/**
 * Whether a term is all capitals. "UN" as a word would find the French article "un"; all articles that
 * mention the UN are tagged with it.
 */
const isInitials = (text: string): boolean => text === text.toUpperCase() && text !== text.toLowerCase()

/**
 * Compiles a keyword expression for texts in these languages (ISO 639-1; at least one). An index can only
 * subtract from a set: NOT subtracts from all articles.
 */
export function expressionMatch(expression: Expression, languages: readonly string[]): Match {
  const every = anyOf(languages.map(facet.language))
  const write = (part: Expression): Match => {
    switch (part.kind) {
      case 'term': {
        if (part.name !== undefined && isInitials(part.text)) return anyOf([...nameFacets(part.name)])
        const [term] = analyseTerms([asWritten(part.text)], languages)
        return term === undefined ? but(every, [every]) : orNamed(termMatch(term), [part.text, part.name])
      }
      case 'not':
        return but(every, [write(part.of)])
      case 'or':
        return either(part.of.map(write))
      case 'and': {
        const asked = part.of.filter(({ kind }) => kind !== 'not').map(write)
        const refused = part.of.flatMap((other) => (other.kind === 'not' ? [write(other.of)] : []))
        return but(asked.length === 0 ? every : both(asked), refused)
      }
      default:
        return part satisfies never
    }
  }
  return write(expression)
}
