import type { AskedTime } from '../../language/asked.ts'
import { readSince } from '../reading/read-moment.ts'
import { type PartOfDay, PARTS } from '../reading/read-time.ts'
import type { Item } from './items.ts'
import type { Sign, Unit } from './lexicon.ts'

type Moment = Temporal.ZonedDateTime

/** A time that is over or under way: a day, a night, "the last 3 days". */
export interface Stretch {
  readonly from: Moment
  /** Null where it lasts. */
  readonly to: Moment | null
  /** Of a day in a month: "5" of "1 to 5 march" is of the same. */
  readonly month?: (day: number) => Stretch | null
}

/** What was read, and the item behind it. */
export interface ReadTo<T> {
  readonly value: T
  readonly next: number
}

export const has = (item: Item | undefined, ...signs: readonly Sign[]): boolean =>
  item !== undefined && signs.some((sign) => item.signs.has(sign))

/** The value of a sign with one: 3 of `month:3`. */
export function valueOf(item: Item | undefined, kind: string): string | null {
  for (const sign of item?.signs ?? []) if (sign.startsWith(`${kind}:`)) return sign.slice(kind.length + 1)
  return null
}

const numbered = (text: string | null): number | null => (text === null ? null : Number(text))

/** A whole number in digits or words. */
export function numberOf(item: Item | undefined): number | null {
  if (item?.first.kind === 'number')
    return /^\d{1,4}(?:st|nd|rd|th|er)?$/u.test(item.first.key) ? Number.parseInt(item.first.key, 10) : null
  return numbered(valueOf(item, 'number'))
}

const unitOf = (item: Item | undefined): Unit | null => {
  const unit = valueOf(item, 'unit')
  return isUnit(unit) ? unit : null
}
const isUnit = (unit: string | null): unit is Unit => unit !== null
const pairOf = (item: Item | undefined): Unit | null => {
  const unit = valueOf(item, 'two')
  return isUnit(unit) ? unit : null
}

export const partOf = (item: Item | undefined): PartOfDay | null =>
  PARTS.find((part) => has(item, part)) ?? null

/** The stretch of the past that begins at an item, by the most items. */
export function stretchAt(items: readonly Item[], at: number, here: Moment): ReadTo<Stretch> | null {
  // "el lunes", "the last week".
  const article =
    has(items[at], 'filler') &&
    !TIMELY.some((sign) => has(items[at], sign)) &&
    valueOf(items[at], 'number') === null &&
    valueOf(items[at], 'unit') === null
      ? stretchFrom(items, at + 1, here)
      : null
  return stretchFrom(items, at, here) ?? article
}

const TIMELY = ['past', 'current', 'ago'] as const satisfies readonly Sign[]

function stretchFrom(items: readonly Item[], at: number, here: Moment): ReadTo<Stretch> | null {
  const found = [namedTime, countedTime, weekday, date, wholeMonth, writtenTime].flatMap(
    (read) => read(items, at, here) ?? [],
  )
  const longest = found.toSorted((one, other) => other.next - one.next)[0]
  return longest === undefined ? null : withClock(items, begun(longest, here), here)
}

/** "This evening" said in the morning is the day so far. */
function begun({ value, next }: ReadTo<Stretch>, here: Moment): ReadTo<Stretch> {
  const isToCome = Temporal.ZonedDateTime.compare(value.from, here) > 0
  return isToCome ? { value: { ...value, from: here.startOfDay() }, next } : { value, next }
}

const day = (from: Moment): Stretch => ({ from, to: daysFrom(from, 1) })

/** The beginning of a day so many days away: where clocks move at midnight it begins later. */
export const daysFrom = (day: Moment, days: number): Moment => day.add({ days }).startOfDay()

/** Hours in which a part of the day begins and ends; the night goes on to the next morning. */
const HOURS: Readonly<Record<PartOfDay, readonly [number, number]>> = {
  morning: [5, 12],
  afternoon: [12, 18],
  evening: [17, 24],
  night: [18, 30],
}

const partOfDay = (start: Moment, part: PartOfDay): Stretch => {
  const [from, to] = HOURS[part]
  return { from: start.add({ hours: from }), to: start.add({ hours: to }) }
}

/** "today", "last night", "yesterday morning", "امروز صبح". */
function namedTime(items: readonly Item[], at: number, here: Moment): ReadTo<Stretch> | null {
  if (has(items[at], 'last-week')) return { value: { from: daysFrom(here, -7), to: null }, next: at + 1 }
  const time = valueOf(items[at], 'time')
  const today = here.startOfDay()
  const before = daysFrom(today, -1)
  if (isTime(time) && time !== 'now') {
    const start = time === 'today' ? today : time === 'yesterday' ? before : null
    const part = start === null ? null : partOf(items[at + 1])
    if (start !== null && part !== null) return { value: partOfDay(start, part), next: at + 2 }
    return { value: TIMES[time](today), next: at + 1 }
  }
  // "صباح أمس", "sabah bugün": the part stands first.
  const part = partOf(items[at])
  const behind = part === null ? null : valueOf(items[at + 1], 'time')
  if (part === null || (behind !== 'today' && behind !== 'yesterday')) return null
  return { value: partOfDay(behind === 'today' ? today : before, part), next: at + 2 }
}

const isTime = (name: string | null): name is AskedTime => name !== null

const TIMES: Readonly<Record<Exclude<AskedTime, 'now'>, (today: Moment) => Stretch>> = {
  today: day,
  yesterday: (today) => day(daysFrom(today, -1)),
  'day-before': (today) => day(daysFrom(today, -2)),
  'this-morning': (today) => partOfDay(today, 'morning'),
  'this-afternoon': (today) => partOfDay(today, 'afternoon'),
  'this-evening': (today) => partOfDay(today, 'evening'),
  'last-night': (today) => partOfDay(daysFrom(today, -1), 'night'),
  'yesterday-morning': (today) => partOfDay(daysFrom(today, -1), 'morning'),
  weekend(today) {
    const saturday = daysFrom(today, -((today.dayOfWeek + 1) % 7))
    return { from: saturday, to: daysFrom(saturday, 2) }
  },
}

/** "last 3 days", "the past week", "this month", "3 days ago", "الأيام الثلاثة الماضية", "3 derniers jours". */
function countedTime(items: readonly Item[], at: number, here: Moment): ReadTo<Stretch> | null {
  let best: ReadTo<Stretch> | null = null
  let [count, unit, isPast, isCurrent, isAgo]: [number | null, Unit | null, boolean, boolean, boolean] = [
    null,
    null,
    false,
    false,
    false,
  ]
  for (let next = at; next < at + MOST_OF_COUNT; next++) {
    const item = items[next]
    const pair = pairOf(item)
    const own = unitOf(item)
    if (unit === null && pair !== null) [unit, count] = [pair, 2]
    else if (unit === null && own !== null && (count !== null || isPast || isCurrent || isAgo || next === at))
      unit = own
    else if (!isPast && has(item, 'past')) isPast = true
    else if (!isAgo && has(item, 'ago')) isAgo = true
    else if (!isCurrent && has(item, 'current')) isCurrent = true
    else if (count === null && numberOf(item) !== null && monthOf(items[next + 1]) === null)
      count = numberOf(item)
    else break
    if (has(item, 'ago')) isAgo = true
    const value = unit === null ? null : counted({ count, unit, isPast, isCurrent, isAgo }, here)
    if (value !== null) best = { value, next: next + 1 }
  }
  return best
}

const MOST_OF_COUNT = 4

interface Counted {
  readonly count: number | null
  readonly unit: Unit
  readonly isPast: boolean
  readonly isCurrent: boolean
  readonly isAgo: boolean
}

function counted({ count, unit, isPast, isCurrent, isAgo }: Counted, here: Moment): Stretch | null {
  if (count !== null)
    return count > MOST_COUNTED ? null : { from: here.subtract({ [unit]: count }), to: null }
  if (isCurrent && !isPast) {
    const today = here.startOfDay()
    if (unit === 'weeks') return { from: daysFrom(today, -(today.dayOfWeek - 1)), to: null }
    if (unit === 'months') return { from: today.with({ day: 1 }).startOfDay(), to: null }
    if (unit === 'years') return { from: today.with({ month: 1, day: 1 }).startOfDay(), to: null }
    return unit === 'days' ? { from: today, to: null } : null
  }
  if (!isPast) return isAgo ? { from: here.subtract({ [unit]: 1 }), to: null } : null
  const from = here.subtract({ [unit]: 1 })
  return {
    from: unit === 'weeks' || unit === 'months' || unit === 'years' ? from.startOfDay() : from,
    to: null,
  }
}

/** More is no time that anybody asks for. */
const MOST_COUNTED = 1_000

/** "monday", "last friday", "friday evening": the last one before today. */
function weekday(items: readonly Item[], at: number, here: Moment): ReadTo<Stretch> | null {
  const lead = has(items[at], 'past', 'current') ? 1 : 0
  const item = items[at + lead]
  const wanted = numbered(valueOf(item, 'weekday'))
  if (wanted === null || item === undefined || has(item, 'every')) return null
  // Short names are too much else: "son", "mar", "mi".
  if (item.first.key.length < SHORTEST_NAME && lead === 0) return null
  const today = here.startOfDay()
  const start = daysFrom(today, -((today.dayOfWeek - wanted + 7) % 7 || 7))
  const behind = lead === 0 && has(items[at + 1], 'past') ? 1 : 0
  const next = at + lead + 1 + behind
  const part = partOf(items[next])
  return part === null ? { value: day(start), next } : { value: partOfDay(start, part), next: next + 1 }
}

const SHORTEST_NAME = 4

/** "9 march", "march 9, 2026", "15 اسفند", "monday 9 march"; the last that is not still to come. */
function date(items: readonly Item[], at: number, here: Moment): ReadTo<Stretch> | null {
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

function monthOf(item: Item | undefined): Month | null {
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
  return day(found.withCalendar('iso8601').toZonedDateTime(here.timeZoneId))
}

/** Eight years may lie between two leap days. */
const LEAP_APART = 9

/** A day that its month does not have, as "31 February": what was typed, and the last day that the month has. */
export interface NoDay {
  readonly typed: string
  /** Its first moment. */
  readonly last: Moment
}

/** The first such day among these items; null where all are days. */
export function noDayIn(items: readonly Item[], here: Moment): NoDay | null {
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
    // Of this year's month, or the last one before: 29 February may be years away.
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

/** More is no day but a year. */
const MOST_DAYS = 99

/** "january", "in february", "march 2025". */
function wholeMonth(items: readonly Item[], at: number, here: Moment): ReadTo<Stretch> | null {
  const item = items[at]
  const month = monthOf(item)
  // "may" and "mar" are other words where no day stands beside them.
  if (
    month === null ||
    item === undefined ||
    item.signs.has('filler') ||
    item.first.key.length < SHORTEST_NAME
  )
    return null
  const year = yearAt(items, at + 1)
  const first = dateOf(1, month, year, here)
  if (first === null) return null
  const start = first.from.toPlainDate().withCalendar(month.calendar)
  const to = start.add({ months: 1 }).withCalendar('iso8601').toZonedDateTime(here.timeZoneId)
  return { value: { from: first.from, to }, next: at + (year === null ? 1 : 2) }
}

/** What the strict reader knows by one word: "24h", "2026-03-01", "10.03.2026". */
function writtenTime(items: readonly Item[], at: number, here: Moment): ReadTo<Stretch> | null {
  const item = items[at]
  if (item?.first.kind !== 'number' || /^\d{1,4}$/u.test(item.first.key)) return null
  const key = item.first.key
  const isDate = /^\d{4}-\d{2}-\d{2}$|^\d{1,2}\.\d{1,2}\.\d{4}$/u.test(key)
  if (!isDate && !/^\d+\p{L}+$/u.test(key)) return null
  const moment = readSince(key, here.epochMilliseconds, here.timeZoneId)
  if (moment.status !== 'read') return null
  const from = Temporal.Instant.fromEpochMilliseconds(moment.at).toZonedDateTimeISO(here.timeZoneId)
  return { value: isDate ? day(from) : { from, to: null }, next: at + 1 }
}

/** "yesterday 18:00", "friday at 6pm". */
function withClock(items: readonly Item[], { value, next }: ReadTo<Stretch>, here: Moment): ReadTo<Stretch> {
  const isDay = value.to !== null && value.from.equals(value.from.startOfDay())
  if (!isDay) return { value, next }
  const said = has(items[next], 'at', 'clock:before') ? 1 : 0
  const time = hourAt(items[next + said], said === 1)
  if (time === null) return { value, next }
  const from = value.from.withPlainTime(time)
  return from.epochMilliseconds > here.epochMilliseconds
    ? { value, next }
    : { value: { from, to: null }, next: next + said + 1 }
}

/** A time of day written in one word. */
export function hourAt(item: Item | undefined, isSaid: boolean): Temporal.PlainTime | null {
  if (item?.first.kind !== 'number') return null
  const { hour = '', minute = '0', half = '' } = CLOCK.exec(item.first.key)?.groups ?? {}
  const isBare = /^\d+$/u.test(item.first.key)
  if (hour === '' || (isBare && !isSaid)) return null
  const hours = half === '' ? Number(hour) : (Number(hour) % 12) + (half.startsWith('p') ? 12 : 0)
  return hours > 23 || Number(minute) > 59
    ? null
    : Temporal.PlainTime.from({ hour: hours, minute: Number(minute) })
}

/** "8", "08:30", "8.30", "20h", "20h30", "8pm". */
export const CLOCK = /^(?<hour>\d{1,2})(?:[:.h](?<minute>\d{2})?)?(?:(?<half>[ap]m)|uhr)?$/u
