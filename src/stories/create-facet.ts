import { type Candidates, createCandidateIndex } from './create-candidate-index.ts'
import type { Vector, VectorStore } from './create-vector-store.ts'
import { createTermStatistics } from './term-statistics.ts'

/** One way in which articles are alike (the words of their language, or English stems for them), with its own counts and its own index. */
export interface Facet {
  /** Counts one article by its words, see `strongest`. */
  enter(words: EmphasisedWords): Entry
  /** Takes an article back and frees its vector. */
  remove(vector: Vector): void
  /** From now on `near` finds the story by these words. */
  list(story: number, words: Iterable<number>): void
  /** From now on it does not. */
  unlist(story: number, words: Iterable<number>): void
  /** Stories that share distinctive words with an article; `freshness` as of `CandidateIndex`. */
  near(entry: Entry, freshness: (story: number) => number): Candidates
  /** Fresh ones that hold another language. */
  nearForeign(
    entry: Entry,
    freshness: (story: number) => number,
    isForeign: (story: number) => boolean,
  ): readonly number[]
}

/** Different words of an article, as hashes, and the emphasis of each, more than 0. */
export type EmphasisedWords = readonly [words: readonly number[], emphases: readonly number[]]

/** One article as this facet sees it. */
export interface Entry {
  /** Length 1: the logarithm of the emphasis of each word, times how rare it is among the articles in memory. */
  readonly vector: Vector
  /** The words it is best found by, heaviest first, with their weights. */
  readonly distinctive: readonly number[]
  readonly weights: readonly number[]
}

const KEPT_WORDS = 150
const DISTINCTIVE_WORDS = 24
/** A word that no other article holds counts as in a fifth of one. */
const PRIOR_OCCURRENCES = 0.2

export function createFacet(vectors: VectorStore): Facet {
  const statistics = createTermStatistics()
  const candidates = createCandidateIndex()

  return {
    enter([hashes, emphases]) {
      const words = statistics.add(hashes)
      const { articlesWith } = statistics
      const all = Math.log(statistics.articles)
      const distinctive: number[] = []
      const heaviest: number[] = []
      let square = 0
      const weights = words.map((word, i) => {
        const rarity = Math.max(LEAST_RARITY, all - logarithm((articlesWith[word] ?? 1) - 1))
        const weight = Math.log1p(emphases[i] ?? 0) * rarity
        square += weight * weight
        insertHeaviest(distinctive, heaviest, word, weight * weight)
        return weight
      })
      const length = Math.sqrt(square)
      for (let i = 0; i < weights.length; i++) weights[i] = (weights[i] ?? 0) / length
      return { vector: vectors.add(words, weights), distinctive, weights: heaviest }
    },
    remove(vector) {
      for (const word of statistics.remove(vectors.wordsOf(vector))) candidates.clear(word)
      vectors.free(vector)
    },
    list: (story, words) => candidates.add(story, words),
    unlist(story, words) {
      for (const word of words) candidates.drop(story, word)
    },
    near: ({ distinctive, weights }, freshness) => candidates.find(distinctive, weights, freshness),
    nearForeign: ({ distinctive, weights }, freshness, isForeign) =>
      candidates.findForeign(distinctive, weights, freshness, isForeign),
  }
}

/** Most words stand in few articles: their logarithms are looked up. */
const logarithms = Float64Array.from({ length: 1 << 12 }, (_, articles) =>
  Math.log(articles + PRIOR_OCCURRENCES),
)

const logarithm = (articles: number): number => logarithms[articles] ?? Math.log(articles + PRIOR_OCCURRENCES)

/** Of a word that all articles hold. */
const LEAST_RARITY = 0.01

/** The words of an article that are kept: those of most emphasis. Most articles have fewer. */
export function strongest(emphasisOf: ReadonlyMap<number, number>): EmphasisedWords {
  const words = [...emphasisOf.keys()]
  const emphases = [...emphasisOf.values()]
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
