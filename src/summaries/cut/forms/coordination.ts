import { isWord, type Cut } from '../look-at-cut.ts'
import { holdsVerb, isFiniteVerb } from './finite-verb.ts'
import type { Form } from './form.ts'

/** Words of a clause that goes, its "and" aside, and of one that stays. */
const LEAST_GONE = 3
const LEAST_KEPT = 2

/** "The court freed both editors, and their lawyers thanked the crowd": a second sentence behind a whole one. */
export const lastClause: Form = {
  fits(cut) {
    const { opening, closing, before, inside, words } = cut
    const hasAnd = startsWithAnd(cut, inside)
    return (
      closing === 'end' &&
      (opening === 'comma' || (hasAnd && words.order === 'verb-last' && opening === 'none')) &&
      (hasAnd || words.order === 'verb-last') &&
      !before.some(({ kind }) => kind === 'comma') &&
      holdsVerb(before, cut) &&
      isClause(inside, LEAST_GONE, cut)
    )
  },
  bears: [],
}

/** "Rain swept away two bridges, trains ran late and schools stayed closed": one of three sentences in a row, the middle one. */
export const middleClause: Form = {
  fits(cut) {
    const { opening, closing, before, inside, after } = cut
    return (
      opening === 'comma' &&
      (closing === 'comma' || closing === 'none') &&
      startsWithAnd(cut, after) &&
      !before.some(({ kind }) => kind === 'comma') &&
      holdsVerb(before, cut) &&
      isClause(inside, LEAST_GONE, cut) &&
      isClause(after, LEAST_KEPT, cut)
    )
  },
  bears: [],
}

const startsWithAnd = ({ words }: Cut, tokens: Cut['inside']): boolean => {
  const [first] = tokens
  if (first === undefined) return false
  // Arabic writes it onto the next word.
  return words.and.has(first) || (words.verbs === 'hidden' && /^و../u.test(first.word))
}

/** Its own subject and verb, no comma within, and nothing that points back: "and a judge overturned it". */
function isClause(tokens: Cut['inside'], least: number, cut: Cut): boolean {
  const { words } = cut
  const said = words.and.has(tokens[0]) ? tokens.slice(1) : tokens
  const [first] = said
  return (
    first !== undefined &&
    said.filter(isWord).length >= least &&
    !said.some(({ kind }) => kind === 'comma' || kind === 'dash') &&
    !words.opener.has(first) &&
    !words.pronoun.isIn(tokens) &&
    (words.verbs === 'hidden' || !isFiniteVerb(first, cut)) &&
    holdsVerb(said, cut)
  )
}
