import { type Candidates, createCandidateIndex } from './create-candidate-index.ts'
import type { Vector, VectorStore } from './create-vector-store.ts'
import { createTermStatistics } from './term-statistics.ts'

/**
 * One way to compare articles (by the words of their language, or by English stems), with its own word counts
 * and its own index.
 */
export interface Facet {
  /** Counts an article by its words (see `strongest`). */
  enter(words: EmphasisedWords): Entry
  /** Uncounts an article and frees its vector. */
  remove(vector: Vector): void
  /** Undoes the last `enter`, whose vector this is, so that nothing tells it from never having been called. */
  undoEnter(vector: Vector): void
  /** Makes `near` find the story by these words. */
  list(story: number, words: Iterable<number>): void
  /** Undoes `list`. */
  unlist(story: number, words: Iterable<number>): void
  /** Finds stories that share distinctive words with an article. For `freshness` see `CandidateIndex`. */
  near(entry: Entry, freshness: (story: number) => number): Candidates
  /** Finds the fresh stories that contain another language. */
  nearForeign(
    entry: Entry,
    freshness: (story: number) => number,
    isForeign: (story: number) => boolean,
  ): readonly number[]
}

/** The different words of an article, as hashes, and the emphasis of each, above 0. */
export type EmphasisedWords = readonly [words: readonly number[], emphases: readonly number[]]

/** An article in this facet. */
export interface Entry {
  /**
   * Vector of length 1. The weight of a word is the logarithm of its emphasis times its rarity among the
   * articles in memory.
   */
  readonly vector: Vector
  /** The words that find the article best, heaviest first, with their weights. */
  readonly distinctive: readonly number[]
  readonly weights: readonly number[]
}

const KEPT_WORDS = 150
const DISTINCTIVE_WORDS = 24
/** A word that no other article contains counts as if a fifth of an article contained it. */
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
    undoEnter(vector) {
      statistics.undoAdd()
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

/** Precomputed logarithms: most words occur in few articles. */
const logarithms = Float64Array.from({ length: 1 << 12 }, (_, articles) =>
  Math.log(articles + PRIOR_OCCURRENCES),
)

const logarithm = (articles: number): number => logarithms[articles] ?? Math.log(articles + PRIOR_OCCURRENCES)

/** Rarity of a word that all articles contain. */
const LEAST_RARITY = 0.01

/** Returns the words of an article with the most emphasis, at most `KEPT_WORDS`. Most articles have fewer. */
export function strongest(emphasisOf: ReadonlyMap<number, number>): EmphasisedWords {
  const words = [...emphasisOf.keys()]
  const emphases = [...emphasisOf.values()]
  if (words.length <= KEPT_WORDS) return [words, emphases]
  const least = Float64Array.from(emphases).sort().at(-KEPT_WORDS) ?? 0
  let equal = KEPT_WORDS - emphases.filter((emphasis) => emphasis > least).length
  const isKept = emphases.map((emphasis) => emphasis > least || (emphasis === least && equal-- > 0))
  return [words.filter((_, i) => isKept[i]), emphases.filter((_, i) => isKept[i])]
}

/**
 * Inserts into two short sorted lists, heaviest first. This is cheaper than sorting all words for the few
 * that are kept.
 */
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
