import type { Tags } from '../records/article.ts'
import weights from './news-value-weights.json' with { type: 'json' }

/**
 * Returns the log-odds that an editor would tell a story in a briefing: the mean of what its articles show
 * (`newsValueOf`), and how many of its reports are independent. Null if nothing is known of any article.
 */
export function storyNewsValue(
  articles: readonly Pick<Tags, 'newsValue'>[],
  independent: number,
): number | null {
  const known = articles.flatMap(({ newsValue }) => newsValue ?? [])
  if (known.length === 0) return null
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length
  return mean + weights.outlets * Math.log2(1 + independent) + weights.always
}

/** Returns the factor by which a story weighs, 0 to 1: its chance of being news; an unknown one is even. */
export const weightOfNewsValue = (value: number | null): number =>
  value === null ? 0.5 : 1 / (1 + Math.exp(-value))

/** Whether a story is hardly news. */
export const isHardlyNews = (value: number | null): boolean => value !== null && value < LEAST_NEWS_VALUE

/**
 * Chosen with weights of other outlets: of the first three stories of each part of the world 7 in 100 are no
 * news to readers then (12 without it), and 4 in 100 that readers would tell are left out; at 0 it is 6 and 10.
 */
const LEAST_NEWS_VALUE = -0.5

/**
 * Whether a story is a minor one: one outlet alone tells it, and it is not clearly news. `independent`: how
 * many of its reports are.
 */
export const isMinor = (value: number | null, independent: number): boolean =>
  independent === 1 && value !== null && value < LEAST_VALUE_OF_ONE

/**
 * With weights of other outlets, of 388 stories of one outlet between `LEAST_NEWS_VALUE` and this readers
 * would tell 27 in 100, and 44 on a quiet day; above it 64 and 30.
 */
const LEAST_VALUE_OF_ONE = 1
