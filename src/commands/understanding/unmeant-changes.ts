import type { Ask } from '../../language/asked.ts'
import { MOST_BEFORE_HOW } from './bare-sayings.ts'
import { isNegated } from './changes.ts'
import type { Sign } from './compile-lexicon.ts'
import { anyHas, has } from './item-signs.ts'
import type { Item } from './items.ts'

/**
 * Why a change that is spoken of is not wanted: it is refused ("don't unsubscribe"), it is asked how it is
 * done, or why or whether it was done.
 */
export type Unmeant = 'refused' | 'how' | 'asked'

interface Settled {
  readonly items: readonly Item[]
  /** Null where a change is wanted, or none is spoken of. */
  readonly unmeant: Unmeant | null
  /** The change that is spoken of first; null where none is. */
  readonly change: Ask | null
}

/**
 * Finds out whether the changes that a sentence speaks of are wanted. A change that is refused loses its
 * signs, so that "don't stop it, pause it" only pauses. An alert that is refused is to end.
 */
export function settleUnmeant(read: readonly Item[], language: string): Settled {
  // "Silme" (don't delete) closes a sentence; elsewhere it may be a noun, deletion.
  const items = read.map((item, at) => {
    const isOwn = has(item, 'negation') && changesIn(item).length > 0
    const isMeant = at === read.length - 1 || has(read[at - 1], 'negation')
    return isOwn && !isMeant ? { ...item, signs: new Set<Sign>() } : item
  })
  const [spoken = null] = items.flatMap(changesIn)
  if (spoken === null) return { items, unmeant: null, change: null }
  if (anyHas(items.slice(0, MOST_BEFORE_HOW), 'how')) return { items, unmeant: 'how', change: spoken }
  const first = items.find((item) => !has(item, 'please', 'ask:greeting'))
  const isOfStory = anyHas(items, 'noun:story', 'noun:that', 'condition')
  if (has(first, 'ask:why', 'whether') && !isOfStory) return { items, unmeant: 'asked', change: spoken }
  const refused = new Set(items.flatMap((_, at) => refusedAt(items, at, language)))
  if (refused.size === 0) return { items, unmeant: null, change: spoken }
  const left = items.map((item) => (refused.has(item) ? { ...item, signs: signsLeft(item) } : item))
  // "Не отменяй подписку на Ирак" (don't cancel the subscription to Iraq): the noun asks for nothing.
  const isMore = left.some(
    (item) => !has(item, 'noun:subscription') && changesIn(item).some((ask) => ask !== 'subscribe'),
  )
  return { items: left, unmeant: isMore ? null : 'refused', change: spoken }
}

const CHANGES = [
  'unsubscribe',
  'stop',
  'pause',
  'resume',
  'mute',
  'forget',
  'remove',
  'subscribe',
  'alert',
] as const satisfies readonly Ask[]

const changesIn = (item: Item): readonly Ask[] => CHANGES.filter((ask) => item.signs.has(`ask:${ask}`))

/**
 * Returns the change at a position if it is refused: by its own form, by a word right before it or behind it,
 * or by one that closes the sentence. With it comes a phrase that would end something, did no verb follow: "I
 * don't want to stop it". Empty where it is not refused.
 */
function refusedAt(items: readonly Item[], at: number, language: string): readonly Item[] {
  const item = items[at]
  if (item === undefined || changesIn(item).length === 0) return []
  if (has(item, 'negation')) return [item]
  let before = at - 1
  while (before > 0 && has(items[before], 'filler') && !has(items[before], 'negation')) before--
  const lead = items[before]
  if (lead !== undefined && isNegated(lead, language)) return [item, lead]
  const behind = items.slice(at + 1)
  // "Kündige das Abo nicht", "bestell es nicht ab".
  const last = behind.findLastIndex(isNegating)
  const isLast =
    last >= 0 &&
    behind.slice(last + 1).every((other) => other.named === null && has(other, 'filler', 'please'))
  // "N'arrête pas l'Irak".
  const isBeside = [lead, behind[0]].some((other) => other !== undefined && isNegating(other))
  return isBeside || isLast ? [item] : []
}

const isNegating = (item: Item): boolean =>
  has(item, 'negation') &&
  [...item.signs].every((sign) => !sign.startsWith('ask:') || sign === 'ask:greeting')

function signsLeft(item: Item): ReadonlySet<Sign> {
  const isAlert = item.signs.has('ask:alert')
  const others = [...item.signs].filter((sign) => !CHANGES.some((ask) => sign === `ask:${ask}`))
  return new Set<Sign>([...others, isAlert ? 'ask:unsubscribe' : 'filler'])
}
