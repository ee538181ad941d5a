import type { Unit } from './compile-lexicon.ts'

export type Moment = Temporal.ZonedDateTime

/** A stretch of time: a day, a night, "the last 3 days", "next week". */
export interface Stretch {
  readonly from: Moment
  /** Null where it has no end. */
  readonly to: Moment | null
  /** Present for a day of a month: returns another day of the same month, such as "1" in "1 to 5 march". */
  readonly month?: (day: number) => Stretch | null
  /** Whether a day was named with its year. */
  readonly isOfYear?: boolean
}

export const wholeDay = (from: Moment): Stretch => ({ from, to: daysFrom(from, 1) })

/**
 * Returns the beginning of the day that is a number of days away; it is after midnight where clocks change at
 * midnight.
 */
export const daysFrom = (day: Moment, days: number): Moment => day.add({ days }).startOfDay()

/** The next such day of the week, 1 to 7; in a week where it is today. */
export const nextWeekday = (today: Moment, wanted: number): Moment =>
  daysFrom(today, (wanted - today.dayOfWeek + 7) % 7 || 7)

/** Returns whether a unit is longer than a day, so that people speak of its beginning and its end. */
export const isLong = (unit: Unit): boolean => unit === 'weeks' || unit === 'months' || unit === 'years'

/** The beginning of the week, month or year that a day is in; for shorter units, of the day. */
export function startOf(unit: Unit, today: Moment): Moment {
  if (unit === 'weeks') return daysFrom(today, 1 - today.dayOfWeek)
  if (unit === 'months') return today.with({ day: 1 }).startOfDay()
  return unit === 'years' ? today.with({ month: 1, day: 1 }).startOfDay() : today
}

/** The end of the same. */
export const endOf = (unit: Unit, today: Moment): Moment =>
  startOf(unit, today)
    .add({ [unit]: 1 })
    .startOfDay()
