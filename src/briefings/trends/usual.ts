/** Reports of a day that is over. */
export interface CountedDay {
  /** 1 is Monday, 7 Sunday. */
  readonly weekday: number
  readonly reports: number
}

/** The usual reports of a day: about `middle`; from `low` to `high` nothing is unusual. */
export interface Usual {
  readonly middle: number
  readonly low: number
  readonly high: number
}

/**
 * Days before a day that give the level, and so are needed at least; and those that give factors of weekdays.
 */
export const LEVEL_DAYS = 28
export const WEEKDAY_DAYS = 56

/**
 * Standard deviations beyond which a day is unusual. Chosen on days drawn from the stories of five real ones,
 * with each of eighteen regions left out in turn, as the lowest multiple of a quarter with at most one false
 * alarm in seven weeks: 3.25 or 3.5 by region, and 0.14 alarms a week in the regions left out. It finds 90 %
 * of bursts to three times the usual and 95 % of days without any report where twenty reports a day are
 * usual, 50 % and 58 % where fewer are. The mean of 28 days with two standard deviations has 0.38 alarms a
 * week and finds 70 % and 90 %, and 58 % and 26 %.
 */
const UNUSUAL_DEVIATIONS = 3.5

/**
 * Weeks without any difference between weekdays that are mixed into the factors, so that a few real weeks do
 * not decide alone. 1, 2 and 4 give the same results within a point.
 */
const ADDED_EVEN_WEEKS = 2

/**
 * Twice the root of a count that only chance moves has a standard deviation of 1 (Anscombe 1948,
 * doi:10.2307/2332343).
 */
const root = (count: number): number => 2 * Math.sqrt(count + 3 / 8)
const square = (value: number): number => (Math.max(0, value) / 2) ** 2 - 3 / 8

/** Turns a median absolute deviation into the standard deviation of a normal distribution. */
const MEDIAN_TO_STANDARD = 1.4826

/**
 * Returns what is usual on a weekday, by the days before it (latest last); null if these are fewer than
 * `LEVEL_DAYS`. Medians make earlier bursts count for little.
 * @param share which part of a day's reports is usually there by now, 0 to 1; 1 for a day that is over
 */
export function usualOf(before: readonly CountedDay[], weekday: number, share = 1): Usual | null {
  const past = before.slice(-WEEKDAY_DAYS)
  if (past.length < LEVEL_DAYS) return null
  const level = medianOf(past.map(({ reports }) => reports))
  const factorOf = (day: number): number => {
    const own = past.filter(({ weekday: other }) => other === day).map(({ reports }) => reports)
    return level === 0
      ? 1
      : (own.length * (medianOf(own) / level) + ADDED_EVEN_WEEKS) / (own.length + ADDED_EVEN_WEEKS)
  }
  const even = past.slice(-LEVEL_DAYS).map((day) => day.reports / factorOf(day.weekday))
  const middle = medianOf(even) * factorOf(weekday) * share
  const roots = even.map(root)
  const typical = medianOf(roots)
  const deviation = Math.max(1, MEDIAN_TO_STANDARD * medianOf(roots.map((one) => Math.abs(one - typical))))
  return {
    middle,
    low: Math.max(0, Math.ceil(square(root(middle) - UNUSUAL_DEVIATIONS * deviation))),
    high: Math.floor(square(root(middle) + UNUSUAL_DEVIATIONS * deviation)),
  }
}

/** Returns whether so many reports are more or fewer than usual; null if neither. */
export function judgeCount(reports: number, { low, high }: Usual): 'burst' | 'silence' | null {
  if (reports > high) return 'burst'
  return reports < low ? 'silence' : null
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  const half = Math.floor(sorted.length / 2)
  const upper = sorted[half] ?? 0
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[half - 1] ?? upper)) / 2
}
