import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../db.ts'
import type { AskedConditions, RowSearch } from '../../engine.ts'
import type { Match } from '../../search/match.ts'
import { candidatesOf, writeMatch } from './write-match.ts'

const query = (match: Match) => sql`${writeMatch(match)}::tsquery`

export const matchingRows = (match: Match, from: number, to: number): RawBuilder<{ readonly row: number }> =>
  sql`(select row from article_words where words @@ ${query(match)} and row >= ${from} and row < ${to})`

/**
 * How many of the newest articles are checked one by one. A page of a common word is among them; for a rare
 * word this costs some milliseconds.
 */
const ROWS_CHECKED_SINGLY = 2_000

/**
 * Searches in steps. For a rare word the planner overestimates the matches and walks back by date until a
 * page is full, which means through everything: 0.5 to 3 s for a million articles. Instead, the newest
 * articles are walked, and further ones as long as, judged by the matches so far, the page fills sooner than
 * the word index could return all candidates. With a million articles this takes 2 s for page 50 of a word in
 * one of ten articles, or for a phrase of two such words.
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
  const newest: number[] = []
  let [end, walked, stretch] = [to, 0, ROWS_CHECKED_SINGLY]
  let byIndex: number | null = null
  for (;;) {
    const since = await borderOf(db, { from, to: end }, stretch)
    const { rows } = await sql<{ row: number }>`
      select w.row from (
        select row, words from article_words where row >= ${since ?? from} and row < ${end} order by row desc limit ${stretch}) w
      where w.words @@ ${query(match)} ${isKnown}
      order by w.row desc limit ${limit - newest.length}`.execute(db)
    newest.push(...rows.map(({ row }) => row))
    const left = limit - newest.length
    if (since === null || left === 0) return newest
    walked += stretch
    byIndex ??= await readByIndex(db, match, { from: since, to: end, count: stretch, met: newest.length })
    const ahead = (left * walked) / (newest.length + PRIOR_MATCHES)
    if (ahead > byIndex)
      return [...newest, ...(await indexedRows(db, { match, from, to: since, isKnown }, left))]
    end = since
    stretch = Math.max(ROWS_CHECKED_SINGLY, Math.ceil(Math.min(ahead, MOST_GROWTH * walked)))
  }
}

/**
 * A few rows say little about the rest, so the next stretch is at most this many times all stretches before
 * it.
 */
const MOST_GROWTH = 4
/** Added to the matches of a stretch: a stretch without matches does not mean that there are none. */
const PRIOR_MATCHES = 0.5

/** The row of the oldest among the newest `count`; null if there are fewer. */
async function borderOf(
  db: Db,
  { from, to }: { readonly from: number; readonly to: number },
  count: number,
): Promise<number | null> {
  const { rows } = await sql<{ row: number }>`
    select row from article_words where row >= ${from} and row < ${to}
    order by row desc offset ${count - 1} limit 1`.execute(db)
  return rows[0]?.row ?? null
}

/**
 * Estimates how many articles the word index would read: it knows which articles contain all words but not
 * where, so each candidate is read. Computed from the share of candidates in a stretch of `count` rows, `met`
 * of which match, and the server's latest count of all articles (zero before it ever counted).
 */
async function readByIndex(
  db: Db,
  match: Match,
  {
    from,
    to,
    count,
    met,
  }: { readonly from: number; readonly to: number; readonly count: number; readonly met: number },
): Promise<number> {
  const candidates = candidatesOf(match)
  const said =
    writeMatch(candidates) === writeMatch(match)
      ? sql`${met}::int`
      : sql`(select count(*)::int from article_words where row >= ${from} and row < ${to} and words @@ ${query(candidates)})`
  const { rows } = await sql<{ said: number; all: number }>`
    select ${said} as said, greatest(reltuples, 0) as all from pg_class where oid = 'article_words'::regclass`.execute(
    db,
  )
  return rows.reduce((sum, row) => sum + ((row.said + PRIOR_MATCHES) / count) * row.all, 0)
}

/**
 * Finds all matches by the word index, then takes the newest. Bounds written as expressions keep the planner
 * from the row index.
 */
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

/** Looks up all forms in one query, among the rows found. */
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
