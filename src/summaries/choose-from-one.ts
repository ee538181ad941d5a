import { type Candidate, compareChoices, SAME_SHARE } from './compare-choices.ts'
import { expectedLength, expectWords, expectedWordsOf } from './expect-words.ts'
import type { Passage } from './read-passages.ts'
import type { Budget } from './summary.ts'

/**
 * Factors for how well a sentence suits a summary. Half to twice `LEAD_WEIGHT` changes CNN by 0.2 points of
 * ROUGE-1; the BBC's one-sentence summaries would favour a smaller one, and it stays because an editor begins
 * with the lead. `QUOTATION_FACTOR` (a sentence that opens with a quotation) from 0.5 to 0.9 keeps all sets
 * within 0.1; above 0.7 voices replace news in the pages of this project. `INCOMPLETE_FACTOR` (cut off) is so
 * low that such a sentence is told only if there is nothing else.
 */
const LEAD_WEIGHT = 1
const LEAD_DECAY = 0.1
const QUOTATION_FACTOR = 0.7
const QUESTION_FACTOR = 0.6
const INCOMPLETE_FACTOR = 0.2
/** Share of a sentence's stop words that a short summary is expected to have as well. */
const STOP_WORD_SHARE = 0.1

/** Up to this number of sentences all combinations are compared. */
const MOST_COMPARED = 3

/**
 * Chooses the best sentences of one article within a budget, in the article's order. `title` has the content
 * words of its title.
 */
export function chooseFromOne(
  passages: readonly Passage[],
  title: ReadonlySet<string>,
  budget: Budget,
): readonly Passage[] {
  const length = expectedLength(budget)
  const expected = expectWords([{ passages, title, witness: 0 }], length)
  // If all sentences lean, as in some teasers, they count as standing alone: the title says who "he" is.
  const hasIndependent = passages.some((passage) => !passage.dangling)
  const candidates = passages.map((passage, i): Candidate => {
    const before = passages[i - 1]
    const formFactor = formFactorOf(passage)
    return {
      passage,
      leansOn: !passage.dangling || !hasIndependent ? null : isBehind(passage, before) ? before : undefined,
      formFactor,
      expectedWords: formFactor * expectedWordsOf(passage, expected, NOTHING, STOP_WORD_SHARE),
      follows: passage.complete,
    }
  })
  return budget.sentences <= MOST_COMPARED
    ? compareChoices(candidates, expected, length, budget)
    : takeBest(candidates, budget)
}

const NOTHING: ReadonlySet<string> = new Set()

/** Rates how well a sentence suits a summary, whatever it tells. */
const formFactorOf = ({ position, text, complete }: Passage): number =>
  (1 + LEAD_WEIGHT * Math.exp(-LEAD_DECAY * position)) *
  (/^["“„«‘'「]/u.test(text) ? QUOTATION_FACTOR : 1) *
  (/[?؟？]["”»]?$/u.test(text) ? QUESTION_FACTOR : 1) *
  (complete ? 1 : INCOMPLETE_FACTOR)

/**
 * Chooses for long summaries: one by one the sentence that says most for its length. Words already told count
 * again, because an article mentions its main points more than once.
 */
function takeBest(candidates: readonly Candidate[], budget: Budget): readonly Passage[] {
  const sorted = candidates.toSorted((one, other) => worthOf(other) - worthOf(one))
  const chosen = new Set<Passage>()
  let words = 0
  while (chosen.size < budget.sentences) {
    const next = sorted.find(
      ({ passage, leansOn, follows }) =>
        !chosen.has(passage) &&
        (chosen.size === 0 || (follows && words + passage.length <= budget.words)) &&
        (leansOn === null || (leansOn !== undefined && chosen.has(leansOn))) &&
        !chosen.values().some((other) => overlap(other.content, passage.content) > SAME_SHARE),
    )
    if (next === undefined) break
    chosen.add(next.passage)
    words += next.passage.length
  }
  return candidates.flatMap(({ passage }) => (chosen.has(passage) ? [passage] : []))
}

const worthOf = ({ expectedWords, passage }: Candidate): number => expectedWords / Math.sqrt(passage.length)

/** Whether the sentence directly follows another one in the text. */
const isBehind = (passage: Passage, before: Passage | undefined): boolean =>
  before?.ordinal === passage.ordinal - 1

/** Returns the share of `wanted` that is in `present`, 0 to 1. */
const share = (wanted: ReadonlySet<string>, present: ReadonlySet<string>): number =>
  wanted.size === 0 ? 0 : wanted.intersection(present).size / wanted.size

/** Returns the share of the smaller set that is in the other, 0 to 1. */
export const overlap = (a: ReadonlySet<string>, b: ReadonlySet<string>): number =>
  a.size < b.size ? share(a, b) : share(b, a)
