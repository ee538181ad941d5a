/** Reports of a day that is over. */
export interface CountedDay {
  /** 1 is Monday, 7 Sunday. */
  readonly weekday: number
  readonly reports: number
}

/** How many reports a day has: about `middle`, and from `low` to `high` where nothing is out of the usual. */
export interface Usual {
  readonly middle: number
  readonly low: number
  readonly high: number
}

/** Days before a day that say how much is reported, and those that say what its weekday makes of it. */
export const LEVEL_DAYS = 28
export const WEEKDAY_DAYS = 56

/**
 * Standard deviations beyond which a day is out of the usual. Chosen by leaving each of eighteen regions out, as the least step of a quarter with one false alarm in seven
 * weeks at most on days drawn from the stories of five real ones: 3.25 or 3.5 by region, 0.14 alarms a week in regions left out. Of bursts of three times as much it finds 90
 * of a hundred and of silences 95 where twenty reports a day are usual, 50 and 58 where fewer are. The mean of 28 days and two standard deviations: 0.38 alarms a week, 70
 * and 90, 58 and 26.
 */
const DEVIATIONS = 3.5

/** Weeks without any difference between weekdays that the weekdays of an archive are weighed against: 1, 2 and 4 tell the same within a point. */
const EVEN_WEEKS = 2

/** Twice the root of a count that nothing but chance moves has a standard deviation of 1 (Anscombe 1948, doi:10.2307/2332343). */
const root = (count: number): number => 2 * Math.sqrt(count + 3 / 8)
const square = (value: number): number => (Math.max(0, value) / 2) ** 2 - 3 / 8

/** A median of absolute deviations as a standard deviation of normal ones. */
const NORMAL = 1.4826

/**
 * What is usual on a weekday after the days before it (the last one last), or null where they are too few to know. Medians, so that bursts of before count for little.
 * @param share how much of the day is over, 0 to 1
 */
export function usualOf(before: readonly CountedDay[], weekday: number, share = 1): Usual | null {
  const past = before.slice(-WEEKDAY_DAYS)
  if (past.length < LEVEL_DAYS) return null
  const level = medianOf(past.map(({ reports }) => reports))
  const factorOf = (day: number): number => {
    const own = past.filter(({ weekday: other }) => other === day).map(({ reports }) => reports)
    return level === 0 ? 1 : (own.length * (medianOf(own) / level) + EVEN_WEEKS) / (own.length + EVEN_WEEKS)
  }
  const even = past.slice(-LEVEL_DAYS).map((day) => day.reports / factorOf(day.weekday))
  const middle = medianOf(even) * factorOf(weekday) * share
  const roots = even.map(root)
  const typical = medianOf(roots)
  const deviation = Math.max(1, NORMAL * medianOf(roots.map((one) => Math.abs(one - typical))))
  return {
    middle,
    low: Math.max(0, Math.ceil(square(root(middle) - DEVIATIONS * deviation))),
    high: Math.floor(square(root(middle) + DEVIATIONS * deviation)),
  }
}

/** Whether so many reports are more or fewer than usual; null where they are neither. */
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
