import type { Db } from '../db.ts'
import { type AskedConditions, engineOf } from '../engine.ts'
import { facet } from './facets.ts'
import { allOf, anyOf, type Condition, type Match } from './match.ts'

/** Where a word stands says nearly as much in news as how often: title, opening, or further down. */
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
 * The newest `RANKED` matches, best first, then the older ones by age. To rank all, an engine counts every row of each word before it ranks the first: of a million
 * articles, 200 to 800 ms for a common word.
 */
export async function rankNewest(db: Db, asked: AskedConditions, limit: number): Promise<readonly number[]> {
  const { search } = engineOf(db)
  const { conditions, excluded, span } = asked
  const matches = conditions.map(({ match }) => match)
  const all = { ...span, match: allOf(matches, excluded) }
  const newest = await search.newest(db, all, RANKED)
  const oldest = newest.at(-1)
  if (oldest === undefined) return []
  const scores = new Map(newest.map((row, age) => [row, -FRESHNESS * Math.log2(1 + age)]))
  for (const [index, { better }] of conditions.slice(0, WEIGHED).entries()) {
    const found = await search.narrower(db, newest, asked, index)
    for (const [form, rows] of found.entries())
      for (const row of rows) {
        const score = scores.get(row)
        if (score !== undefined) scores.set(row, score + (better[form]?.points ?? 0))
      }
  }
  const best = newest.toSorted((a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0) || b - a)
  if (newest.length < RANKED || limit <= RANKED) return best.slice(0, limit)
  return [...best, ...(await search.newest(db, { ...all, to: oldest }, limit - RANKED))]
}

/** Thirty pages. Each narrower form costs about half a millisecond for so many; see `npm run bench -- query`. */
export const RANKED = 300
/** Conditions whose narrower forms are asked for. */
const WEIGHED = 5
const IN_TITLE = 4
const IN_LEAD = 1.5
const IN_FOCUS = 2
/** Points lost with each doubling of the place by age: the newest outweighs a title word of the 256th. */
const FRESHNESS = 0.5
