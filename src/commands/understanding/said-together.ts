import type { Days, Weekday } from '../../records/subscription.ts'
import { toDays, WEEK } from '../../subscriptions/days.ts'

/** Days and the hours that are said with them. */
export interface SaidTogether {
  readonly days: Days
  readonly at: readonly string[]
}

/** Days and hours, each empty where they are not said. */
export interface Said {
  readonly days: readonly Weekday[]
  readonly at: readonly string[]
}

/**
 * Puts days and hours together that are said together, and returns the groups where several days have hours
 * of their own; otherwise none. "Every day at 8 but on weekends at 10": the other groups' days are no longer
 * every day's.
 */
export function apart(said: readonly Said[]): readonly SaidTogether[] {
  const groups: { days: readonly Weekday[]; at: readonly string[]; last: 'days' | 'at' }[] = []
  for (const { days, at } of said) {
    const kind = at.length > 0 ? 'at' : 'days'
    const group = groups.at(-1)
    const isNew =
      group === undefined ||
      (group.last !== kind && group[kind].length > 0) ||
      (kind === 'at' && days.length > 0)
    if (isNew) groups.push({ days, at, last: kind })
    else groups.splice(-1, 1, { days: [...group.days, ...days], at: [...group.at, ...at], last: kind })
  }
  const areWhole = groups.length > 1 && groups.every(({ days, at }) => days.length > 0 && at.length > 0)
  const differ =
    new Set(groups.map(({ days }) => days.join())).size > 1 &&
    new Set(groups.map(({ at }) => at.join())).size > 1
  if (!areWhole || !differ) return []
  const narrow = new Set(groups.filter(({ days }) => days.length < WEEK.length).flatMap(({ days }) => days))
  return groups.flatMap(({ days, at }) => {
    const own = days.length < WEEK.length ? days : days.filter((day) => !narrow.has(day))
    return own.length === 0 ? [] : [{ days: toDays(own), at: [...new Set(at)].toSorted() }]
  })
}
