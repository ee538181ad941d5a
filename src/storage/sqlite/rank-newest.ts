import type { Kysely } from 'kysely'
import type { AnalysedTerm } from '../search/analyse-terms.ts'
import type { Tables } from '../tables.ts'
import { facet } from './facets.ts'
import { anyOf, termExpression } from './match-expression.ts'
import { newestRows } from './newest-rows.ts'
import type { RowSearch } from './newest-rows.ts'

/**
 * The newest `RANKED` matches, best first, then the older ones by age. FTS5's own bm25() counts every row of each word before
 * it ranks the first: 200 to 800 ms for a common word of a million articles. Where a word stands says nearly as much in news:
 * title, opening, or further down.
 */
export async function rankNewest(
  db: Kysely<Tables>,
  search: RowSearch & { readonly match: string },
  terms: readonly AnalysedTerm[],
  countries: readonly string[],
  limit: number,
): Promise<readonly number[]> {
  const newest = await newestRows(db, search, RANKED)
  const oldest = newest.at(-1)
  if (oldest === undefined) return []
  const scores = new Map(newest.map((row, age) => [row, -FRESHNESS * Math.log2(1 + age)]))
  const reward = async (condition: string, points: number) => {
    const span = { from: oldest, to: search.to }
    const all = await newestRows(db, { match: condition, ...span }, FEW)
    const rows =
      all.length < FEW
        ? all
        : await newestRows(db, { match: `${search.match} AND ${condition}`, ...span }, RANKED)
    for (const row of rows) scores.set(row, (scores.get(row) ?? 0) + points)
  }
  for (const term of terms.slice(0, WEIGHED_TERMS)) {
    await reward(`({title} : ${termExpression(term)})`, IN_TITLE)
    await reward(`({lead} : ${termExpression(term)})`, IN_LEAD)
  }
  if (countries.length > 0) await reward(anyOf(countries.map(facet.focus)), IN_FOCUS)
  const ranked = newest.toSorted((a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0) || b - a)
  if (newest.length < RANKED || limit <= RANKED) return ranked.slice(0, limit)
  return [...ranked, ...(await newestRows(db, { ...search, to: oldest }, limit - RANKED))]
}

/** Fifty pages. Each condition below costs about 1 ms for so many; see `npm run bench -- query`. */
const RANKED = 500
/** Asking for all rows in the span that meet a condition is quicker than for those of the search, if they are few. */
const FEW = 1_000
const WEIGHED_TERMS = 4
const IN_TITLE = 4
const IN_LEAD = 1.5
const IN_FOCUS = 2
/** Points lost with each doubling of the place by age: the newest outweighs a title word of the 256th. */
const FRESHNESS = 0.5
