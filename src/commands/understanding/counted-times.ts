import { has, numberOf, type ReadTo, valueOf } from './item-signs.ts'
import type { Item } from './items.ts'

/** Reads "3 outlets", "four independent outlets". */
export function outletsAt(items: readonly Item[], at: number): ReadTo<number> | null {
  if (valueOf(items[at], 'two') === 'outlets') return { value: 2, next: at + 1 }
  const count = numberOf(items[at])
  // "Four or more independent papers".
  let next = at + 1
  while (
    next <= at + MOST_BETWEEN &&
    !has(items[next], 'outlets') &&
    has(items[next], 'filler', 'or', 'ask:more', 'noun:news')
  )
    next++
  return count !== null && count > 0 && count <= MOST_OUTLETS && has(items[next], 'outlets')
    ? { value: count, next: next + 1 }
    : null
}

const MOST_OUTLETS = 20
/** Small words between a number and its outlets. */
const MOST_BETWEEN = 3

/** Reads "hourly", "every 3 hours", "كل ساعتين" (every two hours), "3 saatte bir". */
export function hoursAt(items: readonly Item[], at: number): ReadTo<number> | null {
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
