import type { AnalysedTerm } from '../search/search-terms.ts'

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

/** A run of words in quotes is a phrase. */
function quote(words: string): string {
  return `"${words.replaceAll('"', '""')}"`
}
