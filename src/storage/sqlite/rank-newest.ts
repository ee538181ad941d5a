import type { Kysely } from 'kysely'
import type { AnalysedTerm } from '../search/analyse-terms.ts'
import type { Tables } from '../tables.ts'
import { facet } from './facets.ts'
import { anyOf, matchExpression, termExpression } from './match-expression.ts'
import { newestRows } from './newest-rows.ts'
import type { RowSearch } from './newest-rows.ts'

/** What a found article must meet, and narrower forms of it that make it a better find. */
export interface Condition {
  /** In FTS5's syntax. */
  readonly match: string
  readonly better: readonly { readonly match: string; readonly points: number }[]
}

/** Where a word stands says nearly as much in news as how often: title, opening, or further down. */
export function termCondition(term: AnalysedTerm): Condition {
  const match = termExpression(term)
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
  db: Kysely<Tables>,
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
  const oldest = newest.at(-1)
  if (oldest === undefined) return []
  const scores = new Map(newest.map((row, age) => [row, -FRESHNESS * Math.log2(1 + age)]))
  for (const [index, { better }] of conditions.slice(0, WEIGHED).entries()) {
    for (const { match, points } of better) {
      // In place of the wider form: asking for both would walk the rows of that one a second time.
      const narrower = matchExpression([match, ...matches.toSpliced(index, 1)], excluded)
      for (const row of await newestRows(db, { ...span, match: narrower, from: oldest }, RANKED))
        scores.set(row, (scores.get(row) ?? 0) + points)
    }
  }
  const ranked = newest.toSorted((a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0) || b - a)
  if (newest.length < RANKED || limit <= RANKED) return ranked.slice(0, limit)
  return [...ranked, ...(await newestRows(db, { ...all, to: oldest }, limit - RANKED))]
}

/** Thirty pages. Each narrower form costs about half a millisecond for so many; see `npm run bench -- query`. */
const RANKED = 300
/** Conditions whose narrower forms are asked for. */
const WEIGHED = 5
const IN_TITLE = 4
const IN_LEAD = 1.5
const IN_FOCUS = 2
/** Points lost with each doubling of the place by age: the newest outweighs a title word of the 256th. */
const FRESHNESS = 0.5
