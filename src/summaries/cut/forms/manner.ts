import { isWord, type Cut } from '../look-at-cut.ts'
import type { Form } from './form.ts'

/** "Parliament quickly and quietly approved it": how fast or how loudly, and nothing else. */
export const manner: Form = {
  fits(cut) {
    const { before, inside, words, opening, closing } = cut
    const last = before.findLast(isWord)
    return (
      opening !== 'bracket' &&
      // "The town stayed calm" says nothing without it.
      (closing !== 'end' || words.order === 'verb-last') &&
      !words.auxiliary.has(last) &&
      isMannerAlone(inside, words) &&
      ![words.negation, words.condition, words.quantity].some((guard) => guard.isIn(before))
    )
  },
  // Each of its words is known: "without a sound" denies nothing.
  bears: ['negation'],
}

/** Phrases of manner, with "and" between them. */
function isMannerAlone(inside: Cut['inside'], words: Cut['words']): boolean {
  const length = words.manner.lengthAt(inside, 0)
  if (length === 0) return false
  const rest = inside.slice(length)
  return rest.length === 0 || isMannerAlone(words.and.has(rest[0]) ? rest.slice(1) : rest, words)
}
