import { randomInt } from 'node:crypto'
import { cutWords } from './cut-words.ts'
import { copyString } from './copy-string.ts'
import { fold, KIND as UNIT_KIND, LOWER_CASE, oneSpelling, UNIT, unitOf } from './letters.ts'
import { wordLists } from './parts.ts'
import { NUMBERS_PER_PIECE, type Pieces, readPieces } from './read-text.ts'
import { stem } from './stem.ts'

/** Terms in a form for comparing many texts, without strings. */
export interface CountedTerms {
  /** `hashWord` of each term, in order, with repeats. Six of 250,000 words share their hash. */
  readonly hashes: Int32Array
  /** Bits of `TermKind`. */
  readonly kinds: Uint8Array
}

/** The terms of a text in order, with repeats: its words as search and comparison use them. */
export interface Terms extends CountedTerms {
  /** Letters, marks and digits only, so they may be joined by a space or NUL. */
  readonly words: readonly string[]
}

export const TermKind = {
  /** A stop word of its language. Languages without a list have none. */
  stop: 1,
  /** A single character. */
  single: 2,
  /** Two digits or more, except years, which are in every other text. */
  tellingNumber: 4,
  /** Written with a capital within a sentence, as names are. */
  capital: 8,
  /** Written in lower case there. */
  small: 16,
} as const

/** Returns the terms of a text from which nothing else is read. For `language` see `termsOf`. */
export const readTerms = (text: string, language: string): Terms => termsOf(readPieces(text), language)

/** One term of `Terms`. */
export interface Term {
  readonly word: string
  readonly hash: number
  readonly kind: number
  /** Whether the text has no other term. */
  readonly isOnly: boolean
}

/** Returns the first term of a text that is mostly one word, or undefined. Costs a quarter of `readTerms`. */
export function firstTerm(text: string, language: string): Term | undefined {
  const parts = partsOfOne(text)
  const read = parts < 0 ? [] : readPiece(text, 0, text.length, parts, readingIn(language))
  if (typeof read === 'number') {
    const place = read * STRIDE
    return {
      word: terms[read] ?? '',
      hash: termCache[place + TERM] ?? 0,
      kind: termCache[place + KIND] ?? 0,
      isOnly: true,
    }
  }
  const { words, hashes, kinds } = readTerms(text, language)
  const [word] = words
  return word === undefined
    ? undefined
    : { word, hash: hashes[0] ?? 0, kind: kinds[0] ?? 0, isOnly: words.length === 1 }
}

/** Returns the flags of `Pieces.pieces` for a text of one piece in a script with spaces; else -1. */
function partsOfOne(text: string): number {
  let all: number = UNIT.plain
  for (let at = 0; at < text.length; at++) {
    const unit = unitOf(text.charCodeAt(at))
    if ((unit & (UNIT.border | UNIT.edge | UNIT.unspaced)) !== 0) return -1
    all &= unit
  }
  return text === '' ? -1 : all
}

/**
 * Returns the terms of a reading, or of its text between two positions: split (see `cutWords`), in lower
 * case, stemmed, without accents. Numbers are kept; Chinese and Japanese yield pairs of characters.
 * `language` is BCP 47, or `und` for no stemming. Same input, same terms, because they are stored. Words
 * repeat, so each piece is looked up as written, and processed only if it was not met before.
 */
export function termsOf({ text, pieces }: Pieces, language: string, from = 0, to = text.length): Terms {
  const reading = readingIn(language)
  const { base, seed } = reading
  const words: string[] = []
  const add = (row: number, written: number): void => {
    if (words.length === hashesRead.length) {
      hashesRead = grown(hashesRead, new Int32Array(words.length * 2))
      kindsRead = grown(kindsRead, new Uint8Array(words.length * 2))
    }
    hashesRead[words.length] = termCache[row * STRIDE + TERM] ?? 0
    kindsRead[words.length] = (termCache[row * STRIDE + KIND] ?? 0) | written
    words.push(terms[row] ?? '')
  }
  const addCut = (word: string, written: number): void => {
    let hash = ~seed
    let mark = seed
    for (let i = 0; i < word.length; i++) {
      const unit = word.charCodeAt(i)
      hash = hashOn(hash, unit)
      mark = markOn(mark, unit)
    }
    const row = recall(hash, mark)
    add(row >= 0 ? row : learn(hash, mark, word, base), written)
  }
  for (let piece = 0; piece < pieces.length; piece += NUMBERS_PER_PIECE) {
    const start = pieces[piece] ?? 0
    if (start < from) continue
    if (start >= to) break
    const end = Math.min(pieces[piece + 1] ?? 0, to)
    const parts = pieces[piece + 2] ?? 0
    const written = writtenAt(text, start)
    const read = readPiece(text, start, end, parts, reading)
    if (typeof read === 'number') add(read, written)
    else for (const word of read) addCut(word, written)
  }
  return { words, hashes: hashesRead.slice(0, words.length), kinds: kindsRead.slice(0, words.length) }
}

/** How texts of a language are read. */
interface LanguageRead {
  readonly base: string
  /** Start value for the hashes of its words. */
  readonly seed: number
  readonly isTurkic: boolean
}

function readingIn(language: string): LanguageRead {
  const [base = 'und'] = language.split('-', 1)
  return { base, seed: hashWord(base) ^ SALT, isTurkic: base === 'tr' || base === 'az' }
}

/** Returns the row of a piece with one term, else its words. For `parts` see `Pieces.pieces`. */
function readPiece(
  text: string,
  start: number,
  end: number,
  parts: number,
  { base, seed, isTurkic }: LanguageRead,
): number | readonly string[] {
  if ((parts & UNIT.unspaced) !== 0 || end - start > LONGEST_KNOWN)
    return cutWords(text.slice(start, end), base)
  let hash = seed
  let mark = ~seed
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at)
    const lower = isTurkic ? unit : unitOf(unit) >>> LOWER_CASE
    hash = hashOn(hash, lower)
    mark = markOn(mark, lower)
  }
  const row = recall(hash, mark)
  if (row >= 0) return row
  const piece = text.slice(start, end)
  if ((parts & UNIT.plain) !== 0) return learn(hash, mark, oneSpelling(piece, base), base)
  const cut = cutWords(piece, base)
  const [only = ''] = cut
  return cut.length === 1 ? learn(hash, mark, only, base) : cut
}

/** Returns the case of a word after another word or a comma; a sentence's first word tells nothing. */
function writtenAt(text: string, start: number): number {
  if (start < 2) return 0
  const kind = unitOf(text.charCodeAt(start)) & UNIT.kind
  if (kind !== UNIT_KIND.upper && kind !== UNIT_KIND.lower) return 0
  if ((unitOf(text.charCodeAt(start - 1)) & UNIT.kind) !== UNIT_KIND.space) return 0
  const before = unitOf(text.charCodeAt(start - 2)) & UNIT.kind
  if (
    before !== UNIT_KIND.lower &&
    before !== UNIT_KIND.upper &&
    before !== UNIT_KIND.digit &&
    before !== UNIT_KIND.comma
  )
    return 0
  return kind === UNIT_KIND.upper ? TermKind.capital : TermKind.small
}

/** Returns the different terms without stop words. */
export function contentWords({ words, kinds }: Terms): ReadonlySet<string> {
  const content = new Set<string>()
  for (let i = 0; i < words.length; i++) {
    const word = words[i]
    if (word !== undefined && ((kinds[i] ?? 0) & TermKind.stop) === 0) content.add(word)
  }
  return content
}

/** Returns the different terms of a text without stop words. */
export const contentOf = (text: string, language: string): ReadonlySet<string> =>
  contentWords(readTerms(text, language))

/**
 * FNV-1a over UTF-16 units, as a signed 32-bit integer; stable across machines and versions.
 * http://www.isthe.com/chongo/tech/comp/fnv/
 */
export const hashWord = (word: string): number => hashPart(word, 0, word.length)

/** Returns the `hashWord` of part of a word. */
export function hashPart(word: string, from: number, to: number): number {
  let hash = 0x811c9dc5 | 0
  for (let at = from; at < to; at++) hash = hashOn(hash, word.charCodeAt(at))
  return hash
}

const hashOn = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193)
const markOn = (mark: number, unit: number): number => Math.imul(mark + unit, 0x85ebca6b) ^ (mark >>> 15)

/** Random in each process, so that nobody can construct words that the cache below confuses. */
const SALT = randomInt(2 ** 31)

/** Buffers for a text whose number of terms is not known yet. */
let hashesRead = new Int32Array(1 << 10)
let kindsRead = new Uint8Array(1 << 10)

function grown<Numbers extends Int32Array | Uint8Array>(from: Numbers, to: Numbers): Numbers {
  to.set(from)
  return to
}

/** In UTF-16 units. Longer words hardly occur twice. */
const LONGEST_KNOWN = 64

/**
 * Cache of the last words in all languages: removing endings costs twenty times as much. A hash of the
 * written word gives its slot; it and a second hash, the mark, must match, so that words are not confused.
 * Two words share a slot, the newer one in front, so that a rare word does not evict a common one. A Map of
 * strings is slower.
 */
const CACHED_WORDS = 1 << 18
const STRIDE = 4
const SECOND_HASH = 1
const TERM = 2
const KIND = 3
const termCache = new Int32Array(CACHED_WORDS * STRIDE)
const terms = Array<string>(CACHED_WORDS).fill('')

const frontOf = (hash: number): number => (hash ^ (hash >>> 15)) & (CACHED_WORDS - 2)
/** The lowest bit of a mark is set, because zero marks an empty row. */
const isAt = (row: number, hash: number, mark: number): boolean =>
  termCache[row * STRIDE] === hash && termCache[row * STRIDE + SECOND_HASH] === (mark | 1)

/** Returns the row of a word, or -1 if it is unknown. */
function recall(hash: number, mark: number): number {
  const front = frontOf(hash)
  if (isAt(front, hash, mark)) return front
  if (!isAt(front + 1, hash, mark)) return -1
  const back = (front + 1) * STRIDE
  const term = terms[front + 1] ?? ''
  const [hashOfTerm = 0, kind = 0] = [termCache[back + TERM], termCache[back + KIND]]
  remember(hash, mark, term, hashOfTerm, kind)
  return front
}

function learn(hash: number, mark: number, cut: string, language: string): number {
  const term = copyString(termOf(cut, language))
  remember(hash, mark, term, hashWord(term), kindOf(term, language))
  return frontOf(hash)
}

function remember(hash: number, mark: number, term: string, hashOfTerm: number, kind: number): void {
  const front = frontOf(hash)
  const place = front * STRIDE
  for (let at = place; at < place + STRIDE; at++) termCache[at + STRIDE] = termCache[at] ?? 0
  terms[front + 1] = terms[front] ?? ''
  termCache[place] = hash
  termCache[place + SECOND_HASH] = mark | 1
  termCache[place + TERM] = hashOfTerm
  termCache[place + KIND] = kind
  terms[front] = term
}

const termOf = (cut: string, language: string): string => fold(stem(cut, language))

function kindOf(term: string, language: string): number {
  return (
    (stopTerms(language).has(term) ? TermKind.stop : 0) |
    (term.length === 1 ? TermKind.single : 0) |
    (TELLING_NUMBER.test(term) ? TermKind.tellingNumber : 0)
  )
}

const TELLING_NUMBER = /^(?!(?:19|20)[0-9]{2}$)[0-9]{2,}$/

function stopTerms(language: string): ReadonlySet<string> {
  const list = wordLists.of(language)?.stop
  if (list === undefined) return NO_TERMS
  let stops = stopsOf.get(language)
  if (stops === undefined) {
    stops = new Set(cutWords(list.join(' '), language).map((word) => termOf(word, language)))
    stopsOf.set(language, stops)
  }
  return stops
}

const NO_TERMS: ReadonlySet<string> = new Set()
const stopsOf = new Map<string, ReadonlySet<string>>()
