import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Expression } from '../../subscriptions/expression/expression.ts'
import { rowAt } from '../queries/dated-rows.ts'
import { analyseTerms } from '../search/analyse-terms.ts'
import type { Tables } from '../tables.ts'
import { facet } from './facets.ts'
import { anyOf, termExpression } from './match-expression.ts'

/**
 * Ids of the stories with an article dated in `[from, to)` that says what the expression asks. One article must say it
 * all: a story of forty reports says almost everything somewhere.
 */
export async function storiesSaying(
  db: Kysely<Tables>,
  expression: Expression,
  window: { readonly from: number; readonly to: number },
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ code: string }>`select code from language`.execute(db)
  const languages = rows.map(({ code }) => code)
  if (languages.length === 0) return new Set()
  const match = toMatch(expression, languages)
  const found = await sql<{ id: string }>`
    select distinct story.id from article_words
    join article on article.row = article_words.rowid join story on story.row = article.story
    where article_words match ${match} and article_words.rowid >= ${rowAt(window.from)}
      and article_words.rowid < ${rowAt(window.to + 999)}`.execute(db)
  return new Set(found.rows.map(({ id }) => id))
}

/** FTS5 has AND, OR and brackets as we do, but its NOT only takes away from something: from every article, where nothing else is asked. */
function toMatch(expression: Expression, languages: readonly string[]): string {
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
