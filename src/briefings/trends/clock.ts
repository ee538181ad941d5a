import type { CountQuery } from '../../records/ports/report-counts.ts'

const DAY_MS = 24 * 3_600_000

/** How far clocks of a zone (IANA) are ahead of UTC between two instants (milliseconds since 1970), each time that they are put forward or back. */
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

/** Days since 1970 of a date, as `reportCounts` numbers the days of a clock. */
export const numberOf = (day: Temporal.PlainDate): number =>
  day.toZonedDateTime('UTC').epochMilliseconds / DAY_MS

export const dayOf = (number: number): Temporal.PlainDate =>
  new Temporal.PlainDate(1970, 1, 1).add({ days: number })

/** The date of an instant (milliseconds since 1970) in a zone. */
export const dateIn = (zone: string, at: number): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate()

/** When a day of this number begins in a zone: milliseconds since 1970. */
export const startOf = (number: number, zone: string): number =>
  dayOf(number).toZonedDateTime(zone).epochMilliseconds
