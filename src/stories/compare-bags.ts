import type { Bag } from './bag.ts'
import type { Vocabulary } from './vocabulary.ts'

/** One bag held against many others, at the cost of one pass over each other bag. */
export interface BagComparison {
  /** Chooses the bag to compare; its articles are counted in the vocabulary. */
  take(bag: Bag): void
  /**
   * Average likeness of the articles of the taken bag and of another one, 0 to 1: the cosine of their emphasised words, each
   * weighed by how rare it is in all articles outside both. The name that fifty articles of one story repeat stays telling,
   * the one that other stories share too tells little. 0 when they share fewer than `leastShared` words.
   */
  likeness(other: Bag): number
}

export function compareBags(vocabulary: Vocabulary, leastShared: number): BagComparison {
  let emphasis = new Float64Array(1 << 12)
  let counts = new Float64Array(1 << 12)
  let taken: Bag = { words: [], sums: [], counts: [], articles: 0 }
  // The square of the taken bag's length is a polynomial of `outside`, the logarithm from which all rarities are counted down.
  let square0 = 0
  let square1 = 0
  let square2 = 0

  return {
    take(bag) {
      for (const word of taken.words) emphasis[word] = counts[word] = 0
      taken = bag
      const highest = bag.words.reduce((most, word) => Math.max(most, word), 0)
      if (highest >= emphasis.length) {
        const size = 2 ** Math.ceil(Math.log2(highest + 1))
        emphasis = new Float64Array(size)
        counts = new Float64Array(size)
      }
      square0 = square1 = square2 = 0
      for (let i = 0; i < bag.words.length; i++) {
        const word = bag.words[i] ?? 0
        const mean = (bag.sums[i] ?? 0) / bag.articles
        const count = bag.counts[i] ?? 0
        emphasis[word] = mean
        counts[word] = count
        const square = (mean * mean * bag.articles) / count
        const commonness = logarithm(vocabulary.articlesWith(word) - count)
        square0 += square
        square1 += square * commonness
        square2 += square * commonness * commonness
      }
    },
    likeness(other) {
      const outside = Math.log(vocabulary.articles - taken.articles - other.articles)
      let product = 0
      let shared = 0
      let otherSquare = 0
      let takenSquare = (square0 * outside - 2 * square1) * outside + square2
      for (let i = 0; i < other.words.length; i++) {
        const word = other.words[i] ?? 0
        const count = other.counts[i] ?? 0
        const sum = other.sums[i] ?? 0
        const mean = emphasis[word] ?? 0
        const own = counts[word] ?? 0
        const articles = vocabulary.articlesWith(word)
        const rarity = outside - logarithm(articles - count - own)
        otherSquare += ((sum * sum) / count) * rarity * rarity
        if (mean === 0) continue
        shared++
        product += mean * sum * rarity * rarity
        const unshared = outside - logarithm(articles - own)
        takenSquare += ((mean * mean * taken.articles) / own) * (rarity * rarity - unshared * unshared)
      }
      if (shared < leastShared || shared === 0) return 0
      return product / Math.sqrt(otherSquare * other.articles * takenSquare)
    },
  }
}

/** A word that no other article holds counts as in a fifth of one. */
const PRIOR_OCCURRENCES = 0.2

/** Most words stand in few articles: their logarithms are looked up. */
const logarithms = Float64Array.from({ length: 1 << 14 }, (_, articles) =>
  Math.log(articles + PRIOR_OCCURRENCES),
)

function logarithm(articles: number): number {
  return logarithms[articles] ?? Math.log(articles + PRIOR_OCCURRENCES)
}
