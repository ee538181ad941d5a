import { foldUnit, KIND, kindOf } from './letters.ts'

/** Bits of `Words.marks`. */
export const MARK = {
  capital: 1,
  allCapitals: 2,
  sentenceStart: 4,
  afterApostrophe: 8,
  afterHyphen: 16,
  afterComma: 32,
  /** Something else than a space, apostrophe, hyphen or comma stands before it. */
  afterBreak: 64,
  dotted: 128,
  digit: 256,
  ideograph: 512,
  /** A single full stop stands before it, as in "St. Petersburg". */
  afterDot: 1024,
} as const

/** Marks of a word that does not go on with the name before it. */
export const APART = MARK.afterComma | MARK.afterBreak | MARK.sentenceStart

/** Whether a word has one of these bits of `MARK`; where there is no word the answer is no. */
export const hasMark = ({ marks }: Words, at: number, bits: number): boolean =>
  ((marks[at] ?? 0) & bits) !== 0

/** Whether a word may go on with the name before it; behind a full stop only where a short word stands before that ("St. Lucia"). */
export const joinsName = (words: Words, at: number): boolean =>
  !hasMark(words, at, APART) ||
  (hasMark(words, at, MARK.afterDot) && (words.folded[at - 1] ?? '').length <= 2)

/** Latin, Greek and Cyrillic letters come in two cases; Arabic, Hebrew, Devanagari and Chinese do not. */
export const hasCase = (word: string): boolean => word.charCodeAt(0) < 0x530

/** The words of a text, one entry in each list for each word. Positions are UTF-16 units. */
export interface Words {
  readonly text: string
  /** Lower case, without accents: what dictionaries are keyed by. */
  readonly folded: string[]
  readonly start: number[]
  readonly end: number[]
  readonly marks: number[]
}

/**
 * Cuts a text into words in one pass. Apostrophes and hyphens cut too ("Türkiye'nin", "l'Iran", "Iran-backed"), dotted
 * initials are one word ("U.S."), each Chinese or Japanese character is one.
 */
export function readText(text: string): Words {
  const words: Words = { text, folded: [], start: [], end: [], marks: [] }
  const length = text.length
  let gap: number = MARK.sentenceStart
  let at = 0
  while (at < length) {
    const kind = kindOf(text.charCodeAt(at))
    if (kind > KIND.ideograph || kind === KIND.other) {
      gap = widenGap(gap, kind)
      at++
      continue
    }
    const end = kind === KIND.ideograph ? at + 1 : endOfWord(text, at)
    const dotted = kind === KIND.ideograph ? end : endOfInitials(text, at, end)
    pushWord(
      words,
      at,
      dotted,
      gap | (dotted > end ? MARK.dotted : 0) | (kind === KIND.ideograph ? MARK.ideograph : 0),
    )
    at = dotted
    gap = 0
  }
  return words
}

function widenGap(gap: number, kind: number): number {
  switch (kind) {
    case KIND.space:
      return gap
    case KIND.apostrophe:
      return gap === 0 ? MARK.afterApostrophe : gap | MARK.afterBreak
    case KIND.hyphen:
      return gap === 0 ? MARK.afterHyphen : gap | MARK.afterBreak
    case KIND.comma:
      return gap === 0 ? MARK.afterComma : gap | MARK.afterBreak
    case KIND.stop:
      return gap === 0 ? MARK.afterDot | MARK.sentenceStart : MARK.afterBreak | MARK.sentenceStart
    default:
      return gap | MARK.afterBreak
  }
}

function endOfWord(text: string, start: number): number {
  let at = start + 1
  while (at < text.length) {
    const kind = kindOf(text.charCodeAt(at))
    if (kind !== KIND.lower && kind !== KIND.upper && kind !== KIND.digit) break
    at++
  }
  return at
}

/** "U.S." and "U.A.E": single letters with stops between them and no space. */
function endOfInitials(text: string, start: number, end: number): number {
  if (end - start !== 1) return end
  let at = end
  while (
    text.charCodeAt(at) === 46 &&
    kindOf(text.charCodeAt(at + 1)) === KIND.upper &&
    endOfWord(text, at + 1) === at + 2
  )
    at += 2
  return at > end && text.charCodeAt(at) === 46 ? at + 1 : at
}

function pushWord(words: Words, start: number, end: number, gap: number): void {
  const { text } = words
  let folded = ''
  let uppers = 0
  let letters = 0
  let copied = start
  let digit = false
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at)
    const kind = kindOf(code)
    if (kind === KIND.upper) uppers++
    else if (kind === KIND.digit) digit = true
    if (kind !== KIND.stop) letters++
    const fold = kind === KIND.stop ? 0 : foldUnit(code)
    if (fold === code) continue
    folded += text.slice(copied, at)
    if (fold !== 0) folded += String.fromCharCode(fold)
    copied = at + 1
  }
  folded = copied === start ? text.slice(start, end) : folded + text.slice(copied, end)
  if (folded === '') return
  let marks = gap
  if (kindOf(text.charCodeAt(start)) === KIND.upper) marks |= MARK.capital
  if (uppers > 1 && uppers === letters) marks |= MARK.allCapitals
  if (digit) marks |= MARK.digit
  words.folded.push(folded)
  words.start.push(start)
  words.end.push(end)
  words.marks.push(marks)
}
