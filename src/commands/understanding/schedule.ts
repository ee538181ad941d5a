import type { Days, Weekday } from '../../records/subscription.ts'
import { toDays, WEEK, weekdaysOf } from '../../subscriptions/days.ts'
import type { NameIndex } from '../name-index.ts'
import { HOUR_OF, hourIn, type PartOfDay } from '../reading/read-time.ts'
import { readZone } from '../reading/read-zone.ts'
import type { Item } from './items.ts'
import { CLOCK, has, numberOf, partOf, type ReadTo, valueOf } from './moments.ts'

/** When something is to be told again and again. */
export interface AskedSchedule {
  readonly days: Days | null
  /** Local times, `HH:MM`. */
  readonly at: readonly string[]
  /** IANA; null where none is named. */
  readonly zone: string | null
  /** Every so many hours; null where hours are not what is counted. */
  readonly hourly: number | null
  /** Independent outlets to wait for. */
  readonly outlets: number | null
}

/** Whether a sentence speaks of something that comes again: "every", "daily", "on mondays". */
export const comesAgain = (items: readonly Item[]): boolean =>
  items.some((item, at) => {
    if (has(item, 'daily', 'weekly', 'monthly', 'hourly', 'twice-a-day', 'often-a-day', 'weekdays'))
      return true
    if (valueOf(item, 'weekday') !== null && has(item, 'every')) return true
    return (
      has(item, 'each', 'every') &&
      (isRepeated(items[at + 1]) || (numberOf(items[at + 1]) !== null && isUnit(items[at + 2])))
    )
  })

const isUnit = (item: Item | undefined): boolean => valueOf(item, 'unit') !== null
const isRepeated = (item: Item | undefined): boolean =>
  isUnit(item) || valueOf(item, 'two') !== null || valueOf(item, 'weekday') !== null || partOf(item) !== null

/** Finds the schedule of something that is to be told again and again, and takes its items out of `left`; `isHour`: a number alone is an hour. Null where none is said. */
export function takeSchedule(
  items: readonly Item[],
  left: Set<Item>,
  { nameIndex, isHour }: { readonly nameIndex: NameIndex; readonly isHour: boolean },
): AskedSchedule | null {
  const days: Weekday[] = []
  const times: string[] = []
  let [often, weekly]: [readonly string[], boolean] = [[], false]
  let hourly: number | null = null
  let monthly: number | null = null
  let outlets: number | null = null
  let before = isHour
  const take = (from: number, next: number): number => {
    for (const used of items.slice(from, next)) left.delete(used)
    return next
  }
  for (let at = 0; at < items.length;) {
    const item = items[at]
    if (item === undefined || !left.has(item)) {
      at++
      continue
    }
    const counted = outletsAt(items, at)
    if (counted !== null) {
      outlets = counted.value
      at = take(at, counted.next)
      continue
    }
    const every = hoursAt(items, at)
    if (every !== null) {
      hourly = every.value
      at = take(at, every.next)
      before = true
      continue
    }
    if (has(item, 'twice-a-day', 'often-a-day')) {
      often = has(item, 'twice-a-day') ? OFTEN.twice : OFTEN.more
      at = take(at, at + 1)
      continue
    }
    if (has(item, 'monthly')) {
      const found = dayOfMonthAt(items, at)
      monthly = found.value
      at = take(found.from, found.next)
      continue
    }
    if (has(item, 'weekly')) {
      weekly = true
      at = take(at, at + 1)
      continue
    }
    const named = daysAt(items, at)
    if (named !== null) {
      days.push(...named.value)
      at = take(at, named.next)
      before = true
      continue
    }
    const clocks = clocksAt(items, at, before)
    if (clocks !== null) {
      times.push(...clocks.value)
      if (has(item, 'each')) days.push(...WEEK)
      at = take(at, clocks.next)
      before = true
      continue
    }
    at++
  }
  const zone = times.length === 0 ? null : takeZone(items, left, nameIndex)
  const isOften = often.length > 0
  if (days.length === 0 && weekly) days.push('mon')
  if (days.length === 0 && isOften) days.push(...WEEK)
  if (days.length + times.length === 0 && hourly === null && monthly === null && outlets === null) return null
  const at = isOften && times.length === 0 ? often : [...new Set(times)].toSorted()
  const ofWeek = days.length === 0 ? null : toDays(days)
  return { days: monthly === null ? ofWeek : `monthly:${monthly}`, at, zone, hourly, outlets }
}

/** "Every month", "on the 15th of every month", "jeden Monat am 3.": the first where no day is said. */
function dayOfMonthAt(
  items: readonly Item[],
  at: number,
): { readonly value: number; readonly from: number; readonly next: number } {
  for (let from = at - 1; from >= 0 && from >= at - 3; from--) {
    const before = dayIn(items[from], true)
    if (before !== null) return { value: before, from, next: at + 1 }
    if (!has(items[from], 'filler', 'in')) break
  }
  for (let behind = at + 1; behind <= at + 3; behind++) {
    const found = dayIn(items[behind], false)
    if (found !== null) return { value: found, from: at, next: behind + 1 }
    if (!has(items[behind], 'filler', 'in')) break
  }
  return { value: 1, from: at, next: at + 1 }
}

/** `isSure`: a bare number is a day, and no hour. */
function dayIn(item: Item | undefined, isSure: boolean): number | null {
  const ordinal = valueOf(item, 'ordinal')
  const isDay = isSure || /^\d{1,2}\D/u.test(item?.first.key ?? '')
  const number = ordinal === null ? (isDay ? numberOf(item) : null) : Number(ordinal)
  return number !== null && number >= 1 && number <= LONGEST_MONTH ? number : null
}

const LONGEST_MONTH = 31

/** The answer says them, and they can be changed. */
const OFTEN = { twice: ['08:00', '18:00'], more: ['08:00', '13:00', '18:00'] } as const

/** "3 outlets", "four independent outlets". */
function outletsAt(items: readonly Item[], at: number): ReadTo<number> | null {
  const count = numberOf(items[at])
  const gap = has(items[at + 1], 'outlets') || !has(items[at + 1], 'filler') ? 1 : 2
  return count !== null && count > 0 && count <= MOST_OUTLETS && has(items[at + gap], 'outlets')
    ? { value: count, next: at + gap + 1 }
    : null
}

const MOST_OUTLETS = 20

/** "hourly", "every 3 hours", "كل ساعتين", "3 saatte bir". */
function hoursAt(items: readonly Item[], at: number): ReadTo<number> | null {
  const item = items[at]
  const count = numberOf(item)
  if (count !== null && has(items[at + 1], 'hourly')) return { value: count, next: at + 2 }
  if (has(item, 'hourly')) return { value: 1, next: at + 1 }
  if (!has(item, 'each', 'every')) return null
  if (valueOf(items[at + 1], 'two') === 'hours') return { value: 2, next: at + 2 }
  if (valueOf(items[at + 1], 'unit') === 'hours' && numberOf(items[at + 1]) === null) {
    const isClock = numberOf(items[at + 2]) !== null
    return isClock ? null : { value: 1, next: at + 2 }
  }
  const every = numberOf(items[at + 1])
  return every !== null && valueOf(items[at + 2], 'unit') === 'hours' ? { value: every, next: at + 3 } : null
}

/** "daily", "every day", "on weekdays", "mondays and fridays", "every monday to thursday". */
function daysAt(items: readonly Item[], at: number): ReadTo<readonly Weekday[]> | null {
  const item = items[at]
  if (has(item, 'daily')) return { value: WEEK, next: at + 1 }
  if (has(item, 'weekdays') || has(item, 'weekends'))
    return { value: weekdaysOf(has(item, 'weekdays') ? 'weekdays' : 'weekends'), next: at + 1 }
  if (has(item, 'each', 'every') && valueOf(items[at + 1], 'unit') === 'days')
    return { value: WEEK, next: at + 2 }
  const days: Weekday[] = []
  let next = at
  for (;;) {
    const from = next
    const isRange = days.length > 0 && (items[next]?.first.kind === 'dash' || has(items[next], 'through'))
    if (days.length > 0 && (isRange || has(items[next], 'and', 'filler'))) next++
    while (
      has(items[next], 'each', 'every', 'filler', 'in', 'at', 'clock:before') &&
      valueOf(items[next], 'weekday') === null
    ) {
      if (next - from > 3) break
      next++
    }
    const day = dayOf(items[next])
    const last = days.at(-1)
    if (day === null) return days.length === 0 ? null : { value: days, next: from }
    days.push(...(isRange && last !== undefined ? daysBetween(last, day) : [day]))
    next++
    // "pazartesi günü", "ayām".
    if (valueOf(items[next], 'unit') === 'days') next++
  }
}

const dayOf = (item: Item | undefined): Weekday | null => {
  const index = valueOf(item, 'weekday')
  return index === null ? null : (WEEK[Number(index) - 1] ?? null)
}

function daysBetween(first: Weekday, last: Weekday): Weekday[] {
  const from = WEEK.indexOf(first)
  const steps = (WEEK.indexOf(last) - from + WEEK.length) % WEEK.length
  return Array.from({ length: steps + 1 }, (_, step) => WEEK[(from + step) % WEEK.length] ?? first)
}

/** "at 8 and 18:30", "8 in the evening", "her sabah 8'de", "um halb acht", "a las 8 y media de la tarde", "twice a day". */
function clocksAt(
  items: readonly Item[],
  at: number,
  isBehindDays: boolean,
): ReadTo<readonly string[]> | null {
  const item = items[at]
  const each = has(item, 'each') && partOf(items[at + 1]) !== null ? 1 : 0
  const first = clockAt(items, at + each, isBehindDays)
  if (first === null) return null
  const times = [first.value.time]
  let next = first.next
  for (;;) {
    const joined = has(items[next], 'and') || items[next - 1]?.words.at(-1)?.closes === true
    const another = joined ? clockAt(items, next + (has(items[next], 'and') ? 1 : 0), true) : null
    if (another === null) return { value: times, next }
    times.push(another.value.time)
    next = another.next
  }
}

/** All hours that a sentence names, in its order. */
export function clocksIn(items: readonly Item[]): readonly string[] {
  const times: string[] = []
  for (let at = 0; at < items.length;) {
    const found = clockAt(items, at, true)
    if (found === null) at++
    else {
      times.push(found.value.time)
      at = found.next
    }
  }
  return times
}

interface Clock {
  readonly time: string
}

function clockAt(items: readonly Item[], at: number, isSaid: boolean): ReadTo<Clock> | null {
  let next = at
  let said = isSaid
  let part: PartOfDay | null = null
  const pass = (): void => {
    for (
      ;
      has(items[next], 'at', 'clock:before') &&
      numberOf(items[next]) === null &&
      partOf(items[next]) === null;
      next++
    )
      said = true
  }
  pass()
  const lead = partOf(items[next])
  if (lead !== null) {
    part = lead
    next++
    pass()
  }
  if (lead === null && has(items[next], 'noon', 'midnight') && said)
    return { value: { time: has(items[next], 'noon') ? '12:00' : '00:00' }, next: next + 1 }
  const isHalfTo = has(items[next], 'clock:halfTo')
  const isHalfPast = has(items[next], 'clock:halfPast')
  if (isHalfTo || isHalfPast) next++
  const item = items[next]
  const written = item?.first.kind === 'number' ? CLOCK.exec(item.first.key)?.groups : undefined
  const spoken = item?.first.kind === 'number' ? null : numberOf(item)
  const alone: ReadTo<Clock> | null = lead === null ? null : { value: { time: HOUR_OF[lead] }, next }
  if (item === undefined || (written === undefined && spoken === null)) return alone
  const isBare = written === undefined || /^\d+$/u.test(item.first.key)
  next++
  let minute = isHalfPast ? 30 : Number(written?.['minute'] ?? '0')
  const isNamed = has(items[next], 'clock:oclock')
  if (isNamed) next++
  const trailing = has(items[next - 1], 'clock:oclock') ? numberOf(items[next]) : null
  if (isNamed && trailing !== null && trailing < 60) {
    minute = trailing
    next++
  }
  const isHalfBehind = has(items[next], 'clock:halfBehind')
  if (isHalfBehind) {
    minute = 30
    next++
  }
  const half = written?.['half'] ?? halfAt(items, next)
  if (written?.['half'] === undefined && half !== undefined) next += items[next]?.first.key === half ? 1 : 2
  const behind = part === null && half === undefined ? partBehind(items, next) : null
  if (behind !== null) {
    part = behind.value
    next = behind.next
  }
  const isEnding = /^[dt][ae]$/u.test(item.first.ending)
  const isSure =
    said ||
    part !== null ||
    half !== undefined ||
    isHalfTo ||
    isHalfPast ||
    isHalfBehind ||
    isNamed ||
    isEnding ||
    !isBare
  // "8 days", "3 outlets" and a year count something else.
  const counts = (valueOf(items[next], 'unit') !== null && !isNamed) || has(items[next], 'outlets')
  const hour = hourOf(spoken ?? Number(written?.['hour']), half, part)
  if (!isSure || counts || hour === null) return alone
  const total = (hour * 60 + minute - (isHalfTo ? 30 : 0) + 1440) % 1440
  const time = `${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`
  return minute > 59 ? alone : { value: { time }, next }
}

function hourOf(hour: number, half: string | undefined, part: PartOfDay | null): number | null {
  if (hour > 23) return null
  if (half !== undefined) return hour > 12 ? null : (hour % 12) + (half.startsWith('p') ? 12 : 0)
  // "6 in the afternoon" and "8 de la tarde": where no hour of the part fits, the half of the day does.
  if (part !== null && hour > 12 && hourIn(part, hour) === null) return null
  return part === null
    ? hour
    : (hourIn(part, hour) ?? (part === 'morning' ? hour : hour < 12 ? hour + 12 : hour))
}

function halfAt(items: readonly Item[], at: number): string | undefined {
  const key = items[at]?.first.key
  if (key === 'am' || key === 'pm') return key
  const isSpelled = (key === 'a' || key === 'p') && items[at + 1]?.first.key === 'm'
  return isSpelled ? `${key}m` : undefined
}

/** "8 in the morning", with small words between. */
function partBehind(items: readonly Item[], at: number): ReadTo<PartOfDay> | null {
  for (let gap = 0; gap <= 2; gap++) {
    const part = partOf(items[at + gap])
    if (part !== null) return { value: part, next: at + gap + 1 }
    if (!has(items[at + gap], 'filler', 'in')) return null
  }
  return null
}

/** "karachi time", "Europe/Istanbul", "بتوقيت دبي", "heure de Paris", "berlin saatiyle". */
function takeZone(items: readonly Item[], left: Set<Item>, nameIndex: NameIndex): string | null {
  const text = (from: number, to: number): string =>
    items
      .slice(from, to)
      .map((item) => item.words.map(({ typed }) => typed).join(' '))
      .join(' ')
  for (let at = 0; at < items.length; at++) {
    const item = items[at]
    if (item === undefined || !left.has(item)) continue
    const next = items[at + 1]
    const isArea =
      next !== undefined &&
      item.words.length === 1 &&
      /^(?:europe|asia|africa|america|australia|pacific|atlantic|indian)$/u.test(item.first.key)
    const spelled = isArea ? readZone(`${text(at, at + 1)}/${text(at + 1, at + 2)}`) : null
    const isBehind = has(next, 'clock')
    const isBefore =
      has(item, 'in', 'clock') && (item.words.length > 1 || item.first.key.length > 5 || has(item, 'clock'))
    const found =
      spelled !== null
        ? { zone: spelled, end: at + 2 }
        : isBehind
          ? { zone: readZone(text(at, at + 1), nameIndex), end: at + 2 }
          : isBefore
            ? { zone: readZone(text(at + 1, at + 2), nameIndex), end: at + 2 }
            : {
                zone:
                  item.words.length === 1 && /^[A-Z]{3,4}$|^utc|^gmt/u.test(item.first.typed)
                    ? readZone(item.first.typed)
                    : null,
                end: at + 1,
              }
    if (found.zone === null) continue
    for (const used of items.slice(at, found.end)) left.delete(used)
    return found.zone
  }
  return null
}
