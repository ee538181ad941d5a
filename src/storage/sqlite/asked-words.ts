import type { Expression } from '../../records/expression.ts'
import type { SearchQuery } from '../../records/search.ts'
import { analyseTerms, type AnalysedTerm } from '../search/search-terms.ts'
import { parseSearchWords } from '../search/search-terms.ts'
import { expressionMatch } from './expression-match.ts'
import { termExpression } from './match-expression.ts'
import { wordCondition, type Condition } from './rank-newest.ts'

/** What the words of a search ask for. */
export interface AskedWords {
  readonly conditions: readonly Condition[]
  /** In FTS5's syntax. */
  readonly excluded: readonly string[]
  /** To be shown in snippets, those that are left out marked. */
  readonly terms: readonly AnalysedTerm[]
}

/** Null where no article can hold what is asked: "!!!" is not a wish for everything. `languages` are those of the articles (ISO 639-1). */
export function askedWords(
  { words, expression }: Pick<SearchQuery, 'words' | 'expression'>,
  languages: readonly string[],
): AskedWords | null {
  if (expression !== undefined) return languages.length === 0 ? null : inExpression(expression, languages)
  const typed = parseSearchWords(words)
  const terms = analyseTerms(typed, languages)
  const wanted = terms.filter(({ excluded }) => !excluded)
  const isAsked = typed.some(({ excluded }) => !excluded)
  if (typed.length > 0 && (terms.length === 0 || (wanted.length === 0 && isAsked))) return null
  return {
    conditions: wanted.map((term) => wordCondition(termExpression(term))),
    excluded: terms.filter(({ excluded }) => excluded).map(termExpression),
    terms,
  }
}

/** What is joined by AND at the top are conditions of their own, so that each weighs in the order. */
function inExpression(expression: Expression, languages: readonly string[]): AskedWords {
  const parts = expression.kind === 'and' ? expression.of : [expression]
  return {
    conditions: parts.flatMap((part) => {
      if (part.kind === 'not') return []
      const match = expressionMatch(part, languages)
      return [isPlain(part) ? wordCondition(match) : { match, better: [] }]
    }),
    excluded: parts.flatMap((part) => (part.kind === 'not' ? [expressionMatch(part.of, languages)] : [])),
    terms: analyseTerms(
      wantedIn(expression).map((text) => ({ text, excluded: false })),
      languages,
    ),
  }
}

/** Without NOT: what is not in the title may well be in the text. */
function isPlain(part: Expression): boolean {
  return part.kind === 'term' || (part.kind !== 'not' && part.of.every(isPlain))
}

function wantedIn(part: Expression): readonly string[] {
  if (part.kind === 'term') return [part.text]
  return part.kind === 'not' ? [] : part.of.flatMap(wantedIn)
}
