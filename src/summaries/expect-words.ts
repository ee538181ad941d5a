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
export const FEATURES = ['always', 'room', 'count', 'first', 'early', 'number', 'witnesses'] as const

/** Weights of a logistic regression, learned and written by `npm run train:summaries`. */
const WEIGHTS: readonly number[] = FEATURES.map((feature) => weights[feature])

/** Length of a person's summary as a share of the allowed words. From 0.5 to 0.8 the results are as good. */
const FILLED_SHARE = 0.65
/**
 * Expected words for each sentence if only sentences are counted. It is less than a sentence has; otherwise
 * it would always pay to tell as many sentences as allowed. From 8 to 11 CNN, CNN with the Daily Mail and the
 * BBC's one-sentence summaries all lose less than a quarter of a point of ROUGE-1.
 */
const WORDS_PER_SENTENCE = 9

/** Returns the number of words that a summary within this budget is expected to have. */
export const expectedLength = ({ words, sentences }: Budget): number =>
  words < Infinity ? FILLED_SHARE * words : WORDS_PER_SENTENCE * sentences

/**
 * Estimates for each content word of these reports how likely a person's summary of `length` words contains
 * it, 0 to 1: by how often and how early the reports have it and how many of them do. (Hong and Nenkova,
 * "Improving the estimation of word importance for news multi-document summarization", 2014.)
 */
export function expectWords(reports: readonly Report[], length: number): ReadonlyMap<string, number> {
  const expected = new Map<string, number>()
  for (const [word, features] of readFeatures(reports, length)) {
    const sum = features.reduce((all, feature, i) => all + feature * (WEIGHTS[i] ?? 0), 0)
    expected.set(word, 1 / (1 + Math.exp(-sum)))
  }
  return expected
}

/**
 * In sentences: how fast a word counts less the later it stands. `OCCURRENCE_DECAY` is for all its
 * occurrences, `FIRST_DECAY` for the first one.
 */
const OCCURRENCE_DECAY = 10
const FIRST_DECAY = 8

/** Returns the values of `FEATURES` for each content word of the reports. */
export function readFeatures(
  reports: readonly Report[],
  length: number,
): ReadonlyMap<string, readonly number[]> {
  // Several reports of one witness count once: their maximum is taken, not their sum.
  const evidence = merge(
    Map.groupBy(reports, ({ witness }) => witness)
      .values()
      .map((same) => merge(same.map(collectEvidence), Math.max)),
    (one, other) => one + other,
  )
  const words = reports.reduce((all, { passages }) => all + wordsIn(passages), 0)
  const budgetShare = Math.log(length / Math.max(1, words))
  return new Map(
    evidence
      .entries()
      .map(([word, { count, early, first, witnesses }]) => [
        word,
        [
          1,
          budgetShare,
          Math.log(count),
          Math.exp(-first / FIRST_DECAY),
          Math.log(1 + early),
          /\p{Nd}/u.test(word) ? 1 : 0,
          Math.log(witnesses),
        ],
      ]),
  )
}

interface WordEvidence {
  count: number
  /** The number of sentences with it, each weighted less the later it stands. */
  early: number
  /** Position of the first sentence with it. */
  first: number
  witnesses: number
}

/** Collects the words of one report. Its headline counts as a first sentence. */
function collectEvidence({ passages, title }: Report): Map<string, WordEvidence> {
  const evidence = new Map<string, WordEvidence>()
  for (const word of title) evidence.set(word, { count: 1, early: 1, first: 0, witnesses: 1 })
  for (const { words, content, position } of passages) {
    const early = Math.exp(-position / OCCURRENCE_DECAY)
    for (const word of content) {
      const ofWord = evidence.get(word)
      if (ofWord === undefined) evidence.set(word, { count: 0, early, first: position, witnesses: 1 })
      else ofWord.early += early
    }
    for (const word of words) {
      // Stop words are not in `evidence`.
      const ofWord = evidence.get(word)
      if (ofWord !== undefined) ofWord.count++
    }
  }
  return evidence
}

/**
 * Merges all maps. `combine` combines the values of a word that is in two of them. Changes the first map in
 * place.
 */
function merge(
  all: Iterable<Map<string, WordEvidence>>,
  combine: (one: number, other: number) => number,
): Map<string, WordEvidence> {
  let merged: Map<string, WordEvidence> | undefined
  for (const evidence of all) {
    if (merged === undefined) {
      merged = evidence
      continue
    }
    for (const [word, one] of evidence) {
      const before = merged.get(word)
      if (before === undefined) {
        merged.set(word, one)
        continue
      }
      before.witnesses = combine(before.witnesses, one.witnesses)
      before.count = combine(before.count, one.count)
      before.early = combine(before.early, one.early)
      before.first = Math.min(before.first, one.first)
    }
  }
  return merged ?? new Map<string, WordEvidence>()
}

const wordsIn = (passages: Report['passages']): number =>
  passages.reduce((all, passage) => all + passage.words.length, 0)

/**
 * Returns how many of a summary's words a sentence is expected to contribute: for each content word that is
 * not in `used` its likelihood, and `stopWordShare` for each other word.
 */
export function expectedWordsOf(
  { words, content }: Pick<Passage, 'words' | 'content'>,
  expected: ReadonlyMap<string, number>,
  used: ReadonlySet<string>,
  stopWordShare: number,
): number {
  let count = stopWordShare * (words.length - content.size)
  for (const word of content) if (!used.has(word)) count += expected.get(word) ?? 0
  return count
}
