import { has, numberOf, valueOf } from './item-signs.ts'
import type { Item } from './items.ts'

/**
 * Reads the day in "on the 15th of every month", "jeden Monat am 3."; the first where none is said ("every
 * month").
 */
export function dayOfMonthAt(
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
export function writtenDay(items: readonly Item[]): { readonly item: Item; readonly day: number } | null {
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
