import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../db.ts'
import type { AskedConditions, RowSearch } from '../../engine.ts'
import type { Match } from '../../search/match.ts'
import { candidatesOf, writeMatch } from './write-match.ts'

const query = (match: Match) => sql`${writeMatch(match)}::tsquery`

export const found = (match: Match, from: number, to: number): RawBuilder<{ readonly row: number }> =>
  sql`(select row from article_words where words @@ ${query(match)} and row >= ${from} and row < ${to})`

/** So many of the newest articles are looked through one by one: a page of a common word is among them, and for a rare one it costs some milliseconds. */
const WALKED = 2_000

/**
 * In steps. The planner takes a rare word for a more common one than it is, walks back by date until it has a full page, and that is through everything: 0.5 to 3 s
 * of a million articles. So the newest are walked, and further ones as long as by what was met the page is full before the index of words had given all that may match:
 * of a million articles that is 2 s for page 50 of a word that one in ten has, or for a phrase of two such words.
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
  let [end, walked, stretch] = [to, 0, WALKED]
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
    const ahead = (left * walked) / (newest.length + HALF)
    if (ahead > byIndex)
      return [...newest, ...(await indexedRows(db, { match, from, to: since, isKnown }, left))]
    end = since
    stretch = Math.max(WALKED, Math.ceil(Math.min(ahead, FURTHER * walked)))
  }
}

/** A few rows say little of all: the next stretch is at most so many times all before it. */
const FURTHER = 4
/** Of what was not met in a stretch there may still be some. */
const HALF = 0.5

/** The row that is the oldest of the newest `count`; null where there are not so many. */
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
 * How many articles are read, about, where the index of words is asked: it knows who says all words, not where, so each of these is looked into. By their share in a
 * stretch of `count`, of which `met` match, and the number of all when the server counted last (zero before it ever did).
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
  return rows.reduce((sum, row) => sum + ((row.said + HALF) / count) * row.all, 0)
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
