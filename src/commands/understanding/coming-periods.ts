import { readDate, monthOf, readMonth, readWrittenDay } from './dates.ts'
import { has, numbered, numberOf, pairOf, type ReadTo, unitOf, valueOf } from './item-signs.ts'
import type { Item } from './items.ts'
import type { Unit } from './compile-lexicon.ts'
import type { Period } from './periods.ts'
import { MOST_COUNTED, MOST_OF_COUNT } from './moments.ts'
import {
  daysFrom,
  endOf,
  isLong,
  type Moment,
  nextWeekday,
  startOf,
  type Stretch,
  wholeDay,
} from './stretch.ts'

/**
 * Finds the future time that a sentence names ("next week", "until friday", "in march") and removes its items
 * from `left`. The same words as for the past, read ahead.
 */
export function takeComing(items: readonly Item[], left: Set<Item>, here: Moment): Period {
  for (const [at, item] of items.entries()) {
    if (!left.has(item)) continue
    const found = periodAt(items, at, here)
    if (found === null) continue
    for (const used of items.slice(at, found.next)) left.delete(used)
    return found.value
  }
  return { from: null, to: null }
}

/** Returns whether a time is named that can only lie ahead: "tomorrow", "next week", "the next month". */
export const saysAhead = (items: readonly Item[]): boolean =>
  items.some((item, at) => {
    if (has(items[at - 1], 'each', 'every', 'current')) return false
    const isNext =
      has(item, 'next') && [items[at - 1], items[at + 1]].some((beside) => unitOf(beside) !== null)
    return isNext || has(item, 'next-week', 'tomorrow') || valueOf(item, 'time') === 'day-after'
  })

/** Returns the future time that these items name; null where they name none, or something else as well. */
export function comingIn(items: readonly Item[], here: Moment): Period | null {
  const found = periodAt(items, 0, here)
  return found?.next === items.length ? found.value : null
}

function periodAt(items: readonly Item[], at: number, here: Moment): ReadTo<Period> | null {
  const isUntil = has(items[at], 'until')
  const lead = isUntil || has(items[at], 'since', 'between', 'in', 'at', 'through') ? 1 : 0
  const first = stretchAt(items, at + lead, here)
  if (first === null) return null
  const { value, next } = first
  if (isUntil || has(items[next], 'until-behind'))
    return { value: { from: here, to: value.to ?? value.from }, next: isUntil ? next : next + 1 }
  const isJoined = items[next]?.first.kind === 'dash' || has(items[next], 'through', 'until', 'and')
  const second = isJoined ? stretchAt(items, next + 1, here) : null
  // "20 to 25 march" takes its first day along; "tomorrow and friday" is read as a range.
  return second === null
    ? { value, next }
    : { value: { from: value.from, to: second.value.to }, next: second.next }
}

/** Reads the time that takes most items, with or without a small word before it. */
function stretchAt(items: readonly Item[], at: number, here: Moment): ReadTo<Stretch> | null {
  const found = [
    readNamed,
    readCounted,
    readWeekday,
    readComingDate,
    readDayOfRange,
    readComingMonth,
  ].flatMap((read) => read(items, at, here) ?? [])
  const longest = found.toSorted((one, other) => other.next - one.next)[0]
  if (longest !== undefined) return longest
  return has(items[at], 'filler', 'in') && at + 1 < items.length ? stretchAt(items, at + 1, here) : null
}

/** Reads "today", "tomorrow", "this weekend", and "next week" where that is one word. */
function readNamed(items: readonly Item[], at: number, here: Moment): ReadTo<Stretch> | null {
  const isNext = has(items[at], 'next') && !has(items[at], 'next-week')
  const item = items[isNext ? at + 1 : at]
  const next = at + (isNext ? 2 : 1)
  const today = here.startOfDay()
  const monday = startOf('weeks', today)
  if (has(item, 'tomorrow')) return { value: wholeDay(daysFrom(today, 1)), next }
  if (has(item, 'next-week')) return { value: { from: daysFrom(monday, 7), to: daysFrom(monday, 14) }, next }
  switch (valueOf(item, 'time')) {
    case 'today':
    case 'this-morning':
    case 'this-afternoon':
    case 'this-evening':
      return { value: { from: today, to: daysFrom(today, 1) }, next }
    case 'day-after':
      return { value: wholeDay(daysFrom(today, 2)), next }
    case 'this-week':
      return { value: { from: today, to: endOf('weeks', today) }, next }
    case 'this-month':
      return { value: { from: today, to: endOf('months', today) }, next }
    case 'this-year':
      return { value: { from: today, to: endOf('years', today) }, next }
    case 'weekend': {
      const isAfter = isNext || has(items[next], 'next')
      const saturday = daysFrom(monday, isAfter ? 12 : 5)
      return {
        value: { from: saturday, to: daysFrom(saturday, 2) },
        next: has(items[next], 'next') ? next + 1 : next,
      }
    }
    default:
      return null
  }
}

/**
 * Reads "next week", "la semaine prochaine", "this month", "the next 3 days", "in two weeks", "الأيام الثلاثة
 * القادمة".
 */
function readCounted(items: readonly Item[], at: number, here: Moment): ReadTo<Stretch> | null {
  let [count, unit, isNext, isCurrent]: [number | null, Unit | null, boolean, boolean] = [
    null,
    null,
    false,
    false,
  ]
  let best: ReadTo<Stretch> | null = null
  for (let next = at; next < at + MOST_OF_COUNT; next++) {
    const item = items[next]
    const own = pairOf(item) ?? unitOf(item)
    if (unit === null && own !== null) {
      unit = own
      if (pairOf(item) !== null) count = 2
    } else if (!isNext && has(item, 'next')) isNext = true
    else if (!isCurrent && has(item, 'current')) isCurrent = true
    else if (count === null && numberOf(item) !== null && monthOf(items[next + 1]) === null)
      count = numberOf(item)
    else break
    const value = unit === null ? null : unitAhead({ count, unit, isNext, isCurrent }, here)
    if (value !== null) best = { value, next: next + 1 }
  }
  return best
}

interface Counted {
  readonly count: number | null
  readonly unit: Unit
  readonly isNext: boolean
  readonly isCurrent: boolean
}

function unitAhead({ count, unit, isNext, isCurrent }: Counted, here: Moment): Stretch | null {
  if (count !== null) return count > MOST_COUNTED ? null : { from: here, to: here.add({ [unit]: count }) }
  if (!isNext && !isCurrent) return null
  // "In the next days".
  if (!isLong(unit)) return isNext && unit === 'days' ? { from: here, to: daysFrom(here, 7) } : null
  const then = endOf(unit, here.startOfDay())
  return isNext ? { from: then, to: endOf(unit, then) } : { from: here.startOfDay(), to: then }
}

/** Reads "on friday", "next monday": always the next one. */
function readWeekday(items: readonly Item[], at: number, here: Moment): ReadTo<Stretch> | null {
  const lead = has(items[at], 'next', 'current') ? 1 : 0
  const wanted = numbered(valueOf(items[at + lead], 'weekday'))
  if (wanted === null) return null
  const next = at + lead + 1
  return {
    value: wholeDay(nextWeekday(here.startOfDay(), wanted)),
    next: has(items[next], 'next') ? next + 1 : next,
  }
}

/** Reads "20 march". The shared reader returns the last such day; who looks ahead means the next. */
function readComingDate(items: readonly Item[], at: number, here: Moment): ReadTo<Stretch> | null {
  const found = readDate(items, at, here) ?? readWrittenDay(items, at, here)
  return found === null ? null : { value: ahead(found.value, here), next: found.next }
}

/** Reads "20 to 25 march": the month of the first day stands after the second. */
function readDayOfRange(items: readonly Item[], at: number, here: Moment): ReadTo<Stretch> | null {
  const first = numberOf(items[at])
  const isJoined = items[at + 1]?.first.kind === 'dash' || has(items[at + 1], 'through', 'until', 'and')
  const second = first === null || !isJoined ? null : readDate(items, at + 2, here)
  const from = first === null ? null : second?.value.month?.(first)
  if (second === null || from == null) return null
  return { value: { from: ahead(from, here).from, to: ahead(second.value, here).to }, next: second.next }
}

/** Reads "in march", "next may". */
function readComingMonth(items: readonly Item[], at: number, here: Moment): ReadTo<Stretch> | null {
  const lead = has(items[at], 'next', 'current') ? 1 : 0
  const found = readMonth(items, at + lead, here)
  return found === null ? null : { value: ahead(found.value, here), next: found.next }
}

function ahead({ from, to, isOfYear }: Stretch, here: Moment): Stretch {
  const isOver = isOfYear !== true && to !== null && to.epochMilliseconds <= here.epochMilliseconds
  return isOver ? { from: from.add({ years: 1 }), to: to.add({ years: 1 }) } : { from, to }
}
