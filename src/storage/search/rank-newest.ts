import type { Db } from '../db.ts'
import { type AskedConditions, engineOf } from '../engine.ts'
import { facet } from './facets.ts'
import { allOf, anyOf, type Condition, type Match } from './match.ts'

/** In news, where a word stands says nearly as much as how often: title, opening, or further down. */
export function wordCondition(match: Match): Condition {
  return {
    match,
    better: [
      { match: { kind: 'in', part: 'title', of: match }, points: IN_TITLE },
      { match: { kind: 'in', part: 'lead', of: match }, points: IN_LEAD },
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
 * Ranks the newest `RANKED` matches, best first; older matches follow by age. To rank all matches an engine
 * would count every row of each word first: 200 to 800 ms for a common word among a million articles.
 */
export async function rankNewest(db: Db, asked: AskedConditions, limit: number): Promise<readonly number[]> {
  const { search } = engineOf(db)
  const { conditions, excluded, span } = asked
  const matches = conditions.map(({ match }) => match)
  const all = { ...span, match: allOf(matches, excluded) }
  const newest = await search.newestRows(db, all, RANKED)
  const oldest = newest.at(-1)
  if (oldest === undefined) return []
  const scores = new Map(newest.map((row, age) => [row, -FRESHNESS * Math.log2(1 + age)]))
  for (const [index, { better }] of conditions.slice(0, WEIGHED).entries()) {
    const found = await search.narrowerRows(db, newest, asked, index)
    for (const [form, rows] of found.entries())
      for (const row of rows) {
        const score = scores.get(row)
        if (score !== undefined) scores.set(row, score + (better[form]?.points ?? 0))
      }
  }
  const best = newest.toSorted((a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0) || b - a)
  if (newest.length < RANKED || limit <= RANKED) return best.slice(0, limit)
  return [...best, ...(await search.newestRows(db, { ...all, to: oldest }, limit - RANKED))]
}

/**
 * Thirty pages. Each narrower form costs about half a millisecond for so many; see `npm run bench -- query`.
 */
export const RANKED = 300
/** Number of conditions whose narrower forms are looked up. */
const WEIGHED = 5
const IN_TITLE = 4
const IN_LEAD = 1.5
const IN_FOCUS = 2
/** Points lost with each doubling of the position by age: the newest outweighs a title match of the 256th. */
const FRESHNESS = 0.5
