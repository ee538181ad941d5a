import type { CountQuery } from '../../records/ports/report-counts.ts'

const DAY_MS = 24 * 3_600_000

/**
 * Returns how far the clocks of a zone (IANA) are ahead of UTC between two times (milliseconds since 1970),
 * with each change to and from summer time.
 */
export function clockOf(zone: string, from: number, to: number): CountQuery['clock'] {
  let at: Temporal.ZonedDateTime | null =
    Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone)
  const clock: CountQuery['clock'][number][] = []
  while (at !== null && at.epochMilliseconds <= to) {
    clock.push({ from: at.epochMilliseconds, aheadMs: at.offsetNanoseconds / 1e6 })
    at = at.getTimeZoneTransition('next')
  }
  return clock
}

/** Returns a date as days since 1970, as `reportCounts` numbers the days of a clock. */
export const numberOf = (day: Temporal.PlainDate): number =>
  day.toZonedDateTime('UTC').epochMilliseconds / DAY_MS

/** The date of a number of days since 1970. */
export const dayOf = (number: number): Temporal.PlainDate =>
  new Temporal.PlainDate(1970, 1, 1).add({ days: number })

/** The date of an instant (milliseconds since 1970) in a zone. */
export const dateIn = (zone: string, at: number): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate()

/** Returns when the day of this number begins in a zone, in milliseconds since 1970. */
export const startOf = (number: number, zone: string): number =>
  dayOf(number).toZonedDateTime(zone).epochMilliseconds
