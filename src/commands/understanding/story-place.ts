import { isUnknown, MOST_UNKNOWN } from './bare-sayings.ts'
import { has, valueOf } from './item-signs.ts'
import type { Item } from './items.ts'
import type { Intent } from './read-intent.ts'
import type { Wish } from './wish.ts'

/**
 * Returns whether an ordinal is a place in the last answer: "where did the third come from", with only
 * unlisted verbs beside it. "The second wave", "الموجة الثالثة" count something else.
 */
export function isOfPlace(items: readonly Item[]): boolean {
  const unknown = items.filter(isUnknown)
  // "Last" is also used for times.
  const at = items.findIndex((item) => valueOf(item, 'ordinal') !== null && !has(item, 'past'))
  const beside = [items[at - 1], items[at + 1]]
  return (
    at >= 0 &&
    unknown.length <= MOST_UNKNOWN &&
    items.every(({ named }) => named === null) &&
    !beside.some((item) => item !== undefined && isUnknown(item))
  )
}

/** Returns which story of the last answer is meant: its place, or the last one; null for none. */
export function storyOf({ ordinal, isPicked, wants, names }: Intent, items: readonly Item[]): Wish['story'] {
  if (ordinal === null) return null
  if (isPicked) return ordinal
  const isAlone = items.every(
    (item) => item.signs.size > 0 || (items.length === 2 && item.first.kind !== 'word'),
  )
  if (!isAlone && !names('story') && !wants('open', 'correct') && !isOfPlace(items)) return null
  return ordinal === -1 ? 'last' : ordinal
}
