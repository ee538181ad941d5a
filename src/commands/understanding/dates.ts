import type { Item } from './items.ts'
import { has, numbered, numberOf, type ReadTo, valueOf } from './item-signs.ts'
import { daysFrom, wholeDay, type Moment, type Stretch } from './stretch.ts'

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
  // "15 de marzo de 2026".
  const small = has(items[next], 'filler') && yearAt(items, next) === null ? 1 : 0
  const year = yearAt(items, next + small)
  const ofDay = (wanted: number): Stretch | null => dateOf(wanted, month, year, here)
  const value = ofDay(dayOfMonth)
  if (value === null) return null
  return {
    value: { ...value, month: ofDay, isOfYear: year !== null },
    next: year === null ? next : next + small + 1,
  }
}

/**
 * Reads a day in digits: "2026-03-01", "10.03.2026", "10/3/2026" (the day first, unless only the month can
 * be).
 */
export function readWrittenDay(items: readonly Item[], at: number, here: Moment): ReadTo<Stretch> | null {
  const [day] = writtenDays(items[at])
  return day === undefined
    ? null
    : { value: { ...wholeDay(day.toZonedDateTime(here.timeZoneId)), isOfYear: true }, next: at + 1 }
}

/** Returns the days that an item in digits may mean: two for "10/3/2026", of which the second has the month first. */
function writtenDays(item: Item | undefined): readonly Temporal.PlainDate[] {
  if (item?.first.kind !== 'number') return []
  const { key } = item.first
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(key)
  if (iso !== null) return dayIn(iso[1], iso[2], iso[3])
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/u.exec(key)
  if (dotted !== null) return dayIn(dotted[3], dotted[2], dotted[1])
  const [, one, other, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/u.exec(key) ?? []
  return one === other ? dayIn(year, one, other) : [...dayIn(year, other, one), ...dayIn(year, one, other)]
}

function dayIn(year?: string, month?: string, day?: string): readonly Temporal.PlainDate[] {
  try {
    return [
      Temporal.PlainDate.from(
        { year: Number(year), month: Number(month), day: Number(day) },
        { overflow: 'reject' },
      ),
    ]
  } catch {
    return []
  }
}

/**
 * Reads "on the 10th", "until the 20th": a day without its month, the last such day or, with `isAhead`, the
 * next.
 */
export function readDayAlone(
  items: readonly Item[],
  at: number,
  here: Moment,
  isAhead: boolean,
): ReadTo<Stretch> | null {
  const item = items[at]
  const isLed = has(items[at - 1], 'filler') && !has(items[at - 1], 'noun:story')
  const day =
    isLed && item?.first.kind === 'number'
      ? /^(\d{1,2})(?:st|nd|rd|th|er|º)$/u.exec(item.first.key)?.[1]
      : undefined
  if (day === undefined || Number(day) === 0 || Number(day) > LONGEST_MONTH) return null
  const today = here.toPlainDate()
  const months = Array.from({ length: 3 }, (_, step) => today.add({ months: isAhead ? step : -step }))
  const found = months
    .flatMap(({ year, month }) => dayIn(String(year), String(month), day))
    .find((date) =>
      isAhead ? Temporal.PlainDate.compare(date, today) > 0 : Temporal.PlainDate.compare(date, today) <= 0,
    )
  return found === undefined
    ? null
    : { value: wholeDay(found.toZonedDateTime(here.timeZoneId)), next: at + 1 }
}

const LONGEST_MONTH = 31

/** Reads "in 2025". */
export function readYear(items: readonly Item[], at: number, here: Moment): ReadTo<Stretch> | null {
  const year = /^\d{4}$/u.test(items[at]?.first.key ?? '') ? yearAt(items, at) : null
  if (year === null || year < EARLIEST_YEAR || year > here.year || !has(items[at - 1], 'in', 'since'))
    return null
  const from = here.with({ year, month: 1, day: 1 }).startOfDay()
  return { value: { from, to: from.add({ years: 1 }) }, next: at + 1 }
}

/** A smaller number of four digits counts something. */
const EARLIEST_YEAR = 1900

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

/** A day that has to be asked about: its month does not have it ("31 February"), or it may be two ("10/3/2026"). */
export interface UnclearDay {
  readonly typed: string
  /** The first moments of the days that may be meant. */
  readonly days: readonly Moment[]
  readonly exists: boolean
}

/** Returns a day in digits that an American and a Briton read differently; null where there is none. */
export function findTwofoldDay(items: readonly Item[], here: Moment): UnclearDay | null {
  for (const item of items) {
    const days = writtenDays(item)
    if (days.length < 2) continue
    return {
      typed: item.first.typed,
      days: days.map((day) => day.toZonedDateTime(here.timeZoneId)),
      exists: true,
    }
  }
  return null
}

/** Returns the first day among these items that its month does not have; null where all days exist. */
export function findNoDay(items: readonly Item[], here: Moment): UnclearDay | null {
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
      // The month's last day, or the day after.
      days: [last.from, daysFrom(last.from, 1)],
      exists: false,
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
