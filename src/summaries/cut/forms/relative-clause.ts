import { type Cut, isWord } from '../look-at-cut.ts'
import { isAside } from './is-aside.ts'
import { isFiniteVerb } from './finite-verb.ts'
import type { Form } from './form.ts'
import { followsName } from './follows-name.ts'

/** "The Museum of the Sea, which opened in the spring, charges no fee": said beside it, between commas. */
export const relativeClause: Form = {
  fits: (cut) => cut.closing === 'comma' && isAsideRelative(cut),
  bears: ['time', 'speech'],
}

/** The same at the end, where it may be said of the whole sentence: what somebody says there may be what makes it so. */
export const lastRelativeClause: Form = {
  fits: (cut) => cut.closing === 'end' && isAsideRelative(cut),
  bears: ['time'],
}

/** "He thanked the volunteers, many of whom slept in tents": who speaks of a part of them does not say which of all are meant. */
export const partitiveClause: Form = {
  fits: (cut) =>
    cut.opening === 'comma' &&
    isAside(cut) &&
    cut.words.partitive.lengthAt(cut.inside, 0) > 0 &&
    cut.inside.every(isWord),
  bears: ['time', 'quantity'],
}

const isAsideRelative = (cut: Cut): boolean =>
  cut.opening === 'comma' &&
  opensRelative(cut) &&
  cut.inside.every(isWord) &&
  !isComplement(cut) &&
  !cut.words.singled.has(cut.before.at(-1)) &&
  (cut.words.relatives === 'aside' || (cut.words.nouns === 'small' && followsName(cut)))

const opensRelative = ({ inside, words }: Cut): boolean =>
  words.relative.lengthAt(inside, 0) > 0 ||
  // "in which"
  (words.opener.has(inside[0]) && words.relative.lengthAt(inside, 1) > 0)

/** "He said, that …" in languages whose relative pronoun is their "that" too. */
const isComplement = (cut: Cut): boolean => {
  const last = cut.before.at(-1)
  return last === undefined || isFiniteVerb(last, cut) || cut.words.speech.has(last)
}
