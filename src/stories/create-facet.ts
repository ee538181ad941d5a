import { bagOf, wordsOf } from './bag.ts'
import type { Bag } from './bag.ts'
import { compareBags } from './compare-bags.ts'
import type { BagComparison } from './compare-bags.ts'
import { createCandidateIndex } from './create-candidate-index.ts'
import { createVocabulary } from './vocabulary.ts'

/** One way in which articles are alike (their words, or what bridges languages), with its own counts and its own index. */
export interface Facet {
  /** Counts one article by the emphasis of its words. */
  enter(emphases: ReadonlyMap<string, number>): Entry
  /** Takes an article back. */
  remove(bag: Bag): void
  /** From now on `near` finds the story by these words. */
  list(story: number, words: Iterable<number>): void
  /** From now on it does not. */
  unlist(story: number, words: Iterable<number>): void
  /** Stories that share telling words with an article, likeliest first; some may have ended since. */
  near(entry: Entry): number[]
  readonly comparison: BagComparison
}

/** One article as this facet sees it. */
export interface Entry {
  readonly bag: Bag
  /** The words it is best found by, heaviest first, with their weights. */
  readonly telling: readonly number[]
  readonly weights: readonly number[]
}

const KEPT_WORDS = 150
const TELLING_WORDS = 24

export function createFacet(leastShared: number): Facet {
  const vocabulary = createVocabulary()
  const candidates = createCandidateIndex()

  return {
    enter(emphases) {
      const kept = [...emphases].sort((a, b) => b[1] - a[1]).slice(0, KEPT_WORDS)
      const words = vocabulary.add(kept.map(([word]) => word))
      const emphasised = kept.map(([, emphasis], i) => [words[i] ?? 0, Math.log1p(emphasis)] as const)
      const weighed = emphasised
        .map(([word, emphasis]) => ({
          word,
          weight: emphasis * Math.log(vocabulary.articles / (vocabulary.articlesWith[word] ?? 1)),
        }))
        .sort((a, b) => b.weight - a.weight)
        .slice(0, TELLING_WORDS)
      return {
        bag: bagOf(emphasised),
        telling: weighed.map(({ word }) => word),
        weights: weighed.map(({ weight }) => weight * weight),
      }
    },
    remove(bag) {
      for (const word of vocabulary.remove(wordsOf(bag))) candidates.clear(word)
    },
    list: (story, words) => candidates.add(story, words),
    unlist(story, words) {
      for (const word of words) candidates.drop(story, word)
    },
    near: ({ telling, weights }) => candidates.find(telling, weights),
    comparison: compareBags(vocabulary, leastShared),
  }
}
