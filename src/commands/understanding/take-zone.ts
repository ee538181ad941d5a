import type { NameIndex } from '../name-index.ts'
import { readZone } from '../reading/read-zone.ts'
import type { Item } from './items.ts'
import { has, typedOf } from './item-signs.ts'

/**
 * Finds a zone and removes its items from `left`: "karachi time", "Europe/Istanbul", "بتوقيت دبي", "heure de
 * Paris", "berlin saatiyle". Null for none.
 */
export function takeZone(items: readonly Item[], left: Set<Item>, nameIndex: NameIndex): string | null {
  const text = (from: number, to: number): string => items.slice(from, to).map(typedOf).join(' ')
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
