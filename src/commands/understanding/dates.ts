import type { Item } from './items.ts'
import { has, numbered, numberOf, type ReadTo, valueOf } from './item-signs.ts'
import { wholeDay, type Moment, type Stretch } from './stretch.ts'

/**
 * Reads "9 march", "march 9, 2026", "15 اسفند", "monday 9 march": the latest such day that is not in the
 * future.
 */
export function readDate(items: readonly Item[], at: number, here: Moment): ReadTo<Stretch> | null {
  const lead = valueOf(items[at], 'weekday') !== null ? 1 : 0
  const first = at + lead
  const monthFirst = monthOf(items[first])
  const dayFirst = numberOf(items[first])
  const gap = has(items[first + 1], 'filler', 'in') && monthOf(items[first + 1]) === null ? 1 : 0
  const [month, dayOfMonth] =
    monthFirst === null
      ? [monthOf(items[first + 1 + gap]), dayFirst]
      : [monthFirst, numberOf(items[first + 1])]
  if (month === null || dayOfMonth === null) return null
  const next = first + 2 + (monthFirst === null ? gap : 0)
  const year = yearAt(items, next)
  const ofDay = (wanted: number): Stretch | null => dateOf(wanted, month, year, here)
  const value = ofDay(dayOfMonth)
  return value === null ? null : { value: { ...value, month: ofDay }, next: next + (year === null ? 0 : 1) }
}

interface Month {
  readonly calendar: 'iso8601' | 'persian'
  readonly month: number
}

export function monthOf(item: Item | undefined): Month | null {
  const gregorian = numbered(valueOf(item, 'month'))
  const persian = numbered(valueOf(item, 'persian'))
  if (gregorian !== null) return { calendar: 'iso8601', month: gregorian }
  return persian === null ? null : { calendar: 'persian', month: persian }
}

const yearAt = (items: readonly Item[], at: number): number | null => {
  const year = numberOf(items[at])
  return year !== null && year >= 1000 ? year : null
}

function dateOf(
  dayOfMonth: number,
  { calendar, month }: Month,
  year: number | null,
  here: Moment,
): Stretch | null {
  const today = here.toPlainDate().withCalendar(calendar)
  const inYear = (of: number): Temporal.PlainDate | null => {
    try {
      return Temporal.PlainDate.from({ calendar, year: of, month, day: dayOfMonth }, { overflow: 'reject' })
    } catch {
      return null
    }
  }
  const years = year === null ? Array.from({ length: LEAP_APART }, (_, back) => today.year - back) : [year]
  const found = years
    .map(inYear)
    .find((one) => one !== null && (year !== null || Temporal.PlainDate.compare(one, today) <= 0))
  if (found == null) return null
  return wholeDay(found.withCalendar('iso8601').toZonedDateTime(here.timeZoneId))
}

/** Two leap days may be eight years apart. */
const LEAP_APART = 9

/** A day that its month does not have, such as "31 February": what was typed, and the month's last day. */
export interface NoDay {
  readonly typed: string
  /** The first moment of that day. */
  readonly last: Moment
}

/** Returns the first such day among these items; null where all days exist. */
export function findNoDay(items: readonly Item[], here: Moment): NoDay | null {
  for (const [at, item] of items.entries()) {
    // "31 de febrero".
    const gap = has(items[at + 1], 'filler', 'in') && monthOf(items[at + 1]) === null ? 2 : 1
    const next = items[at + gap]
    const [month, behind] = [monthOf(next), monthOf(item)]
    const [of, dayOfMonth] = month === null ? [behind, numberOf(next)] : [month, numberOf(item)]
    // "March 2026" is a month.
    if (of === null || dayOfMonth === null || dayOfMonth > MOST_DAYS) continue
    const year = yearAt(items, at + gap + 1)
    if (dayOfMonth > 0 && dateOf(dayOfMonth, of, year, here) !== null) continue
    // In this year, or the last one before: 29 February may be years away.
    const [last] = [31, 30, 29, 28]
      .flatMap((one) => dateOf(one, of, year, here) ?? [])
      .toSorted((one, other) => other.from.epochMilliseconds - one.from.epochMilliseconds)
    if (last === undefined || (item.first.kind !== 'number' && next?.first.kind !== 'number')) continue
    return {
      typed: [item, next].map((one) => one?.words.map(({ typed }) => typed).join(' ')).join(' '),
      last: last.from,
    }
  }
  return null
}

/** A larger number is a year. */
const MOST_DAYS = 99

/** Reads "january", "in february", "march 2025". */
export function readMonth(items: readonly Item[], at: number, here: Moment): ReadTo<Stretch> | null {
  const item = items[at]
  const month = monthOf(item)
  // "may" and "mar" are other words unless a day or "in" stands beside them.
  const isSure = has(items[at - 1], 'in', 'next', 'until')
  if (month === null || item === undefined) return null
  if (!isSure && (item.signs.has('filler') || item.first.key.length < SHORTEST_NAME)) return null
  const year = yearAt(items, at + 1)
  const first = dateOf(1, month, year, here)
  if (first === null) return null
  const start = first.from.toPlainDate().withCalendar(month.calendar)
  const to = start.add({ months: 1 }).withCalendar('iso8601').toZonedDateTime(here.timeZoneId)
  return { value: { from: first.from, to }, next: at + (year === null ? 1 : 2) }
}

/** Shorter names of days and months mean too many other things: "son", "mar", "mi". */
export const SHORTEST_NAME = 4
