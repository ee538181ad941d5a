import type { Days, Weekday } from '../../records/subscription.ts'
import { toDays, WEEK, weekdaysOf, weekdaysThrough } from '../../subscriptions/days.ts'
import type { NameIndex } from '../name-index.ts'
import { HOURS_OFTEN } from '../reading/read-time.ts'
import { clocksAt, saysHour } from './clocks.ts'
import { hoursAt, outletsAt } from './counted-times.ts'
import { has, numberOf, pairOf, partOf, type ReadTo, valueOf } from './item-signs.ts'
import type { Item } from './items.ts'
import { takeZone } from './take-zone.ts'

/** When something is to be told again and again. */
export interface AskedSchedule {
  readonly days: Days | null
  /** Local times, `HH:MM`. */
  readonly at: readonly string[]
  /** IANA; null where none is named. */
  readonly zone: string | null
  /** Number of hours between two; null where hours are not counted. */
  readonly hourly: number | null
  /** Independent outlets to wait for. */
  readonly outlets: number | null
}

/**
 * Returns whether a sentence is about something that repeats: "every", "daily", "on mondays", "tuesday and
 * friday at 10", "sunday 10:00 in #news".
 */
export const comesAgain = (items: readonly Item[]): boolean => {
  const isPosted = items.some(({ first }) => first.kind === 'channel')
  return items.some((item, at) => {
    if (valueOf(item, 'weekday') !== null && (isPosted || joinsWeekdays(items, at)) && hasClock(items, at))
      return true
    if (isToBeTold(items, at)) return true
    if (has(item, 'daily', 'weekly', 'monthly', 'hourly', 'twice-a-day', 'often-a-day', 'weekdays'))
      return true
    if (valueOf(item, 'weekday') !== null && has(item, 'every')) return true
    return (
      has(item, 'each', 'every') &&
      (isRepeated(items[at + 1]) || (numberOf(items[at + 1]) !== null && isUnit(items[at + 2])))
    )
  })
}

/** "Tuesday and friday", "mon wed fri", "le samedi et le dimanche": another day is named right before. */
function joinsWeekdays(items: readonly Item[], at: number): boolean {
  let before = at - 1
  while (
    before > 0 &&
    before >= at - MOST_BETWEEN &&
    has(items[before], 'and', 'filler') &&
    valueOf(items[before], 'weekday') === null
  )
    before--
  return valueOf(items[before], 'weekday') !== null
}

const MOST_BETWEEN = 3

/**
 * "Am Wochenende um 10 Uhr Kultur", "le dimanche à 18 h": a day and an hour open a sentence that asks nothing
 * else. A question about Sunday at six says that it is one.
 */
function isToBeTold(items: readonly Item[], at: number): boolean {
  const isDay = valueOf(items[at], 'weekday') !== null || has(items[at], 'weekends', 'weekdays')
  const isFirst = items
    .slice(0, at)
    .every((item) => has(item, 'filler', 'in') && !has(item, 'since', 'until'))
  const behind = clocksAt(items, at + 1, false)
  const isAsked = items.some(
    (item) => item.signs.has('ask:search') || item.signs.has('ask:open') || has(item, 'which', 'past'),
  )
  return isDay && isFirst && behind !== null && !isAsked && items.slice(behind.next).some(isAbout)
}

const isAbout = ({ named }: Item): boolean => named !== null

const hasClock = (items: readonly Item[], at: number): boolean => clocksAt(items, at + 1, true) !== null

/** "From 8 to 9", "8'den 9'a": of something that is moved, the first is the old hour. */
const isOldHour = (items: readonly Item[], at: number): boolean =>
  has(items[at - 1], 'since', 'between', 'out-of') || /^[dt][ae]n$/u.test(items[at]?.first.ending ?? '')

const isUnit = (item: Item | undefined): boolean => valueOf(item, 'unit') !== null
const isRepeated = (item: Item | undefined): boolean =>
  isUnit(item) || pairOf(item) !== null || valueOf(item, 'weekday') !== null || partOf(item) !== null

/**
 * Finds the schedule of something that is to be told again and again, and removes its items from `left`. With
 * `isHour`, a lone number is an hour. Null where no schedule is said.
 */
export function takeSchedule(
  items: readonly Item[],
  left: Set<Item>,
  { nameIndex, isHour }: { readonly nameIndex: NameIndex; readonly isHour: boolean },
): AskedSchedule | null {
  const days: Weekday[] = []
  const times: string[] = []
  let [often, weekly]: [readonly string[], boolean] = [[], false]
  let isEachDay = false
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
    const sign = OFTEN.find((one) => has(item, one))
    if (sign !== undefined) {
      often = HOURS_OFTEN[sign]
      at = take(at, at + 1)
      continue
    }
    if (has(item, 'monthly')) {
      const found = dayOfMonthAt(items, at)
      const written = found.next - found.from > 1 ? null : writtenDay(items)
      monthly = written?.day ?? found.value
      if (written !== null) left.delete(written.item)
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
      // "Every day, Monday to Friday".
      if (has(item, 'daily') && named.value.length === WEEK.length) isEachDay = true
      else days.push(...named.value)
      at = take(at, named.next)
      before = true
      continue
    }
    const clocks = clocksAt(items, at, before)
    if (clocks !== null) {
      // "My morning briefing at half past seven".
      const isWhich =
        clocks.next === at + 1 && partOf(item) !== null && has(items[at + 1], 'noun:subscription')
      const isOld =
        (isWhich && saysHour(items.slice(clocks.next), true)) ||
        has(items[at - 1], 'instead-before') ||
        // "Swap 8 for 9:30".
        (has(items[at - 1], 'ask:replace') && saysHour(items.slice(clocks.next))) ||
        has(items[clocks.next], 'instead-behind') ||
        (isHour && isOldHour(items, at) && times.length === 0 && saysHour(items.slice(clocks.next), true))
      if (!isOld) times.push(...clocks.value)
      isEachDay ||= has(item, 'each')
      at = take(at, clocks.next)
      before = true
      continue
    }
    at++
  }
  const zone = times.length === 0 ? null : takeZone(items, left, nameIndex)
  const isOften = often.length > 0
  if (days.length === 0 && isEachDay) days.push(...WEEK)
  if (days.length === 0 && weekly) days.push('mon')
  if (days.length === 0 && isOften) days.push(...WEEK)
  if (days.length + times.length === 0 && hourly === null && monthly === null && outlets === null) return null
  const at = isOften && times.length === 0 ? often : [...new Set(times)].toSorted()
  const ofWeek = days.length === 0 ? null : toDays(days)
  return { days: monthly === null ? ofWeek : `monthly:${monthly}`, at, zone, hourly, outlets }
}

/**
 * Reads the day in "on the 15th of every month", "jeden Monat am 3."; the first where none is said ("every
 * month").
 */
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
    // "Chaque mois le 15": a small word stands before the day.
    if (has(items[behind], 'at')) break
    const found = dayIn(items[behind], behind > at + 1)
    if (found !== null) return { value: found, from: at, next: behind + 1 }
    if (!has(items[behind], 'filler', 'in')) break
  }
  return { value: 1, from: at, next: at + 1 }
}

/** Finds a day that is written like one, wherever it stands: "a monthly briefing on Africa on the 1st". */
function writtenDay(items: readonly Item[]): { readonly item: Item; readonly day: number } | null {
  for (const item of items) {
    const day = item.first.kind === 'number' ? dayIn(item, false) : null
    if (day !== null) return { item, day }
  }
  return null
}

/** With `isSure`, a bare number is a day and no hour. */
function dayIn(item: Item | undefined, isSure: boolean): number | null {
  const ordinal = valueOf(item, 'ordinal')
  const isDay = isSure || /^\d{1,2}\D/u.test(item?.first.key ?? '')
  const number = ordinal === null ? (isDay ? numberOf(item) : null) : Number(ordinal)
  return number !== null && number >= 1 && number <= LONGEST_MONTH ? number : null
}

const LONGEST_MONTH = 31

const OFTEN = ['twice-a-day', 'often-a-day'] as const

/** Reads "daily", "every day", "on weekdays", "mondays and fridays", "every monday to thursday". */
function daysAt(items: readonly Item[], at: number): ReadTo<readonly Weekday[]> | null {
  const item = items[at]
  // "كل يوم أحد" (every Sunday): only the days of that name.
  const isOfName = dayOf(items[at + 1]) !== null && !has(items[at + 1], 'every')
  if (has(item, 'daily') && !isOfName) return { value: WEEK, next: at + 1 }
  if (has(item, 'weekdays') || has(item, 'weekends'))
    return { value: weekdaysOf(has(item, 'weekdays') ? 'weekdays' : 'weekends'), next: at + 1 }
  const isEachDay = has(item, 'each', 'every') && valueOf(items[at + 1], 'unit') === 'days'
  if (isEachDay && dayOf(items[at + 2]) === null) return { value: WEEK, next: at + 2 }
  const days: Weekday[] = []
  let next = has(item, 'daily') ? at + 1 : isEachDay ? at + 2 : at
  for (;;) {
    const from = next
    const isDashed = isOneWord(items[next - 1], items[next])
    const isJoined = items[next]?.first.kind === 'dash' || has(items[next], 'through') || isDashed
    // "Pazartesiden cumaya" (from Monday to Friday).
    const isFrom = /[dt][ae]n$/u.test(items[next - 1]?.first.key ?? '') && dayOf(items[next]) !== null
    const isRange = days.length > 0 && (isJoined || isFrom)
    if (days.length > 0 && !isFrom && !isDashed && (isRange || has(items[next], 'and', 'filler'))) next++
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
    days.push(...(isRange && last !== undefined ? weekdaysThrough(last, day) : [day]))
    next++
    // "pazartesi günü", "ayām".
    if (valueOf(items[next], 'unit') === 'days') next++
  }
}

/** "Mon-fri". */
const isOneWord = (one: Item | undefined, other: Item | undefined): boolean =>
  one !== undefined && one.first.whole.includes('-') && one.first.whole === other?.first.whole

const dayOf = (item: Item | undefined): Weekday | null => {
  const index = valueOf(item, 'weekday')
  return index === null ? null : (WEEK[Number(index) - 1] ?? null)
}
