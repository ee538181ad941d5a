import { isWord, type Cut } from '../look-at-cut.ts'
import { isFiniteVerb } from './finite-verb.ts'
import type { Form } from './form.ts'

const MOST_WORDS = 10
/** How far behind "at a" its noun may stand. */
const NEAR = 4

/** "in the presence of two ministers", "at a short ceremony in the palace garden": how it was done, not what. */
export const circumstance: Form = {
  fits(cut) {
    const { inside, opening, words } = cut
    return (
      opening !== 'start' &&
      opening !== 'bracket' &&
      inside.length <= MOST_WORDS &&
      inside.every(isWord) &&
      (words.accompaniment.lengthAt(inside, 0) > 0 || isOccasion(cut)) &&
      standsFree(cut)
    )
  },
  bears: [],
}

function isOccasion({ inside, words }: Cut): boolean {
  const length = words.setting.lengthAt(inside, 0)
  return (
    length > 0 &&
    inside.slice(length, length + NEAR).some((_, i) => words.occasion.lengthAt(inside, length + i) > 0)
  )
}

/** What is kept breaks off and goes on between phrases, and nothing in it reaches for the words left out: "did not sign in the presence of". */
function standsFree(cut: Cut): boolean {
  const { before, after, closing, words } = cut
  const last = before.findLast(isWord)
  if (last === undefined || last.kind === 'number') return false
  if (
    (words.opener.has(last) && !words.listEnd.has(last)) ||
    words.determiner.has(last) ||
    words.rank.has(last)
  )
    return false
  if ([words.negation, words.condition, words.quantity].some((guard) => guard.isIn(before))) return false
  return closing !== 'none' || goesOn(cut, after)
}

function goesOn(cut: Cut, after: Cut['after']): boolean {
  const { words } = cut
  const [first] = after
  if (first === undefined) return true
  if (words.and.has(first) || words.opener.has(first) || words.determiner.has(first)) return true
  if (words.verbs === 'hidden' && /^و../u.test(first.word)) return true
  // A compound verb closes the sentence: "معرفی کرد".
  const said = after.filter(isWord)
  const end = said.at(-1)
  return words.order === 'verb-last' && said.length <= 2 && end !== undefined && isFiniteVerb(end, cut)
}
