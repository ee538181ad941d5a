import { emptyBag } from './bag.ts'
import type { Bag } from './bag.ts'
import type { Vocabulary } from './vocabulary.ts'

/** One bag held against many others, at the cost of one pass over both. */
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
  let taken = emptyBag
  // The square of the taken bag's length is a polynomial of `outside`, the logarithm from which all rarities are counted down.
  let square0 = 0
  let square1 = 0
  let square2 = 0

  return {
    take(bag) {
      taken = bag
      square0 = square1 = square2 = 0
      const { articlesWith } = vocabulary
      for (let i = 0; i < bag.words.length; i++) {
        const word = bag.words[i] ?? 0
        const sum = bag.sums[i] ?? 0
        const count = bag.counts[i] ?? 0
        const square = (sum * sum) / count / bag.articles
        const commonness = logarithm((articlesWith[word] ?? 0) - count)
        square0 += square
        square1 += square * commonness
        square2 += square * commonness * commonness
      }
    },
    likeness(other) {
      const outside = Math.log(vocabulary.articles - taken.articles - other.articles)
      const { articlesWith } = vocabulary
      const { words, sums, counts } = other
      const { words: takenWords, sums: takenSums, counts: takenCounts } = taken
      let product = 0
      let shared = 0
      let otherSquare = 0
      let takenSquare = (square0 * outside - 2 * square1) * outside + square2
      for (let i = 0, j = 0; i < words.length; i++) {
        const word = words[i] ?? 0
        const count = counts[i] ?? 0
        const sum = sums[i] ?? 0
        const elsewhere = (articlesWith[word] ?? 0) - count
        while (j < takenWords.length && (takenWords[j] ?? 0) < word) j++
        if (takenWords[j] !== word) {
          const rarity = outside - logarithm(elsewhere)
          otherSquare += ((sum * sum) / count) * rarity * rarity
          continue
        }
        const takenSum = takenSums[j] ?? 0
        const takenCount = takenCounts[j] ?? 0
        const rarity = outside - logarithm(elsewhere - takenCount)
        const unshared = outside - logarithm(elsewhere + count - takenCount)
        shared++
        product += takenSum * sum * rarity * rarity
        otherSquare += ((sum * sum) / count) * rarity * rarity
        takenSquare +=
          ((takenSum * takenSum) / takenCount / taken.articles) * (rarity * rarity - unshared * unshared)
      }
      if (shared < leastShared || shared === 0) return 0
      return product / taken.articles / Math.sqrt(otherSquare * other.articles * takenSquare)
    },
  }
}

/** A word that no other article holds counts as in a fifth of one. */
const PRIOR_OCCURRENCES = 0.2

/** Most words stand in few articles: their logarithms are looked up. */
const logarithms = Float64Array.from({ length: 1 << 12 }, (_, articles) =>
  Math.log(articles + PRIOR_OCCURRENCES),
)

function logarithm(articles: number): number {
  return logarithms[articles] ?? Math.log(articles + PRIOR_OCCURRENCES)
}
