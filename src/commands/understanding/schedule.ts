import type { Days, Weekday } from '../../records/subscription.ts'
import { toDays, WEEK } from '../../subscriptions/days.ts'
import type { NameIndex } from '../name-index.ts'
import { HOURS_OFTEN } from '../reading/read-time.ts'
import { clocksAt, saysHour } from './clocks.ts'
import { hoursAt, outletsAt } from './counted-times.ts'
import { dayOfMonthAt, writtenDay } from './day-of-month.ts'
import { areLeftOut, daysAt } from './days-said.ts'
import { has, numberOf, pairOf, partOf, valueOf, typedOf } from './item-signs.ts'
import type { Item } from './items.ts'
import { apart, type Said, type SaidTogether } from './said-together.ts'
import { takeZone } from './take-zone.ts'

/** When something is to be told again and again. */
export interface AskedSchedule {
  readonly days: Days | null
  /** Days of the week on which nothing is to come. `days` is without them. */
  readonly notOn: readonly Weekday[]
  /** Local times, `HH:MM`. */
  readonly at: readonly string[]
  /** IANA; null where none is named. */
  readonly zone: string | null
  /** Number of hours between two; null where hours are not counted. */
  readonly hourly: number | null
  /** A rhythm that no subscription has, as typed: "first Monday of each month", "every three days". */
  readonly impossible: string | null
  /** Independent outlets to wait for. */
  readonly outlets: number | null
  /** Days with hours of their own, in the order said, where a sentence names several: "weekdays at 8 and weekends at 10". */
  readonly several: readonly SaidTogether[]
}

export const NO_SCHEDULE: AskedSchedule = {
  days: null,
  notOn: [],
  at: [],
  zone: null,
  hourly: null,
  impossible: null,
  outlets: null,
  several: [],
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
      (isRepeated(items[at + 1]) ||
        skipsAt(items, at) ||
        (numberOf(items[at + 1]) !== null && isUnit(items[at + 2])))
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

interface ScheduleContext {
  readonly nameIndex: NameIndex
  /** A lone number is an hour. */
  readonly isHour: boolean
  /** The days are those on which nothing is to come. */
  readonly areRefused: boolean
}

/**
 * Finds the schedule of something that is to be told again and again, and removes its items from `left`.
 * Null where no schedule is said.
 */
export function takeSchedule(
  items: readonly Item[],
  left: Set<Item>,
  { nameIndex, isHour, areRefused }: ScheduleContext,
): AskedSchedule | null {
  const days: Weekday[] = []
  const notOn: Weekday[] = []
  const times: string[] = []
  const said: Said[] = []
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
      const isOut = areRefused || areLeftOut(items, at, named.next)
      // "Every day, Monday to Friday", "her gün pazar hariç" (every day except Sunday).
      const isWhole = named.value.length === WEEK.length
      const isDaily = has(item, 'daily') && (isWhole || isOut)
      if (isDaily) isEachDay = true
      if (isOut && !isWhole) notOn.push(...named.value)
      else if (!isDaily) days.push(...named.value)
      if (!isOut) said.push({ days: named.value, at: [] })
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
      // "Every morning at seven and on Sundays at nine".
      const isDaily = has(item, 'each') && clocks.next > at + 2
      if (!isOld) said.push({ days: isDaily ? WEEK : [], at: clocks.value })
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
  const impossible = skippedIn(items) ?? (monthly !== null && days.length > 0 ? weekdayOfMonth(items) : null)
  const saysNothing = impossible === null && days.length + notOn.length + times.length === 0
  if (saysNothing && hourly === null && monthly === null && outlets === null) return null
  const at = isOften && times.length === 0 ? often : [...new Set(times)].toSorted()
  const own = days.filter((day) => !notOn.includes(day))
  const ofWeek = own.length === 0 ? null : toDays(own)
  return {
    days: monthly === null ? ofWeek : `monthly:${monthly}`,
    notOn: [...new Set(notOn)],
    at,
    zone,
    hourly,
    impossible,
    outlets,
    several: apart(said),
  }
}

/** "Every three days", "every second Monday", "tous les 15 jours": some are skipped. */
function skipsAt(items: readonly Item[], at: number): boolean {
  const [count, ordinal] = [numberOf(items[at + 1]), valueOf(items[at + 1], 'ordinal')]
  const isLong = LONG.some((unit) => valueOf(items[at + 2], 'unit') === unit)
  const isCounted = count !== null && count > 1 && isLong
  const isPlaced =
    ordinal !== null && Number(ordinal) > 1 && (isLong || valueOf(items[at + 2], 'weekday') !== null)
  return has(items[at], 'each', 'every') && (isCounted || isPlaced)
}

const typedIn = (items: readonly Item[]): string => items.map(typedOf).join(' ')

function skippedIn(items: readonly Item[]): string | null {
  const at = items.findIndex((_, index) => skipsAt(items, index))
  return at < 0 ? null : typedIn(items.slice(at, at + 3))
}

const isOfMonth = (item: Item): boolean =>
  has(item, 'monthly') || valueOf(item, 'weekday') !== null || valueOf(item, 'ordinal') !== null

const weekdayOfMonth = (items: readonly Item[]): string =>
  typedIn(items.slice(items.findIndex(isOfMonth), items.findLastIndex(isOfMonth) + 1))

const LONG = ['days', 'weeks', 'months', 'years'] as const

const OFTEN = ['twice-a-day', 'often-a-day'] as const
