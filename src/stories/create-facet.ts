import { type BagComparison, compareBags } from './compare-bags.ts'
import type { Bag, BagStore } from './create-bag-store.ts'
import { createCandidateIndex } from './create-candidate-index.ts'
import { createTermStatistics } from './term-statistics.ts'

/** One way in which articles are alike (their words, or what bridges languages), with its own counts and its own index. */
export interface Facet {
  /** Counts one article by the emphasis of its words, which come as hashes. */
  enter(emphases: ReadonlyMap<number, number>, fullness: number): Entry
  /** Takes an article back and frees its bag. */
  remove(bag: Bag): void
  /** From now on `near` finds the story by these words. */
  list(story: number, words: Iterable<number>): void
  /** From now on it does not. */
  unlist(story: number, words: Iterable<number>): void
  /** Stories that share distinctive words with an article, likeliest first; `freshness` as of `CandidateIndex`. */
  near(entry: Entry, freshness: (story: number) => number): number[]
  readonly comparison: BagComparison
}

/** One article as this facet sees it. */
export interface Entry {
  readonly bag: Bag
  /** The words it is best found by, heaviest first, with their weights. */
  readonly distinctive: readonly number[]
  readonly weights: readonly number[]
}

const KEPT_WORDS = 150
const DISTINCTIVE_WORDS = 24

export function createFacet(bags: BagStore, leastShared: number): Facet {
  const statistics = createTermStatistics()
  const candidates = createCandidateIndex()

  return {
    enter(emphases, fullness) {
      const [hashes, kept] = strongest([...emphases.keys()], [...emphases.values()])
      const words = statistics.add(hashes)
      const logarithms = kept.map(Math.log1p)
      const { articlesWith, articles } = statistics
      const distinctive: number[] = []
      const weights: number[] = []
      for (let i = 0; i < words.length; i++) {
        const word = words[i] ?? 0
        const weight = (logarithms[i] ?? 0) * Math.log(articles / (articlesWith[word] ?? 1))
        insertHeaviest(distinctive, weights, word, weight * weight)
      }
      return { bag: bags.add(words, logarithms, fullness), distinctive, weights }
    },
    remove(bag) {
      for (const word of statistics.remove(bags.wordsOf(bag))) candidates.clear(word)
      bags.free(bag)
    },
    list: (story, words) => candidates.add(story, words),
    unlist(story, words) {
      for (const word of words) candidates.drop(story, word)
    },
    near: ({ distinctive, weights }, freshness) => candidates.find(distinctive, weights, freshness),
    comparison: compareBags(bags, statistics, leastShared),
  }
}

/** Most articles have fewer words than are kept. */
function strongest(words: number[], emphases: number[]): [words: number[], emphases: number[]] {
  if (words.length <= KEPT_WORDS) return [words, emphases]
  const least = Float64Array.from(emphases).sort().at(-KEPT_WORDS) ?? 0
  let equal = KEPT_WORDS - emphases.filter((emphasis) => emphasis > least).length
  const isKept = emphases.map((emphasis) => emphasis > least || (emphasis === least && equal-- > 0))
  return [words.filter((_, i) => isKept[i]), emphases.filter((_, i) => isKept[i])]
}

/** Into two short rows, heaviest first: cheaper than to sort all for the few that are kept. */
function insertHeaviest(words: number[], weights: number[], word: number, weight: number): void {
  if (words.length === DISTINCTIVE_WORDS) {
    if (weight <= (weights[DISTINCTIVE_WORDS - 1] ?? 0)) return
    words.pop()
    weights.pop()
  }
  let place = words.length
  for (; place > 0 && (weights[place - 1] ?? 0) < weight; place--) {
    words[place] = words[place - 1] ?? 0
    weights[place] = weights[place - 1] ?? 0
  }
  words[place] = word
  weights[place] = weight
}
