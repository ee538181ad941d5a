export type Moment = Temporal.ZonedDateTime

/** A time that is over or under way: a day, a night, "the last 3 days". */
export interface Stretch {
  readonly from: Moment
  /** Null where it lasts. */
  readonly to: Moment | null
  /** Of a day in a month: "5" of "1 to 5 march" is of the same. */
  readonly month?: (day: number) => Stretch | null
}

/** A whole day. */
export const day = (from: Moment): Stretch => ({ from, to: daysFrom(from, 1) })

/** The beginning of a day so many days away: where clocks move at midnight it begins later. */
export const daysFrom = (day: Moment, days: number): Moment => day.add({ days }).startOfDay()
