import type { Expression } from '../../records/expression.ts'
import { analyseTerms } from '../search/search-terms.ts'
import { facet } from './facets.ts'
import { anyOf, termExpression } from './match-expression.ts'

/**
 * A keyword expression in FTS5's syntax, for texts in any of these languages (ISO 639-1; at least one). FTS5 has AND, OR and brackets as we do,
 * but its NOT only takes away from something: from every article, where nothing else is asked.
 */
export function expressionMatch(expression: Expression, languages: readonly string[]): string {
  const every = anyOf(languages.map(facet.language))
  const write = (part: Expression): string => {
    switch (part.kind) {
      case 'term': {
        const [term] = analyseTerms([{ text: part.text, excluded: false }], languages)
        return term === undefined ? `(${every} NOT ${every})` : termExpression(term)
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
