import { cutWords } from './cut-words.ts'
import { detach } from './detach.ts'
import { fold } from './fold.ts'
import { hashOn, markOn, tableSeed } from './hash-word.ts'
import { stem } from './stem.ts'

/**
 * The words of a text as search and comparison see them: cut, lower case, stemmed, without accents; numbers kept, Chinese and
 * Japanese as pairs of characters. In order, with repeats; letters and digits only, so a space or a NUL may join them.
 * `language` is ISO 639-1 or `und` (then nothing is stemmed). Same input, same words: they are stored.
 */
export function analyse(text: string, language: string): string[] {
  const [base = 'und'] = language.split('-', 1)
  const seed = tableSeed(base)
  if (ASCII.test(text) && !TURKIC.has(base)) return analyseAscii(text, base, seed)
  const words = cutWords(text, base)
  for (let i = 0; i < words.length; i++) words[i] = analyseCut(words[i] ?? '', base, seed)
  return words
}

/** One word of `cutWords`, not remembered. */
export function analyseWord(word: string, language: string): string {
  return fold(stem(word, language))
}

function analyseCut(word: string, language: string, seed: number): string {
  let hash = seed
  let mark = ~seed
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i)
    hash = hashOn(hash, unit)
    mark = markOn(mark, unit)
  }
  return recall(hash, mark) ?? learn(hash, mark, word, language)
}

const ASCII = /^[\u0000-\u007f]*$/
/** Their small letter of I is not of ASCII. */
const TURKIC: ReadonlySet<string> = new Set(['tr', 'az'])
/** UTF-16 units, as in `cutWords`. */
const LONGEST_WORD = 64
/** What a mark counts as that may stand inside a word ("iran's", "1,000"). */
const JOINT = 1
/** For each unit of ASCII: its lower case where it is of a word, `JOINT`, or 0. */
const LOWER = Uint8Array.from({ length: 0x80 }, (_, unit) => {
  const character = String.fromCharCode(unit).toLowerCase()
  return /[a-z0-9]/.test(character) ? character.charCodeAt(0) : /['".,]/.test(character) ? JOINT : 0
})

/** `analyse` for ASCII, in one walk: a word that is remembered need not be cut out. What has a joint inside is left to `cutWords`, up to the next space. */
function analyseAscii(text: string, language: string, seed: number): string[] {
  const words: string[] = []
  let start = 0
  let hash = seed
  let mark = ~seed
  for (let i = 0; i <= text.length; i++) {
    const unit = lowerAt(text, i)
    if (unit > JOINT && i - start < LONGEST_WORD) {
      hash = hashOn(hash, unit)
      mark = markOn(mark, unit)
      continue
    }
    if (i > start && unit === JOINT && lowerAt(text, i + 1) > JOINT) {
      while (i < text.length && text.charCodeAt(i) > SPACE) i++
      for (const word of cutWords(text.slice(start, i), language))
        words.push(analyseCut(word, language, seed))
    } else if (i > start)
      words.push(recall(hash, mark) ?? learn(hash, mark, text.slice(start, i).toLowerCase(), language))
    // The unit that makes a word too long begins the next one.
    if (unit > JOINT) i--
    start = i + 1
    hash = seed
    mark = ~seed
  }
  return words
}

const SPACE = 0x20
const lowerAt = (text: string, at: number): number =>
  at < text.length ? (LOWER[text.charCodeAt(at)] ?? 0) : 0

/**
 * Words repeat: remembering them makes analysis four times as fast. Where a word stands follows from the hash of its language and how it is written; a
 * second hash, its mark, must agree, too, so that two are not taken for one. Two words stand side by side, the one met last in front, so that a rare word
 * does not drive a common one out. To ask a Map of strings takes longer.
 */
const WORDS = 1 << 16
const hashes = new Int32Array(WORDS)
const marks = new Int32Array(WORDS)
const analysed = Array.from({ length: WORDS }, () => '')

const frontOf = (hash: number): number => (hash ^ (hash >>> 15)) & (WORDS - 2)
/** Zero marks an empty place. */
const isAt = (place: number, hash: number, mark: number): boolean =>
  hashes[place] === hash && marks[place] === (mark | 1)

function recall(hash: number, mark: number): string | undefined {
  const front = frontOf(hash)
  if (isAt(front, hash, mark)) return analysed[front]
  if (!isAt(front + 1, hash, mark)) return undefined
  const word = analysed[front + 1] ?? ''
  remember(hash, mark, word)
  return word
}

function learn(hash: number, mark: number, written: string, language: string): string {
  const word = detach(analyseWord(written, language))
  remember(hash, mark, word)
  return word
}

function remember(hash: number, mark: number, word: string): void {
  const front = frontOf(hash)
  hashes[front + 1] = hashes[front] ?? 0
  marks[front + 1] = marks[front] ?? 0
  analysed[front + 1] = analysed[front] ?? ''
  hashes[front] = hash
  marks[front] = mark | 1
  analysed[front] = word
}
