import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Tables } from '../tables.ts'

/** What rows are looked for: `match` in FTS5's syntax (null: all), row numbers in `[from, to)`. */
export interface RowSearch {
  readonly match: string | null
  readonly from: number
  readonly to: number
}

/** Rows that match, newest first, at most `limit`. */
export async function newestRows(
  db: Kysely<Tables>,
  { match, from, to }: RowSearch,
  limit: number,
): Promise<readonly number[]> {
  const { rows } =
    match === null
      ? await sql<{ row: number }>`
          select row from article where row >= ${from} and row < ${to} order by row desc limit ${limit}`.execute(
          db,
        )
      : await sql<{ row: number }>`
          select rowid as row from article_words
          where article_words match ${match} and rowid >= ${from} and rowid < ${to}
          order by rowid desc limit ${limit}`.execute(db)
  return rows.map((found) => found.row)
}
