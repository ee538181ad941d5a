import type { Form } from './form.ts'

/** "The Fishermen's Union (NFU) called off its strike": all of what stands in brackets, and not a word that limits the one before it. */
export const parenthesis: Form = {
  fits: ({ opening, closing, takesOpening, standsApart, inside, words }) =>
    opening === 'bracket' &&
    closing === 'bracket' &&
    takesOpening &&
    standsApart &&
    !inside.some(({ kind, word }) => kind === 'mark' && '()[]'.includes(word)) &&
    !(inside.length === 1 && words.rank.has(inside[0])),
  bears: ['time'],
}
