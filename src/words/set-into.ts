import { endsLeftToRight, hasLeftToRight, hasRightToLeft, startsRightToLeft } from './direction.ts'
import { harmless } from './harmless.ts'

const LEFT_TO_RIGHT_MARK = '\u200e'
const RIGHT_TO_LEFT_MARK = '\u200f'

/** The sentence into which a text is set. */
export interface Around {
  readonly rightToLeft: boolean
  /** What of the sentence stands before. */
  readonly after: string
}

/**
 * A text made fit to stand in a sentence of ours: harmless, and where something in it runs the other way, between direction
 * marks that keep its order and give the sentence back its own. Isolates would do the same, but no guard lets them through.
 */
export function setInto(text: string, { rightToLeft, after }: Around): string {
  const plain = harmless(text)
  const needsMarks = rightToLeft ? hasLeftToRight(plain) || SIGN_AT_DIGITS.test(plain) : hasRightToLeft(plain)
  if (!needsMarks) return plain
  const own = startsRightToLeft(plain) ? RIGHT_TO_LEFT_MARK : LEFT_TO_RIGHT_MARK
  const outer = rightToLeft ? RIGHT_TO_LEFT_MARK : LEFT_TO_RIGHT_MARK
  if (own === outer) return outer + plain + outer
  // "pause {id}" in a Persian sentence is one piece to type: a mark between its words would turn them round.
  const goesOn = own === LEFT_TO_RIGHT_MARK && endsLeftToRight(after)
  return (goesOn ? '' : outer + own) + plain + own + outer
}

/** Behind Arabic letters "22:00-07:00" would be shown as "07:00-22:00", and "+03:00" as "03:00+"; colons, points and commas keep numbers in order. */
const SIGN_AT_DIGITS = /(?:^|\p{Nd})[-+/]\p{Nd}/u
