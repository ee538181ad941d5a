import { cutWords } from './cut-words.ts'
import { hashOn, hashWord, markOn, tableSeed } from './hash-word.ts'
import { isStopWord } from './stop-words.ts'
import { analyseWord } from './words.ts'

/** The words of a text as `analyse` gives them, in order, each told by numbers: what compares many texts needs no strings. */
export interface Terms {
  /** See `hashWord`. Of a quarter of a million words some six share their number with another. */
  readonly hashes: Int32Array
  /** Bits of `TermKind`. */
  readonly kinds: Uint8Array
}

export const TermKind = {
  /** Only holds sentences together, see `isStopWord`. */
  stop: 1,
  /** A single character. */
  single: 2,
  /** Two digits or more, and no year: such stand in every other text. */
  tellingNumber: 4,
} as const

export function readTerms(text: string, language: string): Terms {
  const [base = 'und'] = language.split('-', 1)
  const seed = tableSeed(base)
  const words = cutWords(text, base)
  const hashes = new Int32Array(words.length)
  const kinds = new Uint8Array(words.length)
  for (let i = 0; i < words.length; i++) {
    const place = recall(words[i] ?? '', base, seed)
    hashes[i] = REMEMBERED[place + HASH] ?? 0
    kinds[i] = REMEMBERED[place + KIND] ?? 0
  }
  return { hashes, kinds }
}

/**
 * What was found out of the words met last, of all languages: to cut endings off costs twenty times as much as to remember. Where a word stands
 * follows from one hash of how it is written; another one, its mark, must agree, so that two are not taken for one. Two words stand side by side in
 * each row, the one met last in front: so a rare word does not drive a common one out.
 */
const WORDS = 1 << 16
const STRIDE = 4
const HASH = 1
const KIND = 2
const REMEMBERED = new Int32Array(WORDS * STRIDE)

/** Where the table tells of this word, from now on. */
function recall(written: string, language: string, seed: number): number {
  let hash = seed
  let mark = ~seed
  for (let i = 0; i < written.length; i++) {
    const unit = written.charCodeAt(i)
    hash = hashOn(hash, unit)
    mark = markOn(mark, unit)
  }
  // Zero marks an empty place.
  mark |= 1
  const front = ((hash ^ (hash >>> 15)) & (WORDS - 2)) * STRIDE
  if (REMEMBERED[front] === mark) return front
  const back = front + STRIDE
  const isKnown = REMEMBERED[back] === mark
  const knownHash = REMEMBERED[back + HASH] ?? 0
  const knownKind = REMEMBERED[back + KIND] ?? 0
  REMEMBERED.copyWithin(back, front, back)
  const word = isKnown ? '' : analyseWord(written, language)
  REMEMBERED[front] = mark
  REMEMBERED[front + HASH] = isKnown ? knownHash : hashWord(word)
  REMEMBERED[front + KIND] = isKnown ? knownKind : kindOf(word, language)
  return front
}

function kindOf(word: string, language: string): number {
  return (
    (isStopWord(word, language) ? TermKind.stop : 0) |
    (word.length === 1 ? TermKind.single : 0) |
    (/^[0-9]{2,}$/.test(word) && !/^(?:19|20)[0-9]{2}$/.test(word) ? TermKind.tellingNumber : 0)
  )
}
