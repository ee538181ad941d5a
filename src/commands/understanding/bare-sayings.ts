import { askWords } from '../../language/typed-words.ts'
import { saysHour } from './clocks.ts'
import { anyHas, has, numberOf, partOf, valueOf } from './item-signs.ts'
import type { Item } from './items.ts'
import type { Intent } from './read-intent.ts'

/**
 * Returns whether a sentence has a condition, which makes it an alert: "if", "as soon as three outlets",
 * "olursa". Not in "look if …". "When" counts only inside a sentence, and not after a question: "what
 * happened when …".
 */
export function hasCondition(items: readonly Item[], { positionOf }: Intent): boolean {
  // "What happens if Iran closes the strait?"
  if (anyHas(items.slice(0, MOST_BEFORE_HOW), 'how')) return false
  const asked = Math.min(...ASKED.map(positionOf))
  return items.some(
    (item, at) =>
      (has(item, 'condition') && !has(items[at - 1], 'ask:search', 'ask:why')) ||
      (at > 0 && at < asked && has(item, 'condition-within')),
  )
}

/** Items before "how" at the beginning: "please, how …". */
export const MOST_BEFORE_HOW = 3

const ASKED = ['briefing', 'search', 'open', 'why', 'help', 'catchup', 'upcoming'] as const

/**
 * Returns the unknown words before a condition, taken for verbs of telling: "yell if there is a truce". Empty
 * for languages whose conditions end their clauses, such as Turkish.
 */
export function tellingBefore(items: readonly Item[], language: string): readonly Item[] {
  const isBehind = (askWords.of(language)?.condition.endings ?? []).length > 0
  const at = isBehind ? -1 : items.findIndex((item) => has(item, 'condition', 'condition-within'))
  const before = items.slice(0, Math.max(0, at))
  // "A warning of an attack in Chad if two papers have it": the subject stands before.
  const isAbout = before.some(({ named }) => named !== null) || !items.slice(at).some(isNamedOrUnknown)
  return isAbout ? [] : before.filter(isUnknown)
}

const isNamedOrUnknown = (item: Item): boolean => item.named !== null || isUnknown(item)

/** What a sentence says that names no news: an hour, or an end. */
export type BareSaying = 'hour' | 'until'

/**
 * Returns what a sentence says that names no news: an hour ("swap the time to half past nine") or an end
 * ("shush till the 20th"). This is how verbs that no list has are understood. Null where it names or asks for
 * news, or says neither.
 */
export function readBareSaying(items: readonly Item[]): BareSaying | null {
  const unknown = items.filter(isUnknown)
  const isNews = items.some((item) => has(item, 'noun:news') && !has(item, 'noun:subscription', 'noun:story'))
  // "My briefing should come at nine" is about the existing one.
  const isMine = anyHas(items, 'mine')
  const isSent = !isMine && anyHas(items, 'ask:send')
  if (isNews || isSent || unknown.length > MOST_UNKNOWN || items.some(isSomething)) return null
  if (items.some((item) => has(item, 'until', 'until-behind') && !has(item, 'since'))) return 'until'
  const isPast = items.some(
    (item) => has(item, 'since', 'since-behind', 'past', 'ago') || valueOf(item, 'time') !== null,
  )
  // "At 9" alone may be about anything.
  const isOfSomething =
    unknown.length > 0 || anyHas(items, 'mine', 'noun:hour', 'noun:that', 'noun:subscription', ...INSTEAD)
  // "The morning digest" names a subscription, not an hour.
  const isCalled = unknown.length === 0 && items.some((item, at) => isKind(item, items[at + 1]))
  // "Why did my briefing not come at 8?"
  const isAsked = has(items[0], 'which', 'ask:why')
  return isOfSomething && saysHour(items) && !isPast && !isCalled && !isAsked ? 'hour' : null
}

const isKind = (item: Item, behind: Item | undefined): boolean =>
  partOf(item) !== null && has(behind, 'noun:subscription') && numberOf(item) === null

/** "Instead of 8 rather 6:30". Some of these words, such as "not" and "than", occur in any sentence. */
const INSTEAD = ['instead-before', 'instead-behind'] as const

/** Returns whether nothing is known of a word. */
export const isUnknown = ({ named, signs, first }: Item): boolean =>
  named === null && signs.size === 0 && first.kind === 'word'

/** Unknown words that are allowed: a verb, and who is spoken of. */
export const MOST_UNKNOWN = 2

const isSomething = (item: Item): boolean =>
  item.named !== null ||
  item.first.kind === 'quote' ||
  has(
    item,
    'ask:search',
    'ask:subscribe',
    'ask:alert',
    'ask:upcoming',
    'ask:catchup',
    'ask:elsewhere',
    'ask:thanks',
  )
