import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'

/** What rows are looked for: `match` in FTS5's syntax (null: all), row numbers in `[from, to)`, seen before an instant (milliseconds since 1970). */
export interface RowSearch {
  readonly match: string | null
  readonly from: number
  readonly to: number
  readonly seenBefore?: number | undefined
}

/** Rows that match, newest first, at most `limit`. */
export async function newestRows(
  db: Kysely<Tables>,
  { match, from, to, seenBefore }: RowSearch,
  limit: number,
): Promise<readonly number[]> {
  const isKnown = seenBefore === undefined ? sql`` : sql`and seen_at < ${seenBefore}`
  const { rows } =
    match === null
      ? await sql<{ row: number }>`
          select row from article
          where row >= ${from} and row < ${to} ${isKnown}
          order by row desc limit ${limit}`.execute(db)
      : await sql<{ row: number }>`
          select rowid as row from article_words
          where article_words match ${match} and rowid >= ${from} and rowid < ${to} ${
            seenBefore === undefined
              ? sql``
              : sql`and exists (select 1 from article where article.row = article_words.rowid ${isKnown})`
          }
          order by rowid desc limit ${limit}`.execute(db)
  return rows.map((found) => found.row)
}
