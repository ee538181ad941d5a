import type { Day } from './time-parts.ts'

/** Types of TIMEX3. */
export type TimeType = 'DATE' | 'TIME' | 'DURATION' | 'SET'

/** Type and value of a time in TIMEX3. The value is null if it cannot be known. */
export interface TimeValue {
  readonly type: TimeType
  readonly value: string | null
}

/** Creates a date of TIMEX3. */
export const date = (value: string | null): TimeValue => ({ type: 'DATE', value })

/** Creates a time of day of TIMEX3; null if its day is not known. */
export const time = (day: Day | null, part: string | null | undefined): TimeValue => ({
  type: 'TIME',
  value: day === null ? null : `${String(day)}T${part}`,
})

/** "03" */
export const pad = (number: number): string => String(number).padStart(2, '0')

/** "2026-03" */
export const monthText = (day: Day): string => String(day).slice(0, 7)

/** "2026-Q1" */
export const quarterText = (day: Day): string => `${day.year}-Q${Math.ceil(day.month / 3)}`

/** "2026-W11", a week of ISO 8601. */
export const weekText = (day: Day): string => `${day.yearOfWeek ?? day.year}-W${pad(day.weekOfYear ?? 1)}`

/**
 * Returns a year. An Iranian one is given as the Gregorian year in which it begins, because TIMEX3 has no
 * other.
 */
export const yearText = (day: Day, isPersian: boolean): string =>
  isPersian
    ? String(day.withCalendar('persian').with({ month: 1, day: 1 }).withCalendar('iso8601').year)
    : String(day.year)
