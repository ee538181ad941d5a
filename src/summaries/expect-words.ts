import type { Passage } from './read-passages.ts'
import type { Budget } from './summary.ts'
import weights from './expect-words.json' with { type: 'json' }

/** An article's sentences, and whose report it is. */
export interface Report {
  readonly passages: readonly Pick<Passage, 'words' | 'content' | 'position'>[]
  /** Articles of one outlet, and copies of one wire report, are one witness. */
  readonly witness: number
  /** The words of its headline that say something. */
  readonly title: ReadonlySet<string>
}

/** What is known of a word before it is guessed whether a summary says it: by these names stand the weights in `expect-words.json`. */
export const SIGNS = ['always', 'room', 'count', 'first', 'early', 'number', 'witnesses'] as const

/** Of a logistic regression, one for each sign: `npm run train:summaries` learns and writes them. */
const WEIGHTS: readonly number[] = SIGNS.map((sign) => weights[sign])

/** How long a person's summary is beside what may be told at most: as good from 0.5 to 0.8. */
const FILLED = 0.65
/**
 * Its words for each sentence where only sentences are counted: fewer than a sentence has, or it were always worth while to tell as many as are allowed. CNN, CNN with the Daily
 * Mail and the BBC's one-sentence summaries alike lose less than a quarter of a point of ROUGE-1 from 8 to 11.
 */
const IN_SENTENCE = 9

/** Words that a summary within this budget is expected to have. */
export const expectedLength = ({ words, sentences }: Budget): number =>
  words < Infinity ? FILLED * words : IN_SENTENCE * sentences

/**
 * How likely a person's summary of so many words says each word of these reports that says something, 0 to 1: by how often and how early the reports have it, and how
 * many of them. (Hong and Nenkova, "Improving the estimation of word importance for news multi-document summarization", 2014.)
 */
export function expectWords(reports: readonly Report[], length: number): ReadonlyMap<string, number> {
  const expected = new Map<string, number>()
  for (const [word, signs] of readSigns(reports, length)) {
    const sum = signs.reduce((all, sign, i) => all + sign * (WEIGHTS[i] ?? 0), 0)
    expected.set(word, 1 / (1 + Math.exp(-sum)))
  }
  return expected
}

/** Sentences: how fast it counts less that one stands further down. */
const NEAR = 10
const OPENING = 8

/** `SIGNS` of each word that says something. */
export function readSigns(
  reports: readonly Report[],
  length: number,
): ReadonlyMap<string, readonly number[]> {
  // What one witness says twice it says once.
  const heard = merge(
    Map.groupBy(reports, ({ witness }) => witness)
      .values()
      .map((same) => merge(same.map(hear), Math.max)),
    (one, other) => one + other,
  )
  const words = reports.reduce((all, { passages }) => all + wordsIn(passages), 0)
  const room = Math.log(length / Math.max(1, words))
  return new Map(
    heard
      .entries()
      .map(([word, { count, early, first, witnesses }]) => [
        word,
        [
          1,
          room,
          Math.log(count),
          Math.exp(-first / OPENING),
          Math.log(1 + early),
          /\p{Nd}/u.test(word) ? 1 : 0,
          Math.log(witnesses),
        ],
      ]),
  )
}

interface Heard {
  count: number
  /** The number of sentences with it, each counting less the later it stands. */
  early: number
  /** The first sentence with it. */
  first: number
  witnesses: number
}

/** What one report says; its headline is as much as a first sentence. */
function hear({ passages, title }: Report): Map<string, Heard> {
  const heard = new Map<string, Heard>()
  for (const word of title) heard.set(word, { count: 1, early: 1, first: 0, witnesses: 1 })
  for (const { words, content, position } of passages) {
    const early = Math.exp(-position / NEAR)
    for (const word of content) {
      const one = heard.get(word)
      if (one === undefined) heard.set(word, { count: 0, early, first: position, witnesses: 1 })
      else one.early += early
    }
    for (const word of words) {
      // A word that says nothing was not heard.
      const one = heard.get(word)
      if (one !== undefined) one.count++
    }
  }
  return heard
}

/** All that is heard in one of them or more. */
function merge(
  all: Iterable<Map<string, Heard>>,
  both: (one: number, other: number) => number,
): Map<string, Heard> {
  let merged: Map<string, Heard> | undefined
  for (const heard of all) {
    if (merged === undefined) {
      merged = heard
      continue
    }
    for (const [word, one] of heard) {
      const before = merged.get(word)
      if (before === undefined) {
        merged.set(word, one)
        continue
      }
      before.witnesses = both(before.witnesses, one.witnesses)
      before.count = both(before.count, one.count)
      before.early = both(before.early, one.early)
      before.first = Math.min(before.first, one.first)
    }
  }
  return merged ?? new Map<string, Heard>()
}

const wordsIn = (passages: Report['passages']): number =>
  passages.reduce((all, passage) => all + passage.words.length, 0)

/** How much of a summary this sentence is expected to say: words not told yet, and so much for each that only holds it together. */
export function saysOf(
  { words, content }: Pick<Passage, 'words' | 'content'>,
  expected: ReadonlyMap<string, number>,
  told: ReadonlySet<string>,
  small: number,
): number {
  let says = small * (words.length - content.size)
  for (const word of content) if (!told.has(word)) says += expected.get(word) ?? 0
  return says
}
