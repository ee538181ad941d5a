import { readFileSync } from 'node:fs'
import { brotliDecompressSync } from 'node:zlib'
import { EDGE, EDGE_BITS, LAST_FLAG, LEAST_POINTS, SLOTS, slotOf, unpackNgrams } from './ngram-file.ts'

/** What the letters of a text tell about its language. */
export interface Guess {
  /** ISO 639-1; empty if the letters tell nothing. */
  readonly language: string
  /** How strongly the letters suggest a language (ISO 639-1), 0 to 1. */
  readonly scoreOf: (language: string) => number
}

const table = unpackNgrams(brotliDecompressSync(readFileSync(new URL('ngrams.br', import.meta.url))))

/** The languages that can be detected (ISO 639-1). */
export const guessedLanguages: readonly string[] = table.languages

/**
 * Detects the language by the n-grams in the first 350 bytes of a text, like eld
 * (https://github.com/nitotm/efficient-language-detector-js). It uses eld's table, which
 * `npm run build:ngrams` writes beside this file, but not its objects of strings, which take ten times as
 * long and ninety megabytes.
 */
export function guessLanguage(text: string): Guess {
  const sums = table.languages.map(() => 0)
  const ngramKeys: number[] = []
  call++
  readWords(text.replace(BETWEEN_WORDS, ' ').trim().toLowerCase(), (length) =>
    addWord(length, sums, ngramKeys),
  )
  let best = -1
  for (let language = 0; language < sums.length; language++)
    if ((sums[language] ?? 0) > (best < 0 ? 0 : (sums[best] ?? 0))) best = language
  let ngrams = 0
  return {
    language: table.languages[best] ?? '',
    scoreOf(language) {
      ngrams ||= new Set(ngramKeys).size
      const sum = sums[table.languages.indexOf(language)] ?? 0
      return sum === 0 ? 0 : sum / (sum + SCORE_SCALE * ngrams)
    },
  }
}

/** Everything between words. A word has letters of 16 bits and apostrophes directly before them. */
const BETWEEN_WORDS = /[\P{L}\u{10000}-\u{10ffff}]+(?<!['`\u2019])/gu
/** The scale of eld's scores. */
const SCORE_SCALE = 25
/** Bytes after which no further word is begun, and after which reading stops within a word. */
const MOST_BYTES_BEFORE_WORD = 350
const MOST_BYTES = 380
/** How many bytes of a word are split into n-grams. */
const MOST_WORD_BYTES = 70
const NGRAM_BYTES = 4
/** Distance from one n-gram to the next. */
const STRIDE = 3

/** The current word in UTF-8. */
const bytes = new Uint8Array(MOST_BYTES + NGRAM_BYTES)
/** For each slot the last call that met its n-gram: each n-gram counts once per call. */
const metBy = new Int32Array(SLOTS)
let call = 0

/** Writes the words of a text into `bytes`, one after another, and calls `tell` after each. */
function readWords(text: string, tell: (length: number) => void): void {
  let length = 0
  let read = 0
  for (let at = 0; at < text.length && read <= MOST_BYTES; at++) {
    const unit = text.charCodeAt(at)
    const before = length
    if (unit === SPACE) {
      if (length > 0) tell(length)
      length = 0
      if (read++ > MOST_BYTES_BEFORE_WORD) return
    } else {
      if (unit < 0x80) bytes[length++] = unit
      else if (unit < 0x800) bytes[length++] = 0xc0 | (unit >> 6)
      else {
        bytes[length++] = 0xe0 | (unit >> 12)
        bytes[length++] = 0x80 | ((unit >> 6) & 0x3f)
      }
      if (unit >= 0x80) bytes[length++] = 0x80 | (unit & 0x3f)
      read += length - before
    }
  }
  if (length > 0) tell(length)
}

const SPACE = 32

/** Adds the points of the word in `bytes`. */
function addWord(length: number, sums: number[], ngramKeys: number[]): void {
  const end = Math.min(length, MOST_WORD_BYTES)
  let at = 0
  for (; at + NGRAM_BYTES < end; at += STRIDE)
    addNgram(keyAt(at, length), at === 0 ? EDGE.start : 0, sums, ngramKeys)
  // A word that is cut off counts as ending in an n-gram that no table has.
  if (length > MOST_WORD_BYTES) ngramKeys.push(-1 - ngramKeys.length)
  else
    addNgram(
      keyAt(Math.max(0, end - NGRAM_BYTES), length),
      EDGE.end | (at === 0 ? EDGE.start : 0),
      sums,
      ngramKeys,
    )
}

function keyAt(at: number, length: number): number {
  let key = 0
  for (let i = at; i < at + NGRAM_BYTES; i++) key = (key << 8) | (i < length ? (bytes[i] ?? 0) : 0)
  return key
}

function addNgram(key: number, edges: number, sums: number[], ngramKeys: number[]): void {
  ngramKeys.push((key >>> 0) * (1 << EDGE_BITS) + edges)
  let slot = slotOf(key, edges)
  for (let place = table.places[slot] ?? 0; place !== 0; place = table.places[slot] ?? 0) {
    if (table.keys[slot] === key && (place & EDGES) === edges) {
      if (metBy[slot] === call) return
      metBy[slot] = call
      for (let entry = (place >> EDGE_BITS) - 1; ; entry++) {
        const owner = table.owners[entry] ?? LAST_FLAG
        const language = owner & ~LAST_FLAG
        sums[language] = (sums[language] ?? 0) + LEAST_POINTS + (table.points[entry] ?? 0)
        if ((owner & LAST_FLAG) !== 0) return
      }
    }
    slot = (slot + 1) & (SLOTS - 1)
  }
}

const EDGES = (1 << EDGE_BITS) - 1
