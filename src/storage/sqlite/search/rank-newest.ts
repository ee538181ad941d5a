import { sql } from 'kysely'
import type { Db } from '../db.ts'
import { anyOf, matchExpression } from './match-expression.ts'
import { facet } from './search-index.ts'

/** What a found article must meet, and narrower forms of it that make it a better find. */
export interface Condition {
  /** In FTS5's syntax. */
  readonly match: string
  readonly better: readonly { readonly match: string; readonly points: number }[]
}

/** Where a word stands says nearly as much in news as how often: title, opening, or further down. */
export function wordCondition(match: string): Condition {
  return {
    match,
    better: [
      { match: `({title} : ${match})`, points: IN_TITLE },
      { match: `({lead} : ${match})`, points: IN_LEAD },
    ],
  }
}

export function countryCondition(countries: readonly string[]): Condition {
  return {
    match: anyOf(countries.map(facet.country)),
    better: [{ match: anyOf(countries.map(facet.focus)), points: IN_FOCUS }],
  }
}

/**
 * The newest `RANKED` matches, best first, then the older ones by age. FTS5's own bm25() counts every row of each word before
 * it ranks the first: 200 to 800 ms for a common word of a million articles.
 */
export async function rankNewest(
  db: Db,
  span: Omit<RowSearch, 'match'>,
  {
    conditions,
    excluded,
  }: { readonly conditions: readonly Condition[]; readonly excluded: readonly string[] },
  limit: number,
): Promise<readonly number[]> {
  const matches = conditions.map(({ match }) => match)
  const all = { ...span, match: matchExpression(matches, excluded) }
  const newest = await newestRows(db, all, RANKED)
  const [latest] = newest
  const oldest = newest.at(-1)
  if (latest === undefined || oldest === undefined) return []
  const ranked = { from: oldest, to: latest + 1 }
  const scores = new Map(newest.map((row, age) => [row, -FRESHNESS * Math.log2(1 + age)]))
  for (const [index, { better }] of conditions.slice(0, WEIGHED).entries()) {
    const others = matches.toSpliced(index, 1)
    const isRare = others.length > 0 && better.length > 0 && (await isRareIn(db, matches[index], ranked))
    for (const { match, points } of better) {
      // In place of the wider form: asking for both would walk the rows of that one a second time.
      const narrower = matchExpression([match, ...others], excluded)
      const alone = isRare ? await newestRows(db, { match, ...ranked }, MOST_ALONE) : null
      const found =
        alone === null || alone.length === MOST_ALONE
          ? await newestRows(db, { ...span, match: narrower, ...ranked }, RANKED)
          : alone
      for (const row of found) {
        const score = scores.get(row)
        if (score !== undefined) scores.set(row, score + points)
      }
    }
  }
  const best = newest.toSorted((a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0) || b - a)
  if (newest.length < RANKED || limit <= RANKED) return best.slice(0, limit)
  return [...best, ...(await newestRows(db, { ...all, to: oldest }, limit - RANKED))]
}

/**
 * Whether the rows of a condition in a stretch are so few that asking for its narrower forms alone, without the other conditions, is cheaper:
 * these then need not be walked once more for each. Judged by how close together its newest ones stand.
 */
async function isRareIn(
  db: Db,
  match: string | undefined,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<boolean> {
  if (match === undefined) return false
  const some = await newestRows(db, { match, from, to }, PROBED)
  const [first, last] = [some[0], some.at(-1)]
  if (some.length < PROBED || first === undefined || last === undefined) return true
  return ((to - from) * PROBED) / (first - last) < MOST_ALONE
}

/** Enough to tell a word of one in ten articles from one of one in a hundred; costs a tenth of a narrower form. */
const PROBED = 32
/** At 200,000 articles a form alone costs a third of one with another word at a thousand rows, as much at five thousand. */
const MOST_ALONE = 3_000

/** Thirty pages. Each narrower form costs about half a millisecond for so many; see `npm run bench -- query`. */
const RANKED = 300
/** Conditions whose narrower forms are asked for. */
const WEIGHED = 5
const IN_TITLE = 4
const IN_LEAD = 1.5
const IN_FOCUS = 2
/** Points lost with each doubling of the place by age: the newest outweighs a title word of the 256th. */
const FRESHNESS = 0.5

/** What rows are looked for: `match` in FTS5's syntax (null: all), row numbers in `[from, to)`, seen before an instant (milliseconds since 1970). */
export interface RowSearch {
  readonly match: string | null
  readonly from: number
  readonly to: number
  readonly seenBefore?: number | undefined
}

/** Rows that match, newest first, at most `limit`. */
export async function newestRows(
  db: Db,
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
