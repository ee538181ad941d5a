import { KIND, UNIT, unitOf } from './letters.ts'

/** Most units are no border. Testing in more than one step costs a tenth of all reading. */
export const MAY_BE_BORDER = UNIT.border | UNIT.edge

/**
 * Whether a unit of a text separates words, whatever the language. A mark that may stand within a word
 * separates if one of its sides has no word.
 */
export const isBorder = (unit: number, text: string, at: number): boolean =>
  (unit & UNIT.border) !== 0 || ((unit & UNIT.edge) !== 0 && !isInside(text, at))

/** Whether both neighbours of a mark belong to a word. */
const isInside = (text: string, at: number): boolean =>
  at > 0 && at + 1 < text.length && isOfWord(text.charCodeAt(at - 1)) && isOfWord(text.charCodeAt(at + 1))

const isOfWord = (unit: number): boolean => (unitOf(unit) & MAY_BE_BORDER) === 0

export function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end < 0 ? text.length : end
}

export const kindAt = (text: string, at: number): number => unitOf(text.charCodeAt(at)) & UNIT.kind
export const isWordKind = (kind: number): boolean => kind <= KIND.ideograph && kind !== KIND.other

export function endOfWord(text: string, start: number): number {
  let at = start + 1
  while (at < text.length) {
    const kind = kindAt(text, at)
    if (kind !== KIND.lower && kind !== KIND.upper && kind !== KIND.digit) break
    at++
  }
  return at
}

/**
 * Returns the end of initials such as "U.S." and "U.A.E": single letters with full stops and no spaces
 * between.
 */
export function endOfInitials(text: string, start: number, end: number): number {
  if (end - start !== 1) return end
  let at = end
  while (
    at + 1 < text.length &&
    text[at] === '.' &&
    kindAt(text, at + 1) === KIND.upper &&
    endOfWord(text, at + 1) === at + 2
  )
    at += 2
  return at > end && text[at] === '.' ? at + 1 : at
}
