import { sql } from 'kysely'
import type { Kysely, RawBuilder } from 'kysely'
import { TOLD_MS } from '../../briefings/is-news.ts'
import type { Expression } from '../../records/expression.ts'
import { rowAt } from './queries/dated-rows.ts'
import type { Tables } from './tables.ts'
import { expressionMatch } from './expression-match.ts'

/**
 * Ids of the stories with an article dated in `[from, to)` that says what the expression asks. One article must say it
 * all, as a story of forty reports says almost everything somewhere; what stands under NOT, none of its reports may say, in any language.
 */
export async function storiesSaying(
  db: Kysely<Tables>,
  expression: Expression,
  window: { readonly from: number; readonly to: number },
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ code: string }>`select code from language`.execute(db)
  const languages = rows.map(({ code }) => code)
  if (languages.length === 0) return new Set()
  const end = rowAt(window.to + 999)
  const asked = { languages, from: rowAt(window.from), to: end }
  // Other reports of a story that is news are two weeks old at most.
  const refused = { languages, from: rowAt(window.from - TOLD_MS), to: end }
  const found = await sql<{ id: string }>`
    select distinct story.id from (${saying(expression, asked, refused)}) said
    join story on story.row = said.story`.execute(db)
  return new Set(found.rows.map(({ id }) => id))
}

/** Rows to look through, and the languages (ISO 639-1) of their words. */
interface Stretch {
  readonly languages: readonly string[]
  readonly from: number
  readonly to: number
}

/** Rows of the stories with an article in a stretch that says so. */
function saying(expression: Expression, stretch: Stretch, refused: Stretch): RawBuilder<unknown> {
  return holdsNot(expression)
    ? sql`select a.story from article a where a.row >= ${stretch.from} and a.row < ${stretch.to}
        and ${holds(expression, stretch, refused)}`
    : sql`select a.story from article_words join article a on a.row = article_words.rowid
        where ${matches(expression, stretch)}`
}

/** Whether the article `a` says what is asked, and its story nothing that is refused. */
function holds(expression: Expression, stretch: Stretch, refused: Stretch): RawBuilder<unknown> {
  if (!holdsNot(expression))
    return sql`a.row in (select article_words.rowid from article_words where ${matches(expression, stretch)})`
  switch (expression.kind) {
    case 'not':
      return sql`a.story not in (${saying(expression.of, refused, refused)})`
    case 'and':
    case 'or': {
      const { kind, of } = expression
      const plain = of.filter((part) => !holdsNot(part))
      const parts = [
        ...(plain.length === 0 ? [] : [holds({ kind, of: plain }, stretch, refused)]),
        ...of.filter(holdsNot).map((part) => holds(part, stretch, refused)),
      ]
      return sql`(${sql.join(parts, kind === 'and' ? sql` and ` : sql` or `)})`
    }
    default:
      throw new Error('a term holds no NOT')
  }
}

const matches = (expression: Expression, { languages, from, to }: Stretch): RawBuilder<unknown> =>
  sql`article_words match ${expressionMatch(expression, languages)}
    and article_words.rowid >= ${from} and article_words.rowid < ${to}`

const holdsNot = (expression: Expression): boolean =>
  expression.kind === 'not' || (expression.kind !== 'term' && expression.of.some(holdsNot))
