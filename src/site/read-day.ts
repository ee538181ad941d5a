import type { View } from './view.ts'

/** The current day in the reader's zone. */
export const todayOf = ({ now, zone }: Pick<View, 'now' | 'zone'>): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate()

/** Reads a day from an address (`2026-03-10`); null if it is invalid or in the future. */
export function readPastDay(written: string, view: Pick<View, 'now' | 'zone'>): Temporal.PlainDate | null {
  const day = readDay(written)
  return day === null || Temporal.PlainDate.compare(day, todayOf(view)) > 0 ? null : day
}

/** Reads a month from an address (`2026-03`); null if it is invalid or in the future. */
export function readPastMonth(
  written: string,
  view: Pick<View, 'now' | 'zone'>,
): Temporal.PlainYearMonth | null {
  return /^[12]\d{3}-\d{2}$/u.test(written)
    ? (readPastDay(`${written}-01`, view)?.toPlainYearMonth() ?? null)
    : null
}

function readDay(written: string): Temporal.PlainDate | null {
  if (!/^[12]\d{3}-\d{2}-\d{2}$/u.test(written)) return null
  try {
    return Temporal.PlainDate.from(written, { overflow: 'reject' })
  } catch {
    return null
  }
}
