import type { Ask } from '../../language/asked.ts'
import type { Item } from './items.ts'
import { has, numberOf, valueOf } from './moments.ts'

/** What a sentence wants, by the words that say so. */
export interface Intent {
  /** Has one of these wishes been said, where it can be one? */
  readonly wants: (...asks: readonly Ask[]) => boolean
  /** The item that says it first. */
  readonly where: (ask: Ask) => number
  /** Something of ours is named: a subscription, a story, or what was spoken of last. */
  readonly names: (noun: 'news' | 'subscription' | 'story' | 'that') => boolean
  /** Place in a list, -1 for the last; null where none is said. */
  readonly ordinal: number | null
  /** What says a wish, of the items that could. */
  readonly says: ReadonlySet<Item>
}

/**
 * Which wishes a sentence says. A verb alone counts where nothing but small words stand before it or behind it, as verbs open or close a sentence:
 * "test" asks for a trial, "nuclear test" for news.
 */
export function readIntent(items: readonly Item[]): Intent {
  const said = new Map<string, number>()
  const isSmall = items.map(
    (item) => item.named === null && (item.signs.size > 0 || item.first.kind === 'number'),
  )
  const firstOther = isSmall.indexOf(false)
  const lastOther = isSmall.lastIndexOf(false)
  const says = new Set<Item>()
  for (const [at, item] of items.entries()) {
    const opens = firstOther < 0 || at < firstOther
    const closes = at > lastOther
    if (!opens && !closes && item.words.length === 1) continue
    says.add(item)
    // "Alertes sur l'Iran": the thing says the wish.
    if (item.signs.has('alert') && !said.has('ask:alert')) said.set('ask:alert', at)
    for (const sign of item.signs) if (sign.startsWith('ask:') && !said.has(sign)) said.set(sign, at)
  }
  const ordinal =
    items.map((item, at) => valueOf(item, 'ordinal') ?? counted(items, at)).find((found) => found !== null) ??
    null
  return {
    wants: (...asks) => asks.some((ask) => said.has(`ask:${ask}`)),
    where: (ask) => said.get(`ask:${ask}`) ?? Number.POSITIVE_INFINITY,
    names: (noun) => items.some((item) => has(item, `noun:${noun}`)),
    ordinal: ordinal === null ? null : Number(ordinal),
    says,
  }
}

/** "story 3", "#2", and a number alone: the place in a list. */
function counted(items: readonly Item[], at: number): string | null {
  const item = items[at]
  const hashed = item?.first.kind === 'channel' ? /^#(\d{1,2})$/u.exec(item.first.typed)?.[1] : undefined
  if (hashed !== undefined) return hashed
  const number = numberOf(item)
  const isCounted = items.length === 1 || has(items[at - 1], 'noun:story')
  return number !== null && number <= MOST_COUNTED && isCounted ? String(number) : null
}

/** Longer lists are not answered. */
const MOST_COUNTED = 99
