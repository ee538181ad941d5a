import { type Cut, isWord } from '../look-at-cut.ts'
import type { Form } from './form.ts'

const MOST_WORDS = 14

/** "Speaking to reporters after the match, the coach …", "…, drawing applause": what went along with it. */
export const participleClause: Form = {
  fits(cut) {
    const { inside, opening, closing } = cut
    return (
      (opening === 'start' ? closing === 'comma' : opening === 'comma') &&
      (closing === 'comma' || closing === 'end') &&
      inside.length > 1 &&
      inside.length <= MOST_WORDS &&
      inside.every(isWord) &&
      opensParticiple(cut)
    )
  },
  bears: [],
}

function opensParticiple({ inside, words, opening }: Cut): boolean {
  const [first, second] = inside
  if (first === undefined || words.otherwise.has(first)) return false
  if (opening === 'comma' && first.capital) return false
  const length = words.participle.lengthAt(inside, 0)
  return length > 0 && !(length > 1 && words.otherwise.has(second))
}
