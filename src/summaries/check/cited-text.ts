import { splitSentences } from '../../text/sentences.ts'
import { pairOf, wordsAsNumbers } from '../words-as-numbers.ts'
import { readWords, type Word } from './read-words.ts'

/** One sentence of a cited text. */
export interface CitedSentence {
  readonly text: string
  readonly words: readonly Word[]
  readonly keys: ReadonlySet<string>
  readonly lowers: ReadonlySet<string>
  readonly numbers: ReadonlySet<string>
  readonly denies: boolean
}

/** The texts that a sentence cites, read for looking things up. */
export interface CitedText {
  /** ISO 639-1. */
  readonly language: string
  readonly sentences: readonly CitedSentence[]
  readonly text: string
  /** In how many sentences a stem stands. */
  readonly keys: ReadonlyMap<string, number>
  readonly lowers: ReadonlySet<string>
  /** Words that stand somewhere with a small letter; with a capital behind the first word of a sentence. */
  readonly small: ReadonlySet<string>
  readonly capital: ReadonlySet<string>
  readonly numbers: ReadonlySet<string>
  /** Do these stems stand side by side in a sentence? */
  readonly holdsPair: (first: string, second: string) => boolean
  /** How often the text says "I", "we", "my" outside quotations: who writes so does not name himself. */
  readonly firstPerson: number
  /** A longer English text that reports next to nobody's words outside quotations: it tells its author's own view. */
  readonly reportsNobody: boolean
}

const sentenceOf = (text: string, language: string): CitedSentence => {
  const words = readWords(text, language)
  return {
    text,
    words,
    keys: new Set(words.map(({ key }) => key)),
    lowers: new Set(words.map(({ lower }) => lower)),
    numbers: new Set(words.flatMap(readings)),
    denies: words.some((word) => word.denies),
  }
}

/** "13, 000" may be one number or two; "April 23,1616" are two. */
function readings({ text, number, also }: Word): string[] {
  if (number === undefined) return []
  const isGlued = /^\p{Nd}+,\p{Nd}{4,}$/u.test(text)
  return text.includes(', ') || isGlued ? [number, ...also, ...text.split(/, ?/u)] : [number, ...also]
}

/** Some 15,000 words; and no sentence is longer than this many UTF-16 units. The rest is not looked at. */
const MAX_SENTENCES = 600
const MAX_SENTENCE = 4000

export function readCitedText(texts: readonly string[], language: string): CitedText {
  const sentences = texts
    .flatMap((text) => splitSentences(text, language).map(({ start, end }) => text.slice(start, end)))
    .slice(0, MAX_SENTENCES)
    .map((sentence) => sentenceOf(sentence.slice(0, MAX_SENTENCE), language))
  const keys = new Map<string, number>()
  const numberOf = wordsAsNumbers()
  const pairs = new Set<number>()
  for (const sentence of sentences) {
    for (const key of sentence.keys) keys.set(key, (keys.get(key) ?? 0) + 1)
    let previous: number | undefined
    for (const { key } of sentence.words) {
      const number = numberOf(key)
      if (previous !== undefined) pairs.add(pairOf(previous, number))
      previous = number
    }
  }
  const words = sentences.flatMap((sentence) => sentence.words)
  const text = texts.join('\n')
  const unquoted = text.replace(/["“][^"“”]{0,2000}["”]/gu, '')
  return {
    language,
    sentences,
    text,
    keys,
    holdsPair: (first, second) => pairs.has(pairOf(numberOf(first), numberOf(second))),
    lowers: new Set(words.map(({ lower }) => lower)),
    small: new Set(words.filter(({ capital }) => !capital).map(({ lower }) => lower)),
    capital: new Set(words.filter(({ capital, first }) => capital && !first).map(({ lower }) => lower)),
    numbers: new Set(sentences.flatMap(({ numbers }) => [...numbers])),
    firstPerson: unquoted.match(/\b(?:I|my|me|we|our|I['’]\p{L}+)\b/gu)?.length ?? 0,
    reportsNobody: language === 'en' && reportsNobody(unquoted.toLowerCase().match(/\p{L}+/gu) ?? []),
  }
}

/** Shorter reports may do without a "said". */
const LONG = 300
/** Words that report speech, of all words. */
const REPORTING = 0.0015

const reportsNobody = (lowers: readonly string[]): boolean =>
  lowers.length >= LONG && lowers.filter((lower) => REPORTS.test(lower)).length < lowers.length * REPORTING

const REPORTS = /^(?:said|says|say|told|tells|added|adds|according|announced|reported|warned|argued)$/u

/** How telling a word is: rare words of the cited text weigh more, numbers at least 2. */
export function weightOf(word: Word, cited: CitedText): number {
  const weight = Math.log(1 + cited.sentences.length / (1 + (cited.keys.get(word.key) ?? 0)))
  return word.number === undefined ? weight : Math.max(weight, 2)
}
