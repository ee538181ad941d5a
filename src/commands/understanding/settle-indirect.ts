import { INDIRECT_ASKS } from '../../language/asked.ts'
import type { Sign } from './compile-lexicon.ts'
import { isUnknown } from './bare-sayings.ts'
import { anyHas, has } from './item-signs.ts'
import type { Item } from './items.ts'

/**
 * Decides what verbs mean that address nobody (`indirectVerbs`). They count as wishes if we are asked:
 * something of ours is named, or something polite is said, and there is no condition. Otherwise they are
 * ordinary words: "flights suspended in Dubai".
 */
export function settleIndirect(items: readonly Item[]): readonly Item[] {
  const isAsked =
    anyHas(items, 'mine', 'please', 'noun:subscription', 'noun:alerts', 'ask:subscriptions') &&
    !anyHas(items, 'condition')
  // "Pause im Handelsstreit" (pause in the trade dispute), "إلغاء الانتخابات" (cancelling the elections): a
  // noun with what it is about.
  const isOfNews = !isAsked && items.some((item) => item.named !== null || isUnknown(item))
  return items.map((item) => {
    if (isOfNews && has(item, 'verbal') && item.words.length === 1) return { ...item, signs: NO_SIGNS }
    const indirect = INDIRECT_ASKS.filter((ask) => item.signs.has(`indirect:${ask}`))
    if (indirect.length === 0) return item
    const others = [...item.signs].filter((sign) => !sign.startsWith('indirect:'))
    const wishes = isAsked ? indirect.map((ask): Sign => `ask:${ask}`) : []
    return { ...item, signs: new Set([...others, ...wishes]) }
  })
}

const NO_SIGNS: ReadonlySet<Sign> = new Set()
