import type { Passage } from './read-passages.ts'
import type { Budget } from './summary.ts'
import weights from './expect-words.json' with { type: 'json' }

/** The sentences and headline of one article, and the witness it belongs to. */
export interface Report {
  readonly passages: readonly Pick<Passage, 'words' | 'content' | 'position'>[]
  /** Number of the witness. Articles of one outlet and copies of one wire report are one witness. */
  readonly witness: number
  /** The content words of its headline. */
  readonly title: ReadonlySet<string>
}

/**
 * Features of a word from which its chance to occur in a summary is estimated. `expect-words.json` has a
 * weight for each, under these names.
 */
export const SIGNS = ['always', 'room', 'count', 'first', 'early', 'number', 'witnesses'] as const

/** Weights of a logistic regression, learned and written by `npm run train:summaries`. */
const WEIGHTS: readonly number[] = SIGNS.map((sign) => weights[sign])

/** Length of a person's summary as a share of the allowed words. From 0.5 to 0.8 the results are as good. */
const FILLED = 0.65
/**
 * Expected words for each sentence if only sentences are counted. It is less than a sentence has; otherwise
 * it would always pay to tell as many sentences as allowed. From 8 to 11 CNN, CNN with the Daily Mail and the
 * BBC's one-sentence summaries all lose less than a quarter of a point of ROUGE-1.
 */
const IN_SENTENCE = 9

/** Returns the number of words that a summary within this budget is expected to have. */
export const expectedLength = ({ words, sentences }: Budget): number =>
  words < Infinity ? FILLED * words : IN_SENTENCE * sentences

/**
 * Estimates for each content word of these reports how likely a person's summary of `length` words contains
 * it, 0 to 1: by how often and how early the reports have it and how many of them do. (Hong and Nenkova,
 * "Improving the estimation of word importance for news multi-document summarization", 2014.)
 */
export function expectWords(reports: readonly Report[], length: number): ReadonlyMap<string, number> {
  const expected = new Map<string, number>()
  for (const [word, signs] of readSigns(reports, length)) {
    const sum = signs.reduce((all, sign, i) => all + sign * (WEIGHTS[i] ?? 0), 0)
    expected.set(word, 1 / (1 + Math.exp(-sum)))
  }
  return expected
}

/**
 * In sentences: how fast a word counts less the later it stands. `NEAR` is for all its occurrences, `OPENING`
 * for the first one.
 */
const NEAR = 10
const OPENING = 8

/** Returns the values of `SIGNS` for each content word of the reports. */
export function readSigns(
  reports: readonly Report[],
  length: number,
): ReadonlyMap<string, readonly number[]> {
  // Several reports of one witness count once: their maximum is taken, not their sum.
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
  /** The number of sentences with it, each weighted less the later it stands. */
  early: number
  /** Position of the first sentence with it. */
  first: number
  witnesses: number
}

/** Collects the words of one report. Its headline counts as a first sentence. */
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
      // Stop words are not in `heard`.
      const one = heard.get(word)
      if (one !== undefined) one.count++
    }
  }
  return heard
}

/**
 * Merges all maps. `both` combines the values of a word that is in two of them. Changes the first map in
 * place.
 */
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

/**
 * Returns how many of a summary's words a sentence is expected to contribute: for each content word that is
 * not in `told` its likelihood, and `small` for each other word.
 */
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
