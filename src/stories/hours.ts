import type { ArticleToPlace, TimedArticle } from './article-to-place.ts'

const HOUR_MS = 3_600_000

/**
 * How many whole hours an hour is kept open after its end, for reports that come late. One, because each
 * source is read once in an hour: so what was published in it and came within an hour is grouped together.
 */
const HOURS_KEPT_OPEN = 1

/** The number of the hour of a time in milliseconds since 1970, in UTC. */
export const hourOf = (at: number): number => Math.floor(at / HOUR_MS)

/** Whether an hour is over and no longer kept open in the hour `now`. Both are numbers of `hourOf`. */
export const isOver = (hour: number, now: number): boolean =>
  // What a clock dated ahead that was set back since need not wait for that time.
  hour + HOURS_KEPT_OPEN < now || hour > now + 1

/**
 * In which hour an article is settled that was reported and first seen at these times, in milliseconds since
 * 1970: when its own hour is over, but never in the hour in which it came.
 */
export const settledIn = ({ at, seenAt }: { readonly at: number; readonly seenAt: number }): number =>
  Math.max(hourOf(at) + HOURS_KEPT_OPEN, hourOf(seenAt)) + 1

/**
 * Returns articles in the order in which they are settled: hour by hour, within an hour by their texts alone
 * and with the middle of the hour as their time. So it does not matter in which minute a source was read.
 *
 * The longest texts come first, because they tell best which headlines belong together. On the stream this
 * finds as many of the same events as random orders do on average; see `docs/decisions.md`.
 */
export function inSettlingOrder(articles: Iterable<TimedArticle>): TimedArticle[] {
  return Array.from(articles, (article) => ({ ...article, at: (hourOf(article.at) + 0.5) * HOUR_MS })).sort(
    (one, other) => one.at - other.at || lengthOf(other) - lengthOf(one) || (one.id < other.id ? -1 : 1),
  )
}

const lengthOf = ({ title, text }: ArticleToPlace): number => title.length + text.length
