import { bridgeKey } from '../language/bridge/bridge-key.ts'
import { overlap } from './choose-from-one.ts'
import { expectedLength, expectWords, type Report as WitnessReport, expectedWordsOf } from './expect-words.ts'
import type { Budget } from './summary.ts'
import { continuesHeadline, headlineShare, type Headline, tellsHeadline } from './tells-headline.ts'
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
 * that leans on its neighbour directly follows it. `headline` is the headline over the summary, if there is
 * one.
 */
export function chooseFromSeveral(
  reports: readonly Report[],
  budget: Budget,
  headline: Headline | null = null,
): readonly Passage[] {
  const expected = expectWords(reports, expectedLength(budget))
  const sentences: readonly Sentence[] = reports.flatMap(({ passages, witness }) =>
    passages.map((passage, i) => ({ passage, witness, before: passages[i - 1] })),
  )
  return inReadingOrder(
    pick(sentences, expected, titlesOver(reports, headline), budget, headline).map(({ passage }) => passage),
  )
}

/** Picks greedily the sentence that adds most for its length. */
function pick(
  sentences: readonly Sentence[],
  expected: ReadonlyMap<string, number>,
  titles: ReadonlyMap<string, number>,
  budget: Budget,
  headline: Headline | null,
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
      // Under a headline another outlet's sentence may precede it: "However, …" would then continue what
      // nobody said.
      const isDependent = passage.dangling || (headline !== null && passage.goesOn)
      if (isDependent && !(before && chosen.has(before) && before.ordinal === passage.ordinal - 1)) continue
      if (repeats(passage.content, used)) continue
      if (picked.length > 0 && !isWorthAPlace(passage, laterFactors)) continue
      if (headline !== null && (!fits(passage, picked, headline) || retells(sentence, picked, headline)))
        continue
      let gain =
        (expectedWordsOf(passage, expected, used, factors.stopWords) *
          formFactor(passage, factors) *
          (1 - factors.redundancy * overlapWith(sentence, picked))) /
        passage.length ** factors.length
      if (picked.length === 0) gain *= 1 + FORM_WEIGHTS.title * shareOf(titles, passage.content)
      if (headline !== null) gain *= placementFactor(sentence, picked, headline)
      if (gain > bestGain) [best, bestGain] = [sentence, gain]
    }
    if (best === undefined) break
    if (headline !== null && picked.length >= FREE_SENTENCES && !goesFurther(best, picked, headline)) break
    chosen.add(best.passage)
    picked.push(best)
    words += best.passage.length
    for (const word of best.passage.content) used.add(word)
  }
  return picked
}

/**
 * Whether a sentence fits under a headline: the first one must tell the headline, the others continue it and
 * the sentences before.
 */
const fits = (passage: Passage, picked: readonly Sentence[], headline: Headline): boolean =>
  picked.length === 0
    ? tellsHeadline(passage, headline)
    : continuesHeadline(
        passage,
        headline,
        picked.map((one) => one.passage),
      )

/**
 * Whether a sentence goes further in the same event, as each from the third on must: at least half of its
 * words are new, it shares at least two words with the headline, and it is not the opening of one more
 * outlet, which would tell everything again. Of 73 third sentences in a stream and a replay that a reader
 * judged, 20 were wrong; of the 19 that remain three are. Allowing two sentences at most would lose 16 more
 * good ones.
 */
function goesFurther(
  { passage, witness }: Sentence,
  picked: readonly Sentence[],
  headline: Headline,
): boolean {
  const { content, position } = passage
  return (
    content.intersection(headline.words).size >= LEAST_HEADLINE_WORDS &&
    content.difference(wordsUsedIn(picked)).size >= LEAST_NEW_SHARE * content.size &&
    (position > 0 || isUsedWitness(witness, picked))
  )
}

const FREE_SENTENCES = 2
const LEAST_NEW_SHARE = 0.5
const LEAST_HEADLINE_WORDS = 2

const wordsUsedIn = (picked: readonly Sentence[]): ReadonlySet<string> =>
  picked.reduce((all, { passage }) => all.union(passage.content), new Set<string>())

const isUsedWitness = (witness: number, picked: readonly Sentence[]): boolean =>
  picked.some((one) => one.witness === witness)

/**
 * A sentence of another report repeats the story if this share of its words was told. At 0.55 half of such
 * sentences stayed. Of thirteen stories that lose a sentence at this value nine are told better and two
 * worse; at 0.34 as many get worse as better.
 */
const RETOLD_SHARE = 0.42
/**
 * The same share, with the headline's words counted as told. Of 19 such sentences in English, a reader found
 * that 16 repeated the story; of eleven between 0.45 and this value, five did; of 16 in Polish, twelve.
 */
const RETOLD_SHARE_WITH_HEADLINE = 0.5

/** Whether a sentence of a report that was not used yet repeats in other words what was told. */
function retells({ passage }: Sentence, picked: readonly Sentence[], headline: Headline): boolean {
  if (picked.length === 0 || picked.some((one) => one.passage.article === passage.article)) return false
  const rootsOf = (words: ReadonlySet<string>): ReadonlySet<string> =>
    new Set([...words].map((word) => bridgeKey(word, headline.language)))
  const roots = rootsOf(passage.content)
  const added = roots.difference(rootsOf(wordsUsedIn(picked)))
  const news = added.difference(rootsOf(headline.words))
  return (
    added.size <= (1 - RETOLD_SHARE) * roots.size ||
    news.size <= (1 - RETOLD_SHARE_WITH_HEADLINE) * roots.size
  )
}

/**
 * Weights a sentence under a headline: the headlined report tells its own event best, and a second outlet
 * adds more than the same one.
 */
function placementFactor(
  { passage, witness }: Sentence,
  picked: readonly Sentence[],
  headline: Headline,
): number {
  if (picked.length > 0) return picked.some((one) => one.witness === witness) ? 1 : ANOTHER_OUTLET_FACTOR
  const share = headlineShare(passage, headline)
  return (passage.article === headline.article ? HEADLINED_REPORT_FACTOR : 1) * (1 + HEADLINE_FACTOR * share)
}

const HEADLINED_REPORT_FACTOR = 1.3
const ANOTHER_OUTLET_FACTOR = 1.2
/**
 * Chosen by reading: the first sentence should say what the headline says before what all outlets agree on.
 */
const HEADLINE_FACTOR = 4

/**
 * Whether a sentence may be more than an opening. Two sentences are better than a third that is cut off or
 * only fills up ("The losses also mounted.").
 */
const isWorthAPlace = ({ complete, length }: Passage, { shortest }: FormFactors): boolean =>
  complete && length >= shortest

const titlesOver = (reports: readonly Report[], headline: Headline | null): ReadonlyMap<string, number> =>
  headline === null ? wordsOfTitles(reports) : new Map([...headline.words].map((word) => [word, 1]))

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

/**
 * Orders sentences: the opening first, then by position in their articles; each sentence that leans on its
 * neighbour directly follows it.
 */
function inReadingOrder(chosen: readonly Passage[]): readonly Passage[] {
  const place = (passage: Passage): number => (passage === chosen[0] ? -1 : passage.position)
  return chosen
    .filter(
      (passage) => !passage.dangling && !(passage.goesOn && chosen.some((one) => precedes(one, passage))),
    )
    .toSorted((a, b) => place(a) - place(b))
    .flatMap((passage) => [passage, ...followersOf(passage, chosen)])
}

/** Whether a sentence stands directly before another one in its article. */
const precedes = (one: Passage, other: Passage): boolean =>
  one.article === other.article && one.ordinal + 1 === other.ordinal

function followersOf(passage: Passage, chosen: readonly Passage[]): readonly Passage[] {
  const next = chosen.find((one) => (one.dangling || one.goesOn) && precedes(passage, one))
  return next === undefined ? [] : [next, ...followersOf(next, chosen)]
}

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
