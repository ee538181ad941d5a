import { cutWords } from './cut-words.ts'
import { detach } from './detach.ts'
import { fold } from './fold.ts'
import { hashWord } from './hash-word.ts'
import { stem } from './stem.ts'

/**
 * The words of a text as search and comparison see them: cut, lower case, stemmed, without accents; numbers kept, Chinese and
 * Japanese as pairs of characters. In order, with repeats; letters and digits only, so a space or a NUL may join them.
 * `language` is ISO 639-1 or `und` (then nothing is stemmed). Same input, same words: they are stored.
 */
export function analyse(text: string, language: string): string[] {
  const [base = 'und'] = language.split('-', 1)
  const words = cutWords(text, base)
  for (let i = 0; i < words.length; i++) words[i] = recall(words[i] ?? '', base)
  return words
}

/** One word of `cutWords`, not remembered. */
export function analyseWord(word: string, language: string): string {
  return fold(stem(word, language))
}

/**
 * Words repeat: remembering them makes analysis four times as fast. Where a word stands follows from the hash of how it is written; two stand side by
 * side, the one met last in front, so that a rare word does not drive a common one out. To ask a Map of strings takes longer.
 */
const NOTHING: Remembered = { written: '', language: '', analysed: '' }
const WORDS = 1 << 16
const hashes = new Int32Array(WORDS)
const remembered = Array.from({ length: WORDS }, () => NOTHING)

interface Remembered {
  readonly written: string
  readonly language: string
  readonly analysed: string
}

function learn(written: string, language: string): Remembered {
  return { written, language, analysed: detach(analyseWord(written, language)) }
}

function recall(written: string, language: string): string {
  const hash = hashWord(written)
  const front = (hash ^ (hash >>> 15)) & (WORDS - 2)
  let known = remembered[front] ?? NOTHING
  if (hashes[front] === hash && known.written === written && known.language === language)
    return known.analysed
  const back = front + 1
  const second = remembered[back] ?? NOTHING
  hashes[back] = hashes[front] ?? 0
  remembered[back] = known
  known =
    second.written === written && second.language === language ? second : learn(detach(written), language)
  hashes[front] = hash
  remembered[front] = known
  return known.analysed
}
