import type { Weekday } from '../../records/subscription.ts'
import { WEEK, weekdaysOf, weekdaysThrough } from '../../subscriptions/days.ts'
import { has, type ReadTo, valueOf } from './item-signs.ts'
import { MINUS } from './sentence.ts'
import type { Item } from './items.ts'

/** Reads "daily", "every day", "on weekdays", "mondays and fridays", "every monday to thursday". */
export function daysAt(items: readonly Item[], at: number): ReadTo<readonly Weekday[]> | null {
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
    if (days.length > 0 && turns(items[next])) return { value: days, next }
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
      if (next - from > 3 || (days.length > 0 && turns(items[next]))) break
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

/**
 * Returns whether the days from `at` to `next` are left out: "except Sundays", "but not on weekends", "pazar
 * hariç", "on Friday instead of Monday".
 */
export function areLeftOut(items: readonly Item[], at: number, next: number): boolean {
  if (has(items[next], 'except-behind', 'not-behind', 'instead-behind')) return true
  const first = items.findIndex((item, index) => index >= at && isDays(item))
  // "Every day but Sunday".
  const isBut = has(items[first - 1], 'except-days') && isDays(items[first - 2])
  let before = first - 1
  while (before > first - MOST_BEFORE_DAYS && isSmall(items[before])) before--
  const lead = items[before]
  return isBut || turns(lead)
}

const isDays = (item: Item | undefined): boolean =>
  dayOf(item) !== null || has(item, 'daily', 'weekdays', 'weekends')

/** Items between "but not" and "Sundays": "but not on the Sundays". */
const MOST_BEFORE_DAYS = 4

/** Returns whether the days behind an item are those on which nothing is to come. */
const turns = (item: Item | undefined): boolean =>
  has(item, 'except-before', 'not-before', 'instead-before', 'negation') || item?.first.key === MINUS

const isSmall = (item: Item | undefined): boolean =>
  has(item, 'filler', 'in', 'at', 'each') && !turns(item) && !has(item, 'only', 'and')

/** Returns whether days stand between things that are named: "Iraq on weekdays at 7 and Yemen on Sundays at 18". */
export const areNamesApart = (items: readonly Item[]): boolean =>
  items.some(
    (item, at) =>
      isDays(item) &&
      [items.slice(0, at), items.slice(at)].every((side) => side.some(({ named }) => named !== null)),
  )
