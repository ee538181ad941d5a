import type { Bridge } from '../../language/bridge/create-bridge.ts'
import { MARK, type Words } from '../../language/read-text.ts'
import { firstTerm, hashPart, hashWord, TermKind } from '../../language/terms.ts'
import { soundKey } from '../../language/sound-key.ts'
import type { KnownWord } from '../known-word.ts'
import { baseForms } from '../../language/endings.ts'
import { openCommonNames } from './common-names.ts'
import { GIVEN_NAMES, MEN, TITLE_WORDS, WOMEN, ARABIC_GIVEN_NAMES } from './known-names.ts'

/**
 * Hashed signs for or against a word being part of a name. Those in `own` are weighed for one language, those
 * in `shared` for all.
 */
export interface WordSigns {
  readonly own: SignsByReach
  readonly shared: SignsByReach
  /** The word's class as bits, the same in all languages. */
  readonly kind: number
  /** The word's most likely English stem, by its `hashWord`; 0 if the bridge does not know the word. */
  readonly english: number
}

/** Signs by how far they reach: to words up to two places away, to neighbours, or only to the word itself. */
interface SignsByReach {
  readonly wide: readonly number[]
  readonly near: readonly number[]
  readonly itself: readonly number[]
}

/** How many words before and behind a word are looked at. */
export const REACH = 2

/**
 * How often English writes a stem (by its `hashWord`) with a capital within sentences, as a level of
 * `CAPITALS`.
 */
export interface CapitalShares {
  of(english: number): number
}
/** Levels of `CapitalShares`: below 0.25 of the uses `small`, below 0.75 `mixed`, otherwise `capital`. */
export const CAPITALS = { unseen: 0, small: 1, mixed: 2, capital: 3 } as const
/** The level of a word that the bridge does not know. */
const UNKNOWN_WORD = 4

/** Reads the signs that a word has in every text. `written` is the word as it was first met. */
export function readWordSigns(
  word: string,
  written: string,
  known: KnownWord | undefined,
  language: string,
  { bridge, capitals }: { readonly bridge: Bridge | undefined; readonly capitals: CapitalShares },
): WordSigns {
  const names = openCommonNames()
  // "U.S." and "us" are the same word here; which of them is met first must change nothing.
  const term = firstTerm(written.replaceAll('.', ''), language)
  const english: number[] = []
  let level: number = UNKNOWN_WORD
  let best = 0
  let bestStem = 0
  let isBridgedFirst = false
  let isBridgedFamily = false
  bridge?.lookUp(term?.word ?? '', term?.hash ?? 0, (stem, weight) => {
    if (weight >= LEAST_WEIGHT) english.push(stem)
    if (weight >= LEAST_WEIGHT && names.isFirstStem(stem)) isBridgedFirst = true
    if (weight >= LEAST_WEIGHT && names.isFamilyStem(stem)) isBridgedFamily = true
    if (weight > best) {
      best = weight
      bestStem = stem
      level = capitals.of(stem)
    }
  })
  const isStop = ((term?.kind ?? 0) & TermKind.stop) !== 0
  const isGiven = (form: string): boolean => LISTED_GIVEN.has(form) || names.isFirst(form)
  const bases = baseForms(language, word)
  const isLatin = hasLatin(word)
  const sound = isLatin ? null : soundKey(word, language)
  const kind =
    level |
    (isGiven(word) || known?.givenName !== undefined ? 1 << 3 : 0) |
    (TITLE_WORDS.has(word) ? 1 << 4 : 0) |
    (known?.places !== undefined ? 1 << 5 : 0) |
    (known?.nameForms !== undefined ? 1 << 6 : 0) |
    (isStop ? 1 << 7 : 0) |
    (isLatin ? 1 << 8 : 0) |
    (sound !== null && sound.length > 3 && names.isFirstSound(sound) ? 1 << 9 : 0) |
    (/\p{N}/u.test(word) ? 1 << 10 : 0) |
    (names.isFamily(word) ? 1 << 11 : 0) |
    (bases.some(isGiven) ? 1 << 12 : 0) |
    (bases.some((form) => names.isFamily(form)) ? 1 << 13 : 0) |
    (isBridgedFirst && language !== 'en' ? 1 << 14 : 0) |
    (isBridgedFamily && language !== 'en' ? 1 << 15 : 0) |
    (sound !== null && sound.length === 3 && names.isFirstSound(sound) ? 1 << 16 : 0) |
    (sound !== null && sound.length > 3 && names.isFamilySound(sound) ? 1 << 17 : 0)
  const has = (bits: number): number => ((kind & bits) === 0 ? 0 : 1)
  const compact =
    level |
    (has(1 << 3) << 3) |
    (has((1 << 9) | (1 << 12) | (1 << 14)) << 4) |
    (has((1 << 11) | (1 << 13) | (1 << 15) | (1 << 17)) << 5) |
    (has(1 << 4) << 6) |
    (has(1 << 5) << 7) |
    (has(1 << 6) << 8) |
    (has(1 << 7) << 9) |
    (has(1 << 8) << 10) |
    (has(1 << 10) << 11)
  const meaning = english.map((stem) => sign(50, stem))
  meaning.push(sign(19, level))
  for (const bit of KIND_BITS) if (((kind >> bit) & 1) === 1) meaning.push(sign(bit, 1))
  const { length } = word
  const form = sign(20, hashWord(word))
  const ends: number[] = []
  for (let n = 2; n <= 4 && n < length; n++) ends.push(sign(20 + n, hashPart(word, length - n, length)))
  const inside = ends.slice(2)
  for (let n = 1; n <= 4 && n < length; n++) inside.push(sign(30 + n, hashPart(word, 0, n)))
  const fenced = `<${word.slice(0, LONGEST_WORD)}>`
  for (let at = 0; at + 3 <= fenced.length; at++) inside.push(sign(40, hashPart(fenced, at, at + 3)))
  inside.push(sign(61, compact))
  const size = sign(60, Math.min(length, 12))
  return {
    own: { wide: [form], near: ends.slice(0, 2), itself: inside },
    shared: {
      wide: meaning,
      near: [sign(61, compact)],
      itself: isLatin ? [size, form, ...ends] : [size],
    },
    kind: compact,
    english: bestStem,
  }
}

const LISTED_GIVEN: ReadonlySet<string> = new Set([...GIVEN_NAMES, ...ARABIC_GIVEN_NAMES, ...MEN, ...WOMEN])

const KIND_BITS = [3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 14, 15, 16, 17]
const LEAST_WEIGHT = 0.25
const LONGEST_WORD = 24
const hasLatin = (word: string): boolean => /^[a-z]/.test(word)

const sign = (of: number, value: number): number =>
  Math.imul(value ^ Math.imul(of, 0x9e3779b1), 0x85ebca6b) ^ of

const POSITION_MARKS =
  MARK.capital |
  MARK.allCapitals |
  MARK.sentenceStart |
  MARK.afterApostrophe |
  MARK.afterHyphen |
  MARK.afterComma |
  MARK.afterBreak |
  MARK.dotted

/**
 * The signs of a word's place as bits: marks (`MARK`), quotation marks and brackets beside it, how often the
 * text has it (`times`), and whether it stands in small letters elsewhere.
 */
export function positionSign(
  { text, marks, start, end }: Words,
  at: number,
  times: number,
  isSmallToo: boolean,
): number {
  const from = start[at] ?? 0
  const to = end[at] ?? 0
  const before = from > 0 ? text.charCodeAt(from - 1) : 0
  const after = to < text.length ? text.charCodeAt(to) : 0
  const behind = to + 1 < text.length ? text.charCodeAt(to + 1) : 0
  return (
    ((marks[at] ?? 0) & POSITION_MARKS) |
    (isQuote(before) ? 1 << 8 : 0) |
    (after === OPENING_BRACKET || behind === OPENING_BRACKET ? 1 << 9 : 0) |
    (before === OPENING_BRACKET ? 1 << 10 : 0) |
    (Math.min(3, times) << 11) |
    (isSmallToo ? 1 << 13 : 0)
  )
}

const OPENING_BRACKET = 40
const isQuote = (unit: number): boolean => QUOTES.has(unit)
const QUOTES: ReadonlySet<number> = new Set(Array.from('"«“„”»', (letter) => letter.charCodeAt(0)))

const MARKS = 0xff
const AROUND = 0x7ff
const CAPITAL_AND_BREAKS =
  MARK.capital | MARK.sentenceStart | MARK.afterComma | MARK.afterBreak | MARK.afterHyphen

/**
 * Writes into `signs` the signs of a word by its place and its neighbours. The language's and the shared
 * weights use the same ones.
 */
export function readTokenSigns(
  at: number,
  kinds: ArrayLike<number>,
  places: ArrayLike<number>,
  signs: Int32Array,
): void {
  const kind = kinds[at] ?? 0
  const place = places[at] ?? 0
  const [kindBefore, placeBefore] = at === 0 ? [OUTSIDE, OUTSIDE] : [kinds[at - 1] ?? 0, places[at - 1] ?? 0]
  const isLast = at + 1 >= kinds.length
  const [kindBehind, placeBehind] = isLast ? [OUTSIDE, OUTSIDE] : [kinds[at + 1] ?? 0, places[at + 1] ?? 0]
  signs[0] = sign(70, place & AROUND)
  signs[1] = sign(71, placeBefore & MARKS)
  signs[2] = sign(72, placeBehind & AROUND)
  signs[3] = sign(73, Math.imul(kind, 0x10001) ^ (place & CAPITAL_AND_BREAKS))
  signs[4] = sign(
    74,
    Math.imul(kindBefore, 0x10001) ^ Math.imul(kind, 0x2f0b4a27) ^ (place & CAPITAL_AND_BREAKS),
  )
  signs[5] = sign(
    75,
    Math.imul(kindBehind, 0x10001) ^ Math.imul(kind, 0x2f0b4a27) ^ (placeBehind & CAPITAL_AND_BREAKS),
  )
  signs[6] = sign(
    76,
    Math.imul(place & CAPITAL_AND_BREAKS, 0x10001) ^
      Math.imul(placeBefore & CAPITAL_AND_BREAKS, 0x2f0b4a27) ^
      (placeBehind & CAPITAL_AND_BREAKS),
  )
  signs[7] = sign(77, Math.imul(place >> 11, 0x10001) ^ (kind & KIND_AND_SIGNS))
  signs[8] = sign(78, place >> 8)
  signs[9] = sign(
    79,
    Math.imul(kindBefore & KIND_AND_SIGNS, 0x10001) ^ Math.imul(kindBehind & KIND_AND_SIGNS, 0x2f0b4a27),
  )
}

/** Number of signs that `readTokenSigns` writes. */
export const TOKEN_SIGNS = 10
const OUTSIDE = 0xffff
const KIND_AND_SIGNS = 0b111111

/** Index of a sign's weight at a distance, among two to the power of `bits` weights. */
export const weightIndex = (sign: number, distance: number, bits: number): number =>
  Math.imul(sign ^ Math.imul(distance + 5, 0x27d4eb2f), 0x9e3779b1) >>> (32 - bits)
