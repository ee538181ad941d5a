import { KIND, UNIT, unitOf } from '../language/letters.ts'
import { hasMark, MARK, readText, type Words } from '../language/read-text.ts'

/** A word, a number in digits or a mark of a text. Offsets are UTF-16 units. */
export interface Token {
  readonly start: number
  readonly end: number
  /**
   * A word as folded by `readText`, digits in ASCII with the marks between, or the mark itself. The end of a
   * line is "\n".
   */
  readonly key: string
  readonly kind: 'word' | 'digits' | 'mark'
  /** Whether only a hyphen, an apostrophe or a non-joiner separates it from the word before. */
  readonly isJoined: boolean
  /** Whether it begins with a capital. */
  readonly isCapital: boolean
  /**
   * Number of its key among the words of its language; -1 if it is no word, or `MOST_NUMBERED` words were
   * already known.
   */
  readonly number: number
}

/** Dates in digits; digits in groups of three with spaces; other digits with marks between. */
const DIGITS = new RegExp(
  String.raw`\p{Nd}{4}-\p{Nd}{1,2}-\p{Nd}{1,2}(?!\p{Nd})|\p{Nd}{1,2}[./]\p{Nd}{1,2}[./]\p{Nd}{2,4}(?!\p{Nd})|` +
    String.raw`\p{Nd}{1,3}(?:[ \u00a0\u202f]\p{Nd}{3})+(?!\p{Nd})|\p{Nd}+(?:[.,:٫٬،'’]\p{Nd}+)*`,
  'uy',
)
const LETTERS = /[\p{L}\p{M}]+/uy
/**
 * Between letters these separate words and are no marks; the first three also between digits and a letter.
 */
const JOINERS = "-‐‑'’ʼ\u200c"
const HYPHENS = JOINERS.slice(0, 3)
const UNSEEN = '\u200b\u200c\u200d\u200e\u200f\u00ad'

/**
 * Converts the words of a text to tokens, in order, with the numbers as written and the marks between.
 * Numbers, and words with digits or stops in them ("32nd", "U.S."), are split here. `language` is ISO 639-1.
 */
export function tokensOf({ text, folded, start, end, marks }: Words, language: string): readonly Token[] {
  const tokens: Token[] = []
  const numbers = numbersOf.getOrInsertComputed(language, () => new Map<string, number>())
  let isJoined = false
  const push = (from: number, to: number, kind: Token['kind'], key: string, isCapital = false): number => {
    const number = kind === 'word' ? numberOf(numbers, key) : -1
    tokens.push({ start: from, end: to, key, kind, isJoined, isCapital, number })
    isJoined = false
    return to
  }
  const readGap = (from: number, to: number): void => {
    isJoined = to - from === 1 && isJoiner(text, from, tokens.at(-1)?.kind)
    for (let at = isJoined ? to : from; at < to;) {
      const unit = text.charCodeAt(at)
      const kind = unitOf(unit) & UNIT.kind
      const end = at + (isHighSurrogate(unit) ? 2 : 1)
      const isMark =
        kind !== KIND.space &&
        !isOfWord(kind) &&
        unit !== CARRIAGE_RETURN &&
        !UNSEEN.includes(text.charAt(at))
      at = isMark ? push(at, end, 'mark', text.slice(at, end)) : end
    }
  }
  const readMixed = (from: number, to: number): number => {
    let at = from
    while (at < to) {
      const digits = matchAt(DIGITS, text, at)
      const letters = digits === null ? matchAt(LETTERS, text, at) : null
      if (digits !== null) at = push(at, at + digits.length, 'digits', asciiDigits(digits))
      else if (letters === null) at = push(at, at + 1, 'mark', text.charAt(at))
      else {
        const word = readText(letters)
        at = push(at, at + letters.length, 'word', word.folded.join(''), hasMark(word, 0, MARK.capital))
      }
    }
    return at
  }
  let read = 0
  for (let word = 0; word < start.length; word++) {
    const [from = 0, to = 0, mark = 0] = [start[word], end[word], marks[word]]
    if (to <= read) continue
    if (from > read) readGap(read, from)
    if (read > from || (mark & (MARK.digit | MARK.dotted)) !== 0) read = readMixed(Math.max(read, from), to)
    else read = push(from, to, 'word', folded[word] ?? '', (mark & MARK.capital) !== 0)
  }
  readGap(read, text.length)
  return tokens
}

const CARRIAGE_RETURN = 13
const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00
const isOfWord = (kind: number): boolean => kind === KIND.lower || kind === KIND.upper

function isJoiner(text: string, at: number, before: Token['kind'] | undefined): boolean {
  if (before !== 'word' && before !== 'digits') return false
  const joiners = before === 'word' ? JOINERS : HYPHENS
  return joiners.includes(text.charAt(at)) && isOfWord(unitOf(text.charCodeAt(at + 1)) & UNIT.kind)
}

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0] ?? null
}

const asciiDigits = (digits: string): string =>
  digits.replaceAll(/[^\d.,:'’/-]/gu, (unit) => {
    const digit = DIGIT.exec(unit)
    return digit === null ? (MARKS[unit] ?? unit) : String(digitValue(unit))
  })

const DIGIT = /\p{Nd}/u
const MARKS: Readonly<Record<string, string>> = { '٫': '.', '٬': ',', '،': ',', '\u00a0': ' ', '\u202f': ' ' }

/**
 * Returns the value of a digit. In Unicode the ten digits of a set are contiguous and start with zero, at a
 * code that ends in 0 or 6.
 */
function digitValue(unit: string): number {
  const code = unit.codePointAt(0) ?? 0
  let zero = code
  while (code - zero < 9 && DIGIT.test(String.fromCodePoint(zero - 1))) zero--
  return code - zero
}

const numbersOf = new Map<string, Map<string, number>>()
/** How many words of each language are numbered; later ones are looked up anew each time. */
export const MOST_NUMBERED = 50_000

function numberOf(numbers: Map<string, number>, key: string): number {
  const known = numbers.get(key)
  if (known !== undefined || numbers.size >= MOST_NUMBERED) return known ?? -1
  numbers.set(key, numbers.size)
  return numbers.size - 1
}
