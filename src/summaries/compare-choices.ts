import type { Passage } from './read-passages.ts'
import type { Budget } from './summary.ts'

/** A sentence that may be chosen, with its value by itself. */
export interface Candidate {
  readonly passage: Passage
  /**
   * The neighbour before it without which it cannot be understood; undefined if that neighbour is not
   * available, null if the sentence stands alone.
   */
  readonly leansOn: Passage | undefined | null
  /** How well it suits a summary, whatever it tells. */
  readonly formFactor: number
  /** How many of a summary's words it is expected to contribute by itself. */
  readonly expectedWords: number
  /** Whether it may follow another sentence. */
  readonly follows: boolean
}

/** Two sentences say the same if they share more than this part of the shorter one's words. */
export const SAME_SHARE = 0.6

/** Number of sentences that are compared: 8, 16 or 24 change ROUGE-1 by less than 0.2. */
const MOST_COMPARED = 12

/**
 * Returns the combination of sentences within a budget that is expected to have most in common with a
 * person's summary of `length` words, in the article's order. The measure is the F1 of ROUGE-1: twice the
 * shared words, divided by the words of both. So no sentence is added that only fills up.
 */
export function compareChoices(
  candidates: readonly Candidate[],
  expected: ReadonlyMap<string, number>,
  length: number,
  budget: Budget,
): readonly Passage[] {
  const promising = mostPromising(candidates, length)
  const { contents, likely } = toNumbers(promising, expected)
  const sizeOf = (i: number): number => contents[i]?.length ?? 0
  const same = contents.map((own, i) => {
    const words = new Set(own)
    return contents.map((other, at) => at > i && sharedPart(words, other) > SAME_SHARE)
  })
  // The later of two sentences that say the same is skipped if the first one is at least half as long.
  const repeats = promising.map((_, i) =>
    promising.some(
      ({ leansOn, follows }, first) =>
        first < i &&
        leansOn === null &&
        follows &&
        same[first]?.[i] === true &&
        sizeOf(first) >= sizeOf(i) / 2,
    ),
  )
  const uses = new Uint8Array(likely.length)
  const chosen: number[] = []
  let best: readonly number[] = []
  let most = 0
  const extendFrom = (from: number, expectedSoFar: number, terms: number, words: number): void => {
    for (let i = from; i < promising.length; i++) {
      const one = promising[i]
      if (one === undefined || repeats[i] === true) continue
      const { passage, leansOn, follows } = one
      if (chosen.length > 0 && (!follows || words + passage.length > budget.words)) continue
      if (leansOn !== null && promising[chosen.at(-1) ?? -1]?.passage !== leansOn) continue
      if (chosen.some((other) => same[other]?.[i])) continue
      const content = contents[i] ?? []
      let repeated = 0
      for (const word of content) if (uses[word] !== 0) repeated += likely[word] ?? 0
      const expectedNow = expectedSoFar + one.expectedWords - one.formFactor * repeated
      const termsNow = terms + passage.words.length
      chosen.push(i)
      if (expectedNow / (termsNow + length) > most) {
        best = [...chosen]
        most = expectedNow / (termsNow + length)
      }
      if (chosen.length < budget.sentences) {
        for (const word of content) uses[word] = (uses[word] ?? 0) + 1
        extendFrom(i + 1, expectedNow, termsNow, words + passage.length)
        for (const word of content) uses[word] = (uses[word] ?? 0) - 1
      }
      chosen.pop()
    }
  }
  extendFrom(0, 0, 0, 0)
  return best.flatMap((i) => promising[i]?.passage ?? [])
}

/**
 * Returns the candidates that say most for their length, in the
 * article's order.
 */
function mostPromising(candidates: readonly Candidate[], length: number): readonly Candidate[] {
  const value = ({ expectedWords, passage }: Candidate): number =>
    expectedWords / (passage.words.length + length / 3)
  const sorted = candidates
    .filter(({ leansOn }) => leansOn !== undefined)
    .toSorted((one, other) => value(other) - value(one))
  const near = new Set(sorted.slice(0, MOST_COMPARED))
  return candidates.filter((one) => near.has(one))
}

/**
 * Replaces each candidate's content words by numbers and lists how likely each word is. Comparing hundreds of
 * combinations by strings would take as long as all the rest.
 */
function toNumbers(near: readonly Candidate[], expected: ReadonlyMap<string, number>) {
  const numbers = new Map<string, number>()
  const likely: number[] = []
  const contents = near.map(({ passage }) =>
    Array.from(passage.content, (word) =>
      numbers.getOrInsertComputed(word, () => likely.push(expected.get(word) ?? 0) - 1),
    ),
  )
  return { contents, likely }
}

/** Returns the share of the shorter one's words that the other has too, 0 to 1. */
function sharedPart(one: ReadonlySet<number>, other: readonly number[]): number {
  let shared = 0
  for (const word of other) if (one.has(word)) shared++
  return shared / Math.max(1, Math.min(one.size, other.length))
}
