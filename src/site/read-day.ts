import type { View } from './view.ts'

/** The day on which a page is drawn, where its reader is. */
export const todayOf = ({ now, zone }: Pick<View, 'now' | 'zone'>): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate()

/** A day of an address (`2026-03-10`); null where it is none, or to come. */
export function readPastDay(written: string, view: Pick<View, 'now' | 'zone'>): Temporal.PlainDate | null {
  const day = readDay(written)
  return day === null || Temporal.PlainDate.compare(day, todayOf(view)) > 0 ? null : day
}

/** A month of an address (`2026-03`), likewise. */
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
