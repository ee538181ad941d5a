import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../db.ts'
import type { AskedConditions, RowSearch } from '../../engine.ts'
import type { Match } from '../../search/match.ts'
import { writeMatch } from './write-match.ts'

const query = (match: Match) => sql`${writeMatch(match)}::tsquery`

export const found = (match: Match, from: number, to: number): RawBuilder<{ readonly row: number }> =>
  sql`(select row from article_words where words @@ ${query(match)} and row >= ${from} and row < ${to})`

/** So many of the newest articles are looked through one by one: a page of a common word is among them, and for a rare one it costs some milliseconds. */
const WALKED = 2_000

/**
 * In two steps. The planner takes a rare word for a more common one than it is, walks back by date until it has a full page, and that is through everything: 0.5 to 3 s
 * of a million articles. So the newest are walked, then the index of words is asked for all others that match, which are few by then, or their page is full.
 */
export async function newestRows(db: Db, search: RowSearch, limit: number): Promise<readonly number[]> {
  const { match, from, to, seenBefore } = search
  const isKnown =
    seenBefore === undefined
      ? sql``
      : sql`and exists (select 1 from article where article.row = w.row and article.seen_at < ${seenBefore})`
  if (match === null) {
    const all = await sql<{ row: number }>`
      select w.row from article w where w.row >= ${from} and w.row < ${to} ${isKnown}
      order by w.row desc limit ${limit}`.execute(db)
    return all.rows.map(({ row }) => row)
  }
  const border = await sql<{ row: number }>`
    select row from article_words where row >= ${from} and row < ${to}
    order by row desc offset ${WALKED - 1} limit 1`.execute(db)
  const since = border.rows[0]?.row ?? from
  const walked = await sql<{ row: number }>`
    select w.row from (
      select row, words from article_words where row >= ${since} and row < ${to} order by row desc limit ${WALKED}) w
    where w.words @@ ${query(match)} ${isKnown}
    order by w.row desc limit ${limit}`.execute(db)
  const newest = walked.rows.map(({ row }) => row)
  if (since === from || newest.length >= limit) return newest
  return [...newest, ...(await indexedRows(db, { match, from, to: since, isKnown }, limit - newest.length))]
}

/** All of them by the index of words, then the newest: bounds that are expressions keep the index of rows out. */
async function indexedRows(
  db: Db,
  {
    match,
    from,
    to,
    isKnown,
  }: {
    readonly match: Match
    readonly from: number
    readonly to: number
    readonly isKnown: RawBuilder<unknown>
  },
  limit: number,
): Promise<readonly number[]> {
  await sql`set local enable_seqscan = off`.execute(db)
  const { rows } = await sql<{ row: number }>`
    with w as materialized (
      select row from article_words
      where words @@ ${query(match)} and row + 0 >= ${from} and row + 0 < ${to})
    select w.row from w where true ${isKnown}
    order by w.row desc limit ${limit}`.execute(db)
  await sql`set local enable_seqscan = on`.execute(db)
  return rows.map(({ row }) => row)
}

/** All forms are looked up in one question, in the rows that were found. */
export async function narrowerRows(
  db: Db,
  newest: readonly number[],
  { conditions }: AskedConditions,
  index: number,
): Promise<readonly (readonly number[])[]> {
  const better = conditions[index]?.better ?? []
  if (better.length === 0) return []
  const forms = better.map(({ match }) => sql`words @@ ${query(match)}`)
  const { rows } = await sql<{ row: number; meets: readonly boolean[] }>`
    select row, array[${sql.join(forms)}] as meets from article_words where row in (${sql.join(newest)})`.execute(
    db,
  )
  return better.map((_, form) => rows.flatMap(({ row, meets }) => (meets[form] === true ? [row] : [])))
}
