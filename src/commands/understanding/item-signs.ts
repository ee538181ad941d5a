import { type PartOfDay, PARTS } from '../reading/read-time.ts'
import type { Item } from './items.ts'
import type { Sign, Unit } from './compile-lexicon.ts'

/** A value that was read, and the position after it. */
export interface ReadTo<T> {
  readonly value: T
  readonly next: number
}

export const has = (item: Item | undefined, ...signs: readonly Sign[]): boolean =>
  item !== undefined && signs.some((sign) => item.signs.has(sign))

export const anyHas = (items: readonly Item[], ...signs: readonly Sign[]): boolean =>
  items.some((item) => has(item, ...signs))

/** Returns the value of a sign: 3 of `month:3`; null where the item has no such sign. */
export function valueOf(item: Item | undefined, kind: string): string | null {
  for (const sign of item?.signs ?? []) if (sign.startsWith(`${kind}:`)) return sign.slice(kind.length + 1)
  return null
}

/** Returns the number that a sign carries; null where there is none. */
export const numbered = (text: string | null): number | null => (text === null ? null : Number(text))

/** Returns a whole number in digits or words; null for anything else. */
export function numberOf(item: Item | undefined): number | null {
  if (item?.first.kind === 'number')
    return /^\d{1,4}(?:st|nd|rd|th|er)?$/u.test(item.first.key) ? Number.parseInt(item.first.key, 10) : null
  return numbered(valueOf(item, 'number'))
}

export const unitOf = (item: Item | undefined): Unit | null => {
  const unit = valueOf(item, 'unit')
  return isUnit(unit) ? unit : null
}
const isUnit = (unit: string | null): unit is Unit => unit !== null && unit !== 'outlets'
export const pairOf = (item: Item | undefined): Unit | null => {
  const unit = valueOf(item, 'two')
  return isUnit(unit) ? unit : null
}

export const partOf = (item: Item | undefined): PartOfDay | null =>
  PARTS.find((part) => has(item, part)) ?? null

/** The words of an item as typed. */
export const typedOf = ({ words }: Item): string => words.map(({ typed }) => typed).join(' ')

export const lengthOf = ({ words }: Item): number => words.reduce((sum, { key }) => sum + key.length, 0)
