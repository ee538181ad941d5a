import { isWord } from '../look-at-cut.ts'
import { holdsVerb } from './finite-verb.ts'
import type { Form } from './form.ts'

/** "The fund pays for, among other things, new pumps, two wells and a weather station": of a list that says that it is not whole. */
export const listTail: Form = {
  fits(cut) {
    const { opening, closing, before, inside, after, words } = cut
    const signal = before.findLastIndex((_, index) => words.inclusion.lengthAt(before, index) > 0)
    const hasAnd =
      words.and.has(inside[0]) || (words.verbs === 'hidden' && /^و../u.test(inside[0]?.word ?? ''))
    return (
      signal >= 0 &&
      before.slice(signal + words.inclusion.lengthAt(before, signal)).some(isWord) &&
      (opening === 'comma' || hasAnd) &&
      (closing === 'end' || words.listEnd.has(after[0])) &&
      (words.verbs === 'hidden' || !holdsVerb(inside, cut))
    )
  },
  bears: [],
}
