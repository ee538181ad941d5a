import type { AskedTime } from '../../language/asked.ts'
import { readSince } from '../reading/read-moment.ts'
import type { PartOfDay } from '../reading/read-time.ts'
import { hourAt } from './clocks.ts'
import {
  readDate,
  monthOf,
  SHORTEST_NAME,
  readDayAlone,
  readMonth,
  readWrittenDay,
  readYear,
} from './dates.ts'
import {
  has,
  lengthOf,
  numbered,
  numberOf,
  pairOf,
  partOf,
  type ReadTo,
  unitOf,
  valueOf,
} from './item-signs.ts'
import type { Item } from './items.ts'
import type { Sign, Unit } from './compile-lexicon.ts'
import { daysFrom, isLong, type Moment, startOf, type Stretch, wholeDay } from './stretch.ts'

/** Reads the stretch of the past that begins at an item and takes most items. */
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
  const found = [
    readNamedTime,
    readCountedTime,
    readBeginning,
    readWeekday,
    readDate,
    readMonth,
    readWrittenDay,
    readDayBefore,
    readYear,
    readWrittenTime,
  ].flatMap((read) => read(items, at, here) ?? [])
  const longest = found.toSorted((one, other) => other.next - one.next)[0]
  return longest === undefined ? null : withClock(items, cutAtNow(longest, here), here)
}

/** "This evening", said in the morning, means the day so far. */
function cutAtNow({ value, next }: ReadTo<Stretch>, here: Moment): ReadTo<Stretch> {
  const isToCome = Temporal.ZonedDateTime.compare(value.from, here) > 0
  return isToCome ? { value: { ...value, from: here.startOfDay() }, next } : { value, next }
}

/** Hours at which the parts of the day begin and end. The night lasts until the next morning. */
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

/** Reads "today", "last night", "yesterday morning", "امروز صبح" (this morning). */
function readNamedTime(items: readonly Item[], at: number, here: Moment): ReadTo<Stretch> | null {
  if (has(items[at], 'last-week')) return { value: { from: daysFrom(here, -7), to: null }, next: at + 1 }
  const time = valueOf(items[at], 'time')
  const today = here.startOfDay()
  const before = daysFrom(today, -1)
  if (isTime(time) && time !== 'now' && time !== 'day-after') {
    const start = time === 'today' ? today : time === 'yesterday' ? before : null
    const part = start === null ? null : partOf(items[at + 1])
    if (start !== null && part !== null) return { value: partOfDay(start, part), next: at + 2 }
    return { value: TIMES[time](today), next: at + 1 }
  }
  // "صباح أمس" (yesterday morning), "sabah bugün": the part of the day comes first.
  const part = partOf(items[at])
  const behind = part === null ? null : valueOf(items[at + 1], 'time')
  if (part === null || (behind !== 'today' && behind !== 'yesterday')) return null
  return { value: partOfDay(behind === 'today' ? today : before, part), next: at + 2 }
}

const isTime = (name: string | null): name is AskedTime => name !== null

const TIMES: Readonly<Record<Exclude<AskedTime, 'now' | 'day-after'>, (today: Moment) => Stretch>> = {
  today: wholeDay,
  yesterday: (today) => wholeDay(daysFrom(today, -1)),
  'day-before': (today) => wholeDay(daysFrom(today, -2)),
  'this-morning': (today) => partOfDay(today, 'morning'),
  'this-afternoon': (today) => partOfDay(today, 'afternoon'),
  'this-evening': (today) => partOfDay(today, 'evening'),
  'last-night': (today) => partOfDay(daysFrom(today, -1), 'night'),
  'yesterday-morning': (today) => partOfDay(daysFrom(today, -1), 'morning'),
  weekend(today) {
    const saturday = daysFrom(today, -((today.dayOfWeek + 1) % 7))
    return { from: saturday, to: daysFrom(saturday, 2) }
  },
  'this-week': (today) => ({ from: startOf('weeks', today), to: null }),
  'this-month': (today) => ({ from: startOf('months', today), to: null }),
  'this-year': (today) => ({ from: startOf('years', today), to: null }),
}

/** Reads "the beginning of the week", "début du mois", "hafta başı". */
function readBeginning(items: readonly Item[], at: number, here: Moment): ReadTo<Stretch> | null {
  const isFirst = has(items[at], 'begin')
  let next = at
  if (isFirst)
    do next++
    while (has(items[next], 'filler', 'current', 'in') && unitOf(items[next]) === null)
  const unit = unitOf(items[next])
  if (unit === null || !(isFirst || has(items[next + 1], 'begin'))) return null
  return { value: { from: startOf(unit, here.startOfDay()), to: null }, next: next + (isFirst ? 1 : 2) }
}

/**
 * Reads "last 3 days", "the past week", "this month", "3 days ago", "الأيام الثلاثة الماضية", "3 derniers
 * jours".
 */
function readCountedTime(items: readonly Item[], at: number, here: Moment): ReadTo<Stretch> | null {
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
    // "منذ يوم الاثنين" (since Monday): a day with a name is not counted.
    else if (own === 'days' && count === null && valueOf(items[next + 1], 'weekday') !== null) break
    else if (unit === null && own !== null && (count !== null || isPast || isCurrent || isAgo || next === at))
      unit = own
    else if (!isPast && has(item, 'past')) isPast = true
    else if (!isAgo && has(item, 'ago')) isAgo = true
    else if (!isCurrent && has(item, 'current')) isCurrent = true
    else if (count === null && numberOf(item) !== null && monthOf(items[next + 1]) === null)
      count = numberOf(item)
    else break
    if (has(item, 'ago')) isAgo = true
    // "A 5 minute roundup" means a short one.
    const isLength = unit === 'minutes' && !isPast && !isAgo && !has(items[at - 1], 'since', 'past', 'in')
    const value =
      unit === null || isLength ? null : countedStretch({ count, unit, isPast, isCurrent, isAgo }, here)
    if (value !== null) best = { value, next: next + 1 }
  }
  return best
}

/** Items in "the last 3 days". */
export const MOST_OF_COUNT = 4

interface Counted {
  readonly count: number | null
  readonly unit: Unit
  readonly isPast: boolean
  readonly isCurrent: boolean
  readonly isAgo: boolean
}

function countedStretch({ count, unit, isPast, isCurrent, isAgo }: Counted, here: Moment): Stretch | null {
  if (count !== null)
    return count > MOST_COUNTED ? null : { from: here.subtract({ [unit]: count }), to: null }
  if (isCurrent && !isPast)
    return unit === 'minutes' || unit === 'hours'
      ? null
      : { from: startOf(unit, here.startOfDay()), to: null }
  if (!isPast) return isAgo ? { from: here.subtract({ [unit]: 1 }), to: null } : null
  const from = here.subtract({ [unit]: 1 })
  return { from: isLong(unit) ? from.startOfDay() : from, to: null }
}

/** Nobody asks for more of any unit. */
export const MOST_COUNTED = 1_000

/** Reads "monday", "last friday", "friday evening": the last one before today. */
function readWeekday(items: readonly Item[], at: number, here: Moment): ReadTo<Stretch> | null {
  const lead = has(items[at], 'past', 'current') || unitOf(items[at]) === 'days' ? 1 : 0
  const item = items[at + lead]
  const wanted = numbered(valueOf(item, 'weekday'))
  if (wanted === null || item === undefined || has(item, 'every')) return null
  if (lengthOf(item) < SHORTEST_NAME && lead === 0) return null
  const today = here.startOfDay()
  const start = daysFrom(today, -((today.dayOfWeek - wanted + 7) % 7 || 7))
  const behind = lead === 0 && has(items[at + 1], 'past') ? 1 : 0
  const next = at + lead + 1 + behind
  const part = partOf(items[next])
  return part === null ? { value: wholeDay(start), next } : { value: partOfDay(start, part), next: next + 1 }
}

const readDayBefore = (items: readonly Item[], at: number, here: Moment): ReadTo<Stretch> | null =>
  readDayAlone(items, at, here, false)

/** Reads what the strict reader knows as one word: "24h". */
function readWrittenTime(items: readonly Item[], at: number, here: Moment): ReadTo<Stretch> | null {
  const item = items[at]
  if (item?.first.kind !== 'number' || /^\d{1,4}$/u.test(item.first.key)) return null
  const key = item.first.key
  if (!/^\d+\p{L}+$/u.test(key)) return null
  const moment = readSince(key, here.epochMilliseconds, here.timeZoneId)
  if (moment.status !== 'read') return null
  const from = Temporal.Instant.fromEpochMilliseconds(moment.at).toZonedDateTimeISO(here.timeZoneId)
  return { value: { from, to: null }, next: at + 1 }
}

/** Adds the time of "yesterday 18:00", "friday at 6pm". */
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
