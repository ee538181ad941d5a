import { hasLeftToRight, hasRightToLeft, startsRightToLeft } from './direction.ts'
import { harmless } from './harmless.ts'

const LEFT_TO_RIGHT_MARK = '\u200e'
const RIGHT_TO_LEFT_MARK = '\u200f'

/**
 * A text made fit to stand in a sentence of ours: harmless, and where something in it runs the other way, between direction
 * marks that keep its order and give the sentence back its own. Isolates would do the same, but no guard lets them through.
 */
export function setInto(text: string, rightToLeft: boolean): string {
  const plain = harmless(text)
  const needsMarks = rightToLeft
    ? hasLeftToRight(plain) || SIGN_BETWEEN_DIGITS.test(plain)
    : hasRightToLeft(plain)
  if (!needsMarks) return plain
  const own = startsRightToLeft(plain) ? RIGHT_TO_LEFT_MARK : LEFT_TO_RIGHT_MARK
  const outer = rightToLeft ? RIGHT_TO_LEFT_MARK : LEFT_TO_RIGHT_MARK
  return own === outer ? outer + plain + outer : outer + own + plain + own + outer
}

/** Behind Arabic letters "22:00-07:00" would be shown as "07:00-22:00"; colons, points and commas keep numbers in order. */
const SIGN_BETWEEN_DIGITS = /\p{Nd}[-+/]\p{Nd}/u
