import type { Expression } from '../records/expression.ts'
import type { SearchQuery, SubjectNames } from '../records/search.ts'
import type { Store } from '../records/ports/store.ts'

/** Finds what a short text names. */
type NamesOf = (text: string) => SubjectNames

/** Wraps a store so that a name in a search or a keyword expression is found in all its spellings. */
export function knowNames(store: Store, namesOf: NamesOf): Store {
  return {
    ...store,
    search: (query) =>
      store.search({
        ...query,
        names: namesIn(query.words, namesOf),
        ...(query.expression !== undefined && { expression: withNames(query.expression, namesOf) }),
      }),
    findings: (query) =>
      store.findings(
        query.name === undefined ? query : { ...query, name: namesOf(query.name).name ?? query.name },
      ),
    storiesSaying: (expression, window) => store.storiesSaying(withNames(expression, namesOf), window),
    storyHeads: (window) => {
      const expression = window.about?.expression
      return store.storyHeads(
        expression === undefined
          ? window
          : { ...window, about: { ...window.about, expression: withNames(expression, namesOf) } },
      )
    },
  }
}

function withNames(expression: Expression, namesOf: NamesOf): Expression {
  if (expression.kind === 'not') return { kind: 'not', of: withNames(expression.of, namesOf) }
  if (expression.kind !== 'term')
    return { kind: expression.kind, of: expression.of.map((part) => withNames(part, namesOf)) }
  const { name, spellings = [] } = namesOf(expression.text)
  if (name !== undefined) return { ...expression, name }
  if (spellings.length === 0) return expression
  return { kind: 'or', of: [expression, ...spellings.map((text) => ({ kind: 'term', text }) as const)] }
}

/** Finds names among the runs of up to `MOST_NAME_WORDS` words. */
function namesIn(words: string, namesOf: NamesOf): NonNullable<SearchQuery['names']> {
  const typed = words
    .split(/["“”„«»\s]+/u)
    .filter((word) => word !== '')
    .slice(0, MOST_WORDS_READ)
  return typed.flatMap((_, first) =>
    typed.slice(first, first + MOST_NAME_WORDS).flatMap((_, length) => {
      const text = typed.slice(first, first + length + 1).join(' ')
      const names = namesOf(text)
      return Object.keys(names).length === 0 ? [] : [{ text, ...names }]
    }),
  )
}

const MOST_NAME_WORDS = 4
const MOST_WORDS_READ = 32
