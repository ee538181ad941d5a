export type Moment = Temporal.ZonedDateTime

/** A stretch of time: a day, a night, "the last 3 days", "next week". */
export interface Stretch {
  readonly from: Moment
  /** Null where it has no end. */
  readonly to: Moment | null
  /** Present for a day of a month: returns another day of the same month, such as "1" in "1 to 5 march". */
  readonly month?: (day: number) => Stretch | null
}

/** A whole day. */
export const wholeDay = (from: Moment): Stretch => ({ from, to: daysFrom(from, 1) })

/**
 * Returns the beginning of the day that is a number of days away; it is after midnight where clocks change at
 * midnight.
 */
export const daysFrom = (day: Moment, days: number): Moment => day.add({ days }).startOfDay()
