import { overlap } from './choose-from-one.ts'
import { expectedLength, expectWords, type Report as WitnessReport, expectedWordsOf } from './expect-words.ts'
import type { Budget } from './summary.ts'
import { inReadingOrder } from './reading-order.ts'
import type { Passage } from './read-passages.ts'

/** The sentences of an article with its headline and its witness. */
export interface Report extends WitnessReport {
  readonly passages: readonly Passage[]
}

/**
 * Weights of a sentence's form. Halving or doubling any of them changes ROUGE-1 on Multi-News by less than
 * 0.3 points.
 */
const FORM_WEIGHTS = {
  decay: 0.1,
  lead: 0.5,
  incomplete: 0.2,
  title: 4,
}

/** How the form of a sentence changes its value. */
interface FormFactors {
  /** Exponent of its length in words, by which its gain is divided: high if words are counted. */
  readonly length: number
  /** Factor for a sentence that opens with a quotation. */
  readonly quotation: number
  /** Minimum number of words. If sentences are counted, each must say something. */
  readonly shortest: number
  /** Share of stop words that the summary is expected to have as well: more in a long one. */
  readonly stopWords: number
  /** Share of its gain that a sentence loses if it repeats a whole chosen sentence in other words. */
  readonly redundancy: number
}

/** The first sentence tells the event, in as many words as that needs. */
const FOR_OPENING: FormFactors = { length: 0.4, quotation: 0.5, shortest: 6, stopWords: 0.1, redundancy: 0.5 }
/**
 * The people who wrote the long summaries of Multi-News quote a lot. A long summary tells most of what the
 * leads have in common in any case, so repetition is not penalised.
 */
const FOR_WORDS: FormFactors = { length: 1, quotation: 1.3, shortest: 0, stopWords: 0.3, redundancy: 0 }
/**
 * If sentences are counted, a short one costs as much as a long one, few are left for quotations and none for
 * what is already told. Of 29 stories that change from a `redundancy` of 0.5, 15 are told better and six
 * worse.
 */
const FOR_SENTENCES: FormFactors = { length: 0.3, quotation: 0.9, shortest: 6, stopWords: 0.1, redundancy: 1 }

/**
 * Chooses the sentences that together say most of the words that a person's summary of these reports is
 * expected to have. Each word counts once, so that repetition earns nothing (Gillick and Favre, "A scalable
 * global model for summarization", 2009). The opening is first, then sentences by their position; a sentence
 * that leans on its neighbour directly follows it.
 */
export function chooseFromSeveral(reports: readonly Report[], budget: Budget): readonly Passage[] {
  const expected = expectWords(reports, expectedLength(budget))
  const sentences: readonly Sentence[] = reports.flatMap(({ passages, witness }) =>
    passages.map((passage, i) => ({ passage, witness, before: passages[i - 1] })),
  )
  return inReadingOrder(
    pick(sentences, expected, wordsOfTitles(reports), budget).map(({ passage }) => passage),
  )
}

/** Picks greedily the sentence that adds most for its length. */
function pick(
  sentences: readonly Sentence[],
  expected: ReadonlyMap<string, number>,
  titles: ReadonlyMap<string, number>,
  budget: Budget,
): readonly Sentence[] {
  const used = new Set<string>()
  const chosen = new Set<Passage>()
  const picked: Sentence[] = []
  let words = 0
  const laterFactors = budget.sentences < Infinity ? FOR_SENTENCES : FOR_WORDS
  while (picked.length < budget.sentences) {
    const factors = picked.length === 0 ? FOR_OPENING : laterFactors
    let best: Sentence | undefined
    let bestGain = 0
    for (const sentence of sentences) {
      const { passage, before } = sentence
      if (chosen.has(passage) || (picked.length > 0 && words + passage.length > budget.words)) continue
      if (passage.dangling && !(before && chosen.has(before) && before.ordinal === passage.ordinal - 1))
        continue
      if (repeats(passage.content, used)) continue
      if (picked.length > 0 && !isWorthAPlace(passage, laterFactors)) continue
      let gain =
        (expectedWordsOf(passage, expected, used, factors.stopWords) *
          formFactor(passage, factors) *
          (1 - factors.redundancy * overlapWith(sentence, picked))) /
        passage.length ** factors.length
      if (picked.length === 0) gain *= 1 + FORM_WEIGHTS.title * shareOf(titles, passage.content)
      if (gain > bestGain) [best, bestGain] = [sentence, gain]
    }
    if (best === undefined) break
    chosen.add(best.passage)
    picked.push(best)
    words += best.passage.length
    for (const word of best.passage.content) used.add(word)
  }
  return picked
}

/**
 * Whether a sentence may be more than an opening. Two sentences are better than a third that is cut off or
 * only fills up ("The losses also mounted.").
 */
const isWorthAPlace = ({ complete, length }: Passage, { shortest }: FormFactors): boolean =>
  complete && length >= shortest

/** Counts for each word how many witnesses have it in a headline. */
function wordsOfTitles(reports: readonly Report[]): ReadonlyMap<string, number> {
  const byWitness = Map.groupBy(reports, ({ witness }) => witness)
  const titles = new Map<string, number>()
  for (const same of byWitness.values())
    for (const word of new Set(same.flatMap(({ title }) => [...title])))
      titles.set(word, (titles.get(word) ?? 0) + 1)
  return titles
}

/**
 * Returns the share of the headlines' words, weighted by how many have them, that a sentence contains, 0 to
 * 1.
 */
function shareOf(titles: ReadonlyMap<string, number>, content: ReadonlySet<string>): number {
  let all = 0
  let held = 0
  for (const [word, count] of titles) {
    all += count
    if (content.has(word)) held += count
  }
  return all > 0 ? held / all : 0
}

/** A sentence adds nothing if more than this share of its words was told. */
const MOST_USED_SHARE = 0.8

const repeats = (content: ReadonlySet<string>, used: ReadonlySet<string>): boolean =>
  content.intersection(used).size > MOST_USED_SHARE * content.size

interface Sentence {
  readonly passage: Passage
  readonly witness: number
  /** The passage before it in its report, if any. */
  readonly before: Passage | undefined
}

/**
 * Returns the largest share of the shorter sentence's content words that it has in common with a chosen one:
 * leads of two outlets say the same in other words.
 */
const overlapWith = ({ passage }: Sentence, chosen: readonly Sentence[]): number =>
  chosen.reduce((most, other) => Math.max(most, overlap(passage.content, other.passage.content)), 0)

/** Rates how well a sentence suits a summary, whatever it tells. */
function formFactor({ position, text, complete }: Passage, factors: FormFactors): number {
  return (
    (1 + FORM_WEIGHTS.lead * Math.exp(-FORM_WEIGHTS.decay * position)) *
    (/^["“„«‘'「]/u.test(text) ? factors.quotation : 1) *
    (complete ? 1 : FORM_WEIGHTS.incomplete)
  )
}
