import { bridgeKey } from '../language/bridge/bridge-key.ts'
import { overlap } from './choose-from-one.ts'
import { expectedLength, expectWords, type Report as Heard, saysOf } from './expect-words.ts'
import type { Budget } from './summary.ts'
import { goesWithHeadline, headlineShare, type Headline, tellsHeadline } from './tells-headline.ts'
import type { Passage } from './read-passages.ts'

/** An article's sentences, and whose report it is. */
export interface Report extends Heard {
  readonly passages: readonly Passage[]
}

/** How a sentence stands in a summary; each may be half as much or twice for less than 0.3 points of ROUGE-1 on Multi-News. */
const FIT = {
  decay: 0.1,
  lead: 0.5,
  incomplete: 0.2,
  title: 4,
}

/** How much a sentence is wanted for its form. */
interface Taste {
  /** The power by which its gain is divided by its words: high where words are counted. */
  readonly length: number
  /** Factor for one that opens with somebody's words. */
  readonly quotation: number
  /** Words. Where sentences are counted each must say something. */
  readonly shortest: number
  /** Part of the words without a meaning of their own that the summary has, too: more in a long one. */
  readonly small: number
  /** Part of its gain that a sentence loses that says all of a chosen one again in other words. */
  readonly redundancy: number
}

/** The first sentence tells the event, in as many words as that takes. */
const OPENING: Taste = { length: 0.4, quotation: 0.5, shortest: 6, small: 0.1, redundancy: 0.5 }
/** Who wrote the long summaries of Multi-News let people speak, and a long summary has told most of what leads have in common, however it is told. */
const COUNTED_WORDS: Taste = { length: 1, quotation: 1.3, shortest: 0, small: 0.3, redundancy: 0 }
/** Where sentences are counted a short one costs as much as a long one, few are left for voices and none for what is told: of 29 stories that a `redundancy` of 0.5 told otherwise 15 are told better, six worse. */
const COUNTED_SENTENCES: Taste = { length: 0.3, quotation: 0.9, shortest: 6, small: 0.1, redundancy: 1 }

/**
 * The sentences that together say most of the words that a person's summary of these reports is expected to have, each counted once, so that repetition earns
 * nothing (Gillick and Favre, "A scalable global model for summarization", 2009). The weightiest first; a sentence that leans on its neighbour right behind it.
 */
export function chooseFromSeveral(
  reports: readonly Report[],
  budget: Budget,
  above: Headline | null = null,
): readonly Passage[] {
  const expected = expectWords(reports, expectedLength(budget))
  const sentences: readonly Sentence[] = reports.flatMap(({ passages, witness }) =>
    passages.map((passage, i) => ({ passage, witness, before: passages[i - 1] })),
  )
  return inReadingOrder(
    pick(sentences, expected, titlesOver(reports, above), budget, above).map(({ passage }) => passage),
  )
}

/** Again and again the sentence that adds most for its length. */
function pick(
  sentences: readonly Sentence[],
  expected: ReadonlyMap<string, number>,
  titles: ReadonlyMap<string, number>,
  budget: Budget,
  above: Headline | null,
): readonly Sentence[] {
  const told = new Set<string>()
  const chosen = new Set<Passage>()
  const picked: Sentence[] = []
  let words = 0
  const usual = budget.sentences < Infinity ? COUNTED_SENTENCES : COUNTED_WORDS
  while (picked.length < budget.sentences) {
    const taste = picked.length === 0 ? OPENING : usual
    let best: Sentence | undefined
    let bestGain = 0
    for (const sentence of sentences) {
      const { passage, before } = sentence
      if (chosen.has(passage) || (picked.length > 0 && words + passage.length > budget.words)) continue
      // Under a headline another outlet's sentence stands before it: "However, …" then goes on from what nobody said.
      const leans = passage.dangling || (above !== null && passage.goesOn)
      if (leans && !(before && chosen.has(before) && before.ordinal === passage.ordinal - 1)) continue
      if (repeats(passage.content, told)) continue
      if (picked.length > 0 && !isWorthAPlace(passage, usual)) continue
      if (above !== null && (!fits(passage, picked, above) || saysAgain(sentence, picked, above))) continue
      let gain =
        (saysOf(passage, expected, told, taste.small) *
          appeal(passage, taste) *
          (1 - taste.redundancy * overlapWith(sentence, picked))) /
        passage.length ** taste.length
      if (picked.length === 0) gain *= 1 + FIT.title * shareOf(titles, passage.content)
      if (above !== null) gain *= placeUnder(sentence, picked, above)
      if (gain > bestGain) [best, bestGain] = [sentence, gain]
    }
    if (best === undefined) break
    if (above !== null && picked.length >= TOLD_FREELY && !goesFurther(best, picked, above)) break
    chosen.add(best.passage)
    picked.push(best)
    words += best.passage.length
    for (const word of best.passage.content) told.add(word)
  }
  return picked
}

/** Under a headline the first sentence tells it, and the others go on from both. */
const fits = (passage: Passage, picked: readonly Sentence[], above: Headline): boolean =>
  picked.length === 0
    ? tellsHeadline(passage, above)
    : goesWithHeadline(
        passage,
        above,
        picked.map((one) => one.passage),
      )

/**
 * From the third sentence on each goes further in the same event, or nothing more is told: it says half of its words for the first time, has two of the headline's, and is not
 * how one more outlet opens, which tells all again. Of 73 third sentences of a stream and a replay that a reader read 20 were wrong; of the 19 that stay three are. Two
 * sentences at most would lose 16 good ones more.
 */
function goesFurther({ passage, witness }: Sentence, picked: readonly Sentence[], above: Headline): boolean {
  const { content, position } = passage
  return (
    content.intersection(above.words).size >= WORDS_OF_HEADLINE &&
    content.difference(toldIn(picked)).size >= NEW_PART * content.size &&
    (position > 0 || isHeard(witness, picked))
  )
}

const TOLD_FREELY = 2
const NEW_PART = 0.5
const WORDS_OF_HEADLINE = 2

const toldIn = (picked: readonly Sentence[]): ReadonlySet<string> =>
  picked.reduce((all, { passage }) => all.union(passage.content), new Set<string>())

const isHeard = (witness: number, picked: readonly Sentence[]): boolean =>
  picked.some((one) => one.witness === witness)

/** Another outlet's sentence of which so many words are told says the story again. At 0.55 half of what did stayed; of thirteen stories that lose a sentence by this nine are told better, two worse, and by 0.34 as many worse as better. */
const SAID_AGAIN = 0.42
/** With the headline's: of 19 in English a reader found that 16 said the story again, of eleven between 0.45 and this five; of 16 in Polish twelve. */
const SAID_WITH_HEADLINE = 0.5

/** Does the sentence of an outlet that was not heard yet say in other words what headline and sentences tell, without a number of its own? */
function saysAgain({ passage, witness }: Sentence, picked: readonly Sentence[], above: Headline): boolean {
  if (picked.length === 0 || isHeard(witness, picked)) return false
  const rootsOf = (words: ReadonlySet<string>): ReadonlySet<string> =>
    new Set([...words].map((word) => bridgeKey(word, above.language)))
  const says = rootsOf(passage.content)
  const added = says.difference(rootsOf(toldIn(picked)))
  const news = added.difference(rootsOf(above.words))
  if (news.values().some((word) => /\p{Nd}/u.test(word))) return false
  return added.size <= (1 - SAID_AGAIN) * says.size || news.size <= (1 - SAID_WITH_HEADLINE) * says.size
}

/** The report that is headlined tells its own event best; a second outlet adds more than the same one. */
function placeUnder({ passage, witness }: Sentence, picked: readonly Sentence[], above: Headline): number {
  if (picked.length > 0) return picked.some((one) => one.witness === witness) ? 1 : ANOTHER_OUTLET
  const told = headlineShare(passage, above)
  return (passage.article === above.article ? OWN_OPENING : 1) * (1 + HEADLINE * told)
}

const OWN_OPENING = 1.3
const ANOTHER_OUTLET = 1.2
/** Chosen by reading: the first sentence says what the headline says, before it says what all outlets agree on. */
const HEADLINE = 4

/** Better two sentences than a third that is cut off, or that only fills up ("The losses also mounted."). */
const isWorthAPlace = ({ complete, length }: Passage, { shortest }: Taste): boolean =>
  complete && length >= shortest

const titlesOver = (reports: readonly Report[], above: Headline | null): ReadonlyMap<string, number> =>
  above === null ? wordsOfTitles(reports) : new Map([...above.words].map((word) => [word, 1]))

/** How many independent reports have each word in their headline. */
function wordsOfTitles(reports: readonly Report[]): ReadonlyMap<string, number> {
  const byWitness = Map.groupBy(reports, ({ witness }) => witness)
  const titles = new Map<string, number>()
  for (const same of byWitness.values())
    for (const word of new Set(same.flatMap(({ title }) => [...title])))
      titles.set(word, (titles.get(word) ?? 0) + 1)
  return titles
}

/** The part of the headlines' words, by how many have them, that a sentence holds, 0..1. */
function shareOf(titles: ReadonlyMap<string, number>, content: ReadonlySet<string>): number {
  let all = 0
  let held = 0
  for (const [word, count] of titles) {
    all += count
    if (content.has(word)) held += count
  }
  return all > 0 ? held / all : 0
}

/** A sentence of which four fifths are told says nothing. */
const REPEATED = 0.8

const repeats = (content: ReadonlySet<string>, told: ReadonlySet<string>): boolean =>
  content.intersection(told).size > REPEATED * content.size

/** The opening, then what stands early in its article, and each sentence that leans on the one before it behind that one. */
function inReadingOrder(chosen: readonly Passage[]): readonly Passage[] {
  const place = (passage: Passage): number => (passage === chosen[0] ? -1 : passage.position)
  return chosen
    .filter((passage) => !passage.dangling && !(passage.goesOn && chosen.some((one) => stands(one, passage))))
    .toSorted((a, b) => place(a) - place(b))
    .flatMap((passage) => [passage, ...followersOf(passage, chosen)])
}

/** Right before the other one. */
const stands = (one: Passage, other: Passage): boolean =>
  one.article === other.article && one.ordinal + 1 === other.ordinal

function followersOf(passage: Passage, chosen: readonly Passage[]): readonly Passage[] {
  const next = chosen.find((one) => (one.dangling || one.goesOn) && stands(passage, one))
  return next === undefined ? [] : [next, ...followersOf(next, chosen)]
}

interface Sentence {
  readonly passage: Passage
  readonly witness: number
  /** The passage before it in its report. */
  readonly before: Passage | undefined
}

/** The part of the shorter sentence's content words that one chosen sentence has too: two outlets' leads say the same in other words. */
const overlapWith = ({ passage }: Sentence, chosen: readonly Sentence[]): number =>
  chosen.reduce((most, other) => Math.max(most, overlap(passage.content, other.passage.content)), 0)

/** How well a sentence stands in a summary, whatever it tells. */
function appeal({ position, text, complete }: Passage, taste: Taste): number {
  return (
    (1 + FIT.lead * Math.exp(-FIT.decay * position)) *
    (/^["“„«‘'「]/u.test(text) ? taste.quotation : 1) *
    (complete ? 1 : FIT.incomplete)
  )
}
