import { SPOKEN } from '../../language/languages.ts'
import { foldTerm, type NameIndex } from '../name-index.ts'
import { readZone } from '../reading/read-zone.ts'
import { isUnknown } from './bare-sayings.ts'
import type { Item } from './items.ts'
import { clocksAt, clocksIn } from './clocks.ts'
import { anyHas, has, typedOf } from './item-signs.ts'
import type { Intent } from './read-intent.ts'
import type { Wish } from './wish.ts'

/**
 * Returns what a sentence wants to set: "my time zone is Cairo", "speak German", "nothing between 23:00 and
 * 7:00".
 */
export function readSettings(items: readonly Item[], nameIndex: NameIndex): Wish['settings'] {
  const zone = items
    .map((item) => (item.named === null ? null : readZone(typedOf(item), nameIndex)))
    .find((found) => found !== null)
  const speak = items.map((item) => replyLanguageOf(item, nameIndex)).find((id) => id !== undefined)
  const [from, to] = clocksIn(items)
  return {
    ...(speak !== undefined && { speak }),
    ...(speak === undefined && zone != null && { zone }),
    ...(from !== undefined && to !== undefined && from !== to && { quiet: { from, to } }),
  }
}

/**
 * "Don't write to me between 22:00 and 7:00", "از ۱۰ شب تا ۷ صبح پیام نده": two hours between which nothing
 * is to come, whatever the verb.
 */
export const saysQuiet = (items: readonly Item[], { wants }: Intent): boolean =>
  (wants('pause', 'stop', 'mute', 'unsubscribe', 'settings') || anyHas(items, 'not', 'not-before')) &&
  !wants('edit', 'search', 'subscribe') &&
  items.every(({ named }) => named === null) &&
  items.some((item, at) => isRange(items, at) && (has(item, 'between', 'since') || isClosed(items, at)))

/** Returns whether two joined hours begin at an item or right after it. */
function isRange(items: readonly Item[], at: number): boolean {
  const first = clocksAt(items, at + (has(items[at], 'between', 'since') ? 1 : 0), true)
  if (first === null) return false
  if (first.value.length === 2) return true
  const isJoined =
    items[first.next]?.first.kind === 'dash' || has(items[first.next], 'and', 'through', 'until', 'joint')
  return isJoined && clocksAt(items, first.next + 1, true) !== null
}

const isClosed = (items: readonly Item[], at: number): boolean =>
  items.slice(at).some((item) => has(item, 'between-behind'))

const replyLanguageOf = (item: Item, { languages }: NameIndex): string | undefined =>
  [item.words.map(({ key }) => key).join(' '), foldTerm(item.first.typed), ...formsInSpeech(item.first.key)]
    // "En" is a small word.
    .map((key) => (key.length > SHORTEST_NAME ? languages.get(key)?.id : undefined))
    .find((id) => SPOKEN.some((language) => language === id))

const SHORTEST_NAME = 2

/** "بالعربية", "по-русски". */
const formsInSpeech = (key: string): readonly string[] =>
  key.startsWith('بال') ? [key.slice(1)] : key.endsWith('ски') ? [`${key}й`] : []

/**
 * Finds the language that we are to speak, if nothing else is named: "can we do this in German", "en español
 * por favor", "Türkçe devam et"; null for none.
 */
export function findReplyLanguage(
  items: readonly Item[],
  { wants }: Intent,
  nameIndex: NameIndex,
): Item | null {
  const at = items.findIndex((item) => replyLanguageOf(item, nameIndex) !== undefined)
  const item = items[at]
  if (item === undefined) return null
  const others = items.filter((other) => other !== item)
  // "The French" are people.
  const isIn =
    wants('settings') ||
    has(items[at - 1], 'in', 'joint', 'clock:before') ||
    LANGUAGE_ALONE.test(item.first.key)
  const isOfNews =
    others.some((other) => other.named !== null || has(other, 'noun:news', 'noun:subscription')) ||
    others.filter(isUnknown).length > 1 ||
    wants('briefing', 'search', 'subscribe', 'alert', 'unsubscribe', 'upcoming')
  return isIn && others.length > 0 && !isOfNews ? item : null
}

/** Words that mean only the language: "Türkçe", "بالعربية", "по-русски". */
const LANGUAGE_ALONE = /^(?:turkce|turkçe|türkçe|بال|فارسي|русски|по)/u
