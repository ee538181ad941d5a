import type { Budget } from './summary.ts'
import { type Headline, headlineShare, tellsHeadline } from './tells-headline.ts'
import type { Passage } from './read-passages.ts'

/**
 * What a sentence of a single article is worth. The beginning counts most; words that the article repeats, and those of its
 * title, pull a later sentence up. Fitted by hand climbing on half of CNN/DM, rounded, and flat around these values:
 * each may change by a third for less than 0.3 points of ROUGE-1 on the other half.
 */
const WEIGHT = {
  first: 1.2,
  second: 0.6,
  third: 0.3,
  inverse: 0.4,
  early: 0.8,
  coverage: 0.8,
  frequency: 0.6,
  title: 0.6,
  number: 0.1,
  length: -0.2,
  short: -1.2,
  long: -0.6,
  quotation: -0.6,
  partlyQuoted: -0.4,
  question: -0.7,
  dangling: -0.3,
  speech: -0.4,
  firstPerson: -0.4,
  incomplete: -3,
}
/** Points lost for saying all of a chosen sentence again. */
const REDUNDANCY = 0.75
/** Sentences that share more of the shorter one's words say the same. */
const SAME = 0.6

/** The best sentences of one article within a budget, in the article's order. `title`: the content words of its title. */
export function chooseFromOne(
  passages: readonly Passage[],
  title: ReadonlySet<string>,
  budget: Budget,
  above: Headline | null = null,
): readonly Passage[] {
  const worth = worthOfAll(passages, title)
  // A teaser may have nothing else; its title then says who "he" is.
  const stands = above !== null || passages.some((passage) => !passage.dangling)
  const opens = above === null ? null : openingsUnder(above, passages)
  const chosen = new Map<number, Passage>()
  let words = 0
  let opening = -1
  while (chosen.size < budget.sentences) {
    let best: readonly [number, Passage] | undefined
    let bestWorth = -Infinity
    for (const [i, passage] of passages.entries()) {
      if (chosen.has(i) || (chosen.size > 0 && words + passage.length > budget.words)) continue
      if (chosen.size > 0 && !passage.complete) continue
      if (opens !== null && (chosen.size === 0 ? !opens.includes(passage) : passage.torn || i < opening))
        continue
      if ((worth[i] ?? 0) <= bestWorth) continue
      if (passage.dangling && stands && !isBehind(passage, chosen.get(i - 1))) continue
      let repeated = 0
      for (const other of chosen.values())
        repeated = Math.max(repeated, overlap(passage.content, other.content))
      const value = (worth[i] ?? 0) - REDUNDANCY * repeated
      if (repeated <= SAME && value > bestWorth) [best, bestWorth] = [[i, passage], value]
    }
    if (best === undefined) break
    if (chosen.size === 0) opening = best[0]
    chosen.set(...best)
    words += best[1].length
  }
  return passages.filter((_, i) => chosen.has(i))
}

/**
 * The sentences that a report may be told from under its headline: those that have a word of it; where none has, the first one, if the report is no longer than a teaser.
 * Of 62 long reports of a stream that open in none of its words 36 lean on it, set a scene or begin with a caption; of 37 of another all but four were no news.
 */
function openingsUnder(above: Headline, passages: readonly Passage[]): readonly Passage[] {
  const telling = passages.filter((passage) => tellsHeadline(passage, above))
  const inItsWords = telling.filter((passage) => headlineShare(passage, above) > 0)
  return inItsWords.length > 0 || passages.length > MOST_OF_TEASER ? inItsWords : telling
}

/** Sentences. */
const MOST_OF_TEASER = 6

/** Does the sentence stand right behind a chosen one in the text? */
const isBehind = (passage: Passage, before: Passage | undefined): boolean =>
  before?.ordinal === passage.ordinal - 1

function worthOfAll(passages: readonly Passage[], title: ReadonlySet<string>): readonly number[] {
  const frequency = new Map<string, number>()
  let total = 0
  for (const { words, content } of passages) {
    for (const word of words) {
      if (!content.has(word)) continue
      total++
      frequency.set(word, (frequency.get(word) ?? 0) + 1)
    }
  }
  return passages.map(
    (passage, i) =>
      worthOf(passage, i) +
      centrality(passage.content, frequency, total) +
      WEIGHT.title * share(title, passage.content),
  )
}

const when = (is: boolean, weight: number): number => (is ? weight : 0)

function worthOf(passage: Passage, i: number): number {
  const { text, length } = passage
  return (
    when(i === 0, WEIGHT.first) +
    when(i === 1, WEIGHT.second) +
    when(i === 2, WEIGHT.third) +
    WEIGHT.inverse / (1 + i) +
    WEIGHT.early * Math.max(0, 1 - i / 10) +
    WEIGHT.length * Math.min(1, length / 30) +
    when(length < 9, WEIGHT.short) +
    when(length > 45, WEIGHT.long) +
    when(/\p{Nd}/u.test(text), WEIGHT.number) +
    when(/^["“„«‘'「]/u.test(text), WEIGHT.quotation) +
    when(/["“”«»„「」]/u.test(text), WEIGHT.partlyQuoted) +
    when(/[?؟？]["”»]?$/u.test(text), WEIGHT.question) +
    when(/\b(?:said|says|told|added)\b/u.test(text), WEIGHT.speech) +
    when(/\b(?:I|we|my|our|you)\b/u.test(text), WEIGHT.firstPerson) +
    when(passage.dangling, WEIGHT.dangling) +
    when(!passage.complete, WEIGHT.incomplete)
  )
}

/** How much of what the article keeps talking about is in the sentence. */
function centrality(
  content: ReadonlySet<string>,
  frequency: ReadonlyMap<string, number>,
  total: number,
): number {
  let repeated = 0
  let logs = 0
  for (const word of content) {
    const count = frequency.get(word) ?? 1
    if (count > 1) repeated += count
    logs += Math.log(count)
  }
  return (
    (WEIGHT.coverage * 5 * repeated) / Math.max(1, total) +
    (WEIGHT.frequency * logs) / Math.max(1, content.size)
  )
}

/** The part of `wanted` that is in `present`, 0..1. */
const share = (wanted: ReadonlySet<string>, present: ReadonlySet<string>): number =>
  wanted.size === 0 ? 0 : wanted.intersection(present).size / wanted.size

/** The part of the smaller set that is in the other, 0..1. */
export const overlap = (a: ReadonlySet<string>, b: ReadonlySet<string>): number =>
  a.size < b.size ? share(a, b) : share(b, a)
