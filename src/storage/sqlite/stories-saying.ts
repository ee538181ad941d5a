import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Expression } from '../../subscriptions/expression/expression.ts'
import { rowAt } from '../queries/dated-rows.ts'
import type { Tables } from '../tables.ts'
import { expressionMatch } from './expression-match.ts'

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
  const match = expressionMatch(expression, languages)
  const found = await sql<{ id: string }>`
    select distinct story.id from article_words
    join article on article.row = article_words.rowid join story on story.row = article.story
    where article_words match ${match} and article_words.rowid >= ${rowAt(window.from)}
      and article_words.rowid < ${rowAt(window.to + 999)}`.execute(db)
  return new Set(found.rows.map(({ id }) => id))
}
