import { copyString } from './copy-string.ts'
import { foldUnit, KIND, UNIT, unitOf } from './letters.ts'
import {
  endOfInitials,
  endOfLine,
  endOfWord,
  isBorder,
  isWordKind,
  kindAt,
  MAY_BE_BORDER,
} from './word-borders.ts'

/** Bits of `Words.marks`. */
export const MARK = {
  capital: 1,
  allCapitals: 2,
  sentenceStart: 4,
  afterApostrophe: 8,
  afterHyphen: 16,
  afterComma: 32,
  /** A character other than a space, apostrophe, hyphen or comma stands before it. */
  afterBreak: 64,
  dotted: 128,
  digit: 256,
  ideograph: 512,
  /** A single full stop stands before it, as in "St. Petersburg". */
  afterDot: 1024,
  /** Its letters have two cases (`hasCase`). */
  cased: 2048,
} as const

/** Marks of a word that does not continue the name before it. */
export const NAME_BREAK = MARK.afterComma | MARK.afterBreak | MARK.sentenceStart

/** Whether a word has one of these bits of `MARK`; false if there is no word at this index. */
export const hasMark = ({ marks }: Words, at: number, bits: number): boolean =>
  // Checked to be in bounds: a single access outside makes V8 look the index up by name and slows all
  // callers.
  at >= 0 && at < marks.length && ((marks[at] ?? 0) & bits) !== 0

/**
 * Whether a word may continue the name before it. After a full stop only if a short word precedes the stop
 * ("St. Lucia").
 */
export const joinsName = (words: Words, at: number): boolean =>
  !hasMark(words, at, NAME_BREAK) ||
  (hasMark(words, at, MARK.afterDot) && (words.folded[at - 1] ?? '').length <= 2)

/**
 * Whether the letters of a word have two cases: Latin, Greek and Cyrillic do; Arabic, Hebrew, Devanagari and
 * Chinese do not.
 */
export const hasCase = (word: string): boolean => word.charCodeAt(0) < 0x530

/** The words of a text, with one entry per word in each list. Positions are UTF-16 offsets. */
export interface Words {
  readonly text: string
  /** Lower case, without accents, as in the keys of dictionaries. */
  readonly folded: string[]
  readonly start: number[]
  readonly end: number[]
  readonly marks: number[]
}

/** The pieces of a text from which terms are made (see `termsOf`). */
export interface Pieces {
  readonly text: string
  /**
   * For each piece between borders, in order, whatever the language: its start, its end, and flags
   * (`UNIT.plain` if all of it is, `UNIT.unspaced` if any of it is). From the first character of a script
   * without spaces a piece extends to the end of its line.
   */
  readonly pieces: Int32Array
}

/** A text, read once for every use: words for the tagger, pieces for search, stories and summaries. */
export interface Reading extends Words, Pieces {}

/** Numbers per piece. */
export const NUMBERS_PER_PIECE = 3

/**
 * Reads a text in one pass. Words are also split at apostrophes and hyphens ("Türkiye'nin", "l'Iran",
 * "Iran-backed"). Dotted initials are one word ("U.S."). Each Chinese or Japanese character is one word.
 */
export function readText(text: string): Reading {
  const words: Words = { text, folded: [], start: [], end: [], marks: [] }
  const pieces = cut(text, words)
  const { folded, start, end, marks } = words
  return { text, folded, start, end, marks, pieces }
}

/** Like `readText`, without words. */
export const readPieces = (text: string): Pieces => ({ text, pieces: cut(text, null) })

/** Buffer for pieces until their number is known. */
let piecesRead = new Int32Array(1 << 12)

/** Returns the pieces of a text and appends its words to `words`. */
function cut(text: string, words: Words | null): Int32Array {
  const { length } = text
  let at = 0
  let read = 0
  while (at < length) {
    const first = unitOf(text.charCodeAt(at))
    if (isBorder(first, text, at)) {
      at++
      continue
    }
    const start = at++
    let all = first
    let any = first
    let hash = hashOn(0, text.charCodeAt(start))
    for (; at < length; at++) {
      const code = text.charCodeAt(at)
      const unit = unitOf(code)
      if ((unit & MAY_BE_BORDER) !== 0 && isBorder(unit, text, at)) break
      hash = hashOn(hash, code)
      all &= unit
      any |= unit
    }
    const isUnspaced = (any & UNIT.unspaced) !== 0
    if (isUnspaced) at = endOfLine(text, at)
    if (read + NUMBERS_PER_PIECE > piecesRead.length) {
      const before = piecesRead
      piecesRead = new Int32Array(before.length * 2)
      piecesRead.set(before)
    }
    piecesRead[read++] = start
    piecesRead[read++] = at
    piecesRead[read++] = (all & UNIT.plain) | (any & UNIT.unspaced)
    if (words === null) continue
    if (isUnspaced || (all & UNIT.letter) === 0) readWords(words, start, at)
    else pushWord(words, start, at, hash, gapBefore(words, start))
  }
  return piecesRead.slice(0, read)
}

/** Reads the words of a piece. */
function readWords(words: Words, from: number, to: number): void {
  const { text } = words
  for (let at = from; at < to;) {
    const kind = kindAt(text, at)
    if (!isWordKind(kind)) {
      at++
      continue
    }
    const end = kind === KIND.ideograph ? at + 1 : endOfWord(text, at)
    const dotted = kind === KIND.ideograph ? end : endOfInitials(text, at, end)
    const marks = (dotted > end ? MARK.dotted : 0) | (kind === KIND.ideograph ? MARK.ideograph : 0)
    pushWord(words, at, dotted, hashOf(text, at, dotted), gapBefore(words, at) | marks)
    at = dotted
  }
}

/** Returns the marks for what stands between the word before and this position. */
function gapBefore({ text, end }: Words, start: number): number {
  const { length } = end
  let gap: number = length === 0 ? MARK.sentenceStart : 0
  for (let at = length === 0 ? 0 : (end[length - 1] ?? 0); at < start; at++) {
    const kind = kindAt(text, at)
    // Letters that fold to nothing form no word, and separate nothing either.
    gap = isWordKind(kind) ? 0 : widenGap(gap, kind)
  }
  return gap === MARK.afterBreak && isGershayim(text, start - 1) ? MARK.afterApostrophe : gap
}

/**
 * Whether this is the mark within a Hebrew abbreviation, usually typed as a quotation mark: "צה״ל", "צה\"ל".
 * It separates no more than an apostrophe does.
 */
function isGershayim(text: string, at: number): boolean {
  return (
    isHebrew(text.charCodeAt(at + 1)) &&
    isHebrew(text.charCodeAt(at - 1)) &&
    GERSHAYIM.includes(text.charAt(at))
  )
}

const isHebrew = (unit: number): boolean => unit >= 0x5d0 && unit <= 0x5ea
const GERSHAYIM = '"״“”„'

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

function pushWord(words: Words, start: number, end: number, hash: number, gap: number): void {
  const { folded, marks } = meetWord(words.text, start, end, hash)
  if (folded === '') return
  words.folded.push(folded)
  words.start.push(start)
  words.end.push(end)
  words.marks.push(gap | marks)
}

/** What the letters of a word tell, whatever stands around it. */
interface CachedWord {
  readonly written: string
  readonly folded: string
  readonly marks: number
}

/**
 * Cache of the last words in all languages, each at the slot of its hash. Looking a word up by its letters
 * costs less than folding it and creating a string, and later look-ups with a string that was used before are
 * faster. With half the slots, 38,000 words displaced each other so often that tagging took 4 % longer. If all
 * are taken, the words need some 15 MB.
 */
const WORDS_KEPT_BITS = 17
/** In UTF-16 units. Longer words hardly occur twice. */
const LONGEST_KEPT = 40
const NO_WORD: CachedWord = { written: '', folded: '', marks: 0 }
const cachedWords = Array.from({ length: 1 << WORDS_KEPT_BITS }, () => NO_WORD)

const hashOn = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x9e3779b1)

function hashOf(text: string, start: number, end: number): number {
  let hash = 0
  for (let at = start; at < end; at++) hash = hashOn(hash, text.charCodeAt(at))
  return hash
}

function meetWord(text: string, start: number, end: number, hash: number): CachedWord {
  if (end - start > LONGEST_KEPT) return foldWord(text.slice(start, end))
  const place = hash >>> (32 - WORDS_KEPT_BITS)
  const known = cachedWords[place]
  return known !== undefined && isWritten(known.written, text, start, end)
    ? known
    : (cachedWords[place] = foldWord(copyString(text.slice(start, end))))
}

function isWritten(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false
  for (let at = 0; at < word.length; at++)
    if (word.charCodeAt(at) !== text.charCodeAt(start + at)) return false
  return true
}

function foldWord(written: string): CachedWord {
  let folded = ''
  let uppers = 0
  let letters = 0
  let copied = 0
  let marks = 0
  for (let at = 0; at < written.length; at++) {
    const code = written.charCodeAt(at)
    const unit = unitOf(code)
    if ((unit & UNIT.folded) !== 0) {
      letters++
      continue
    }
    const kind = unit & UNIT.kind
    if (kind === KIND.upper) {
      uppers++
      if (at === 0) marks |= MARK.capital
    } else if (kind === KIND.digit) marks |= MARK.digit
    if (kind !== KIND.stop) letters++
    const fold = kind === KIND.stop ? 0 : foldUnit(code)
    if (fold === code) continue
    folded += written.slice(copied, at)
    if (fold !== 0) folded += String.fromCharCode(fold)
    copied = at + 1
  }
  folded += written.slice(copied)
  if (hasCase(folded)) marks |= MARK.cased
  if (uppers > 1 && uppers === letters) marks |= MARK.allCapitals
  return { written, folded, marks }
}
