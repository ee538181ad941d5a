import type { Expression } from '../../../records/expression.ts'
import { type AnalysedTerm, analyseTerms } from '../../search/analyse-terms.ts'
import { asWritten } from '../../search/parse-search-words.ts'
import type { TranslatedTerm } from '../../search/translate-terms.ts'
import { facet, nameFacets } from './search-index.ts'

/** FTS5 query syntax: https://www.sqlite.org/fts5.html#full_text_query_syntax */
export function anyOf(words: readonly string[]): string {
  return `(${words.map((word) => quote(word)).join(' OR ')})`
}

/** Every condition holds and no excluded one. Null when there is no condition to begin with: FTS5 has no "all but". */
export function matchExpression(conditions: readonly string[], excluded: readonly string[]): string | null {
  if (conditions.length === 0) return null
  const all = `(${conditions.join(' AND ')})`
  return excluded.length === 0 ? all : `(${all} NOT (${excluded.join(' OR ')}))`
}

export function termExpression(term: AnalysedTerm): string {
  return anyOf(term.alternatives.map((words) => words.join(' ')))
}

/** What is asked, or that an article is tagged with one of these names. */
export function orNamed(match: string, names: readonly (string | undefined)[]): string {
  const facets = new Set(names.flatMap((name) => (name === undefined ? [] : nameFacets(name))))
  return facets.size === 0 ? match : `(${match} OR ${anyOf([...facets])})`
}

/** The term as it was typed, or what it is in other languages, in texts of these. */
export function translatedExpression(term: TranslatedTerm): string {
  const elsewhere = term.elsewhere.map(({ language, terms, areStems }) => {
    const words = terms.map((word) => (areStems ? `${quote(word)} *` : quote(word)))
    return `(${quote(facet.language(language))} AND (${words.join(' OR ')}))`
  })
  return `(${[termExpression(term), ...elsewhere].join(' OR ')})`
}

/** A run of words in quotes is a phrase. */
function quote(words: string): string {
  return `"${words.replaceAll('"', '""')}"`
}

/**
 * A keyword expression in FTS5's syntax, for texts in any of these languages (ISO 639-1; at least one). FTS5 has AND, OR and brackets as we do,
 * but its NOT only takes away from something: from every article, where nothing else is asked.
 */
export function expressionMatch(expression: Expression, languages: readonly string[]): string {
  const every = anyOf(languages.map(facet.language))
  const write = (part: Expression): string => {
    switch (part.kind) {
      case 'term': {
        const [term] = analyseTerms([asWritten(part.text)], languages)
        return term === undefined
          ? `(${every} NOT ${every})`
          : orNamed(termExpression(term), [part.text, part.name])
      }
      case 'not':
        return `(${every} NOT ${write(part.of)})`
      case 'or':
        return `(${part.of.map(write).join(' OR ')})`
      case 'and': {
        const asked = part.of.filter(({ kind }) => kind !== 'not').map(write)
        const refused = part.of.flatMap((other) => (other.kind === 'not' ? [write(other.of)] : []))
        const base = asked.length === 0 ? every : `(${asked.join(' AND ')})`
        return refused.length === 0 ? base : `(${base} NOT (${refused.join(' OR ')}))`
      }
      default:
        return part satisfies never
    }
  }
  return write(expression)
}
