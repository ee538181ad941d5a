import { type Bag, type BagStore, emptyBag, TO_WORDS } from './create-bag-store.ts'
import type { TermStatistics } from './term-statistics.ts'

/** One bag held against many others, at the cost of one pass over both. */
export interface BagComparison {
  /** Chooses the bag to compare; its articles are counted in the statistics. */
  take(bag: Bag): void
  /**
   * Average likeness of the articles of the taken bag and of another one, 0 to 1: the cosine of their emphasised words, each
   * weighed by how rare it is in all articles outside both. The name that fifty articles of one story repeat stays telling,
   * the one that other stories share too tells little. 0 when they share fewer than `leastShared` words, or when what they share
   * cannot make them as like as `least`.
   */
  likeness(other: Bag, least: number): number
}

export function compareBags(bags: BagStore, statistics: TermStatistics, leastShared: number): BagComparison {
  let taken = emptyBag
  /** Not before it is asked for: of two ways to be alike mostly one is. */
  let takenSquared: Squared | null = null

  /** Of the average article of a bag: the square of its length is a polynomial of the logarithm from which all rarities are counted down. */
  const square = (bag: Bag): Squared => {
    const { articlesWith } = statistics
    const { integers, fractions } = bags
    const articles = bags.articlesOf(bag)
    const size = bags.sizeOf(bag)
    const words = bag + TO_WORDS
    let none = 0
    let once = 0
    let twice = 0
    for (let i = words; i < words + size; i++) {
      const emphasis = fractions[i + size] ?? 0
      const count = articles === 1 ? 1 : (integers[i + size * 2] ?? 0)
      const part = (emphasis * emphasis) / count / articles
      const commonness = logarithm((articlesWith[integers[i] ?? 0] ?? 0) - count)
      none += part
      once += part * commonness
      twice += part * commonness * commonness
    }
    return { none, once, twice }
  }

  /** The same where all rarities are known; infinite when it is more than `most`, which mostly is clear after some words. */
  const squareAtRarity = (bag: Bag, outside: number, most: number): number => {
    const { articlesWith } = statistics
    const { integers, fractions } = bags
    const articles = bags.articlesOf(bag)
    const size = bags.sizeOf(bag)
    const words = bag + TO_WORDS
    let square = 0
    // Words met last have the highest numbers, and are rare.
    for (let i = words + size - 1; i >= words; i--) {
      const emphasis = fractions[i + size] ?? 0
      const count = articles === 1 ? 1 : (integers[i + size * 2] ?? 0)
      const rarity = outside - logarithm((articlesWith[integers[i] ?? 0] ?? 0) - count)
      square += ((emphasis * emphasis) / count / articles) * rarity * rarity
      if (square > most) return Infinity
    }
    return square
  }

  return {
    take(bag) {
      taken = bag
      takenSquared = null
    },
    likeness(other, least) {
      const { articlesWith } = statistics
      const { integers, fractions } = bags
      const articles = bags.articlesOf(other)
      const takenArticles = bags.articlesOf(taken)
      const outside = Math.log(statistics.articles - takenArticles - articles)
      const size = bags.sizeOf(other)
      const takenSize = bags.sizeOf(taken)
      const end = other + TO_WORDS + size
      const takenEnd = taken + TO_WORDS + takenSize
      let product = 0
      let shared = 0
      let sharedSquare = 0
      // A shared word is rarer outside both than outside one of them.
      let more = 0
      let takenMore = 0
      for (let i = other + TO_WORDS, j = taken + TO_WORDS; i < end && j < takenEnd;) {
        const word = integers[i] ?? 0
        const takenWord = integers[j] ?? 0
        if (word === takenWord) {
          const emphasis = fractions[i + size] ?? 0
          const count = articles === 1 ? 1 : (integers[i + size * 2] ?? 0)
          const takenEmphasis = fractions[j + takenSize] ?? 0
          const takenCount = takenArticles === 1 ? 1 : (integers[j + takenSize * 2] ?? 0)
          const all = articlesWith[word] ?? 0
          const rarity = outside - logarithm(all - count - takenCount)
          const outsideOther = outside - logarithm(all - count)
          const outsideTaken = outside - logarithm(all - takenCount)
          const part = (emphasis * emphasis) / count / articles
          shared++
          product += takenEmphasis * emphasis * rarity * rarity
          sharedSquare += part * rarity * rarity
          more += part * (rarity * rarity - outsideOther * outsideOther)
          takenMore +=
            ((takenEmphasis * takenEmphasis) / takenCount / takenArticles) *
            (rarity * rarity - outsideTaken * outsideTaken)
        }
        if (word <= takenWord) i++
        if (takenWord <= word) j++
      }
      if (shared < leastShared || shared === 0) return 0
      const cosine =
        product /
        takenArticles /
        articles /
        Math.sqrt(atRarity((takenSquared ??= square(taken)), outside) + takenMore)
      // The other bag is at least as long as what is shared of it; mostly that is enough to know.
      if (cosine < least * Math.sqrt(sharedSquare)) return 0
      return cosine / Math.sqrt(more + squareAtRarity(other, outside, (cosine / least) ** 2 - more))
    },
  }
}

interface Squared {
  readonly none: number
  readonly once: number
  readonly twice: number
}

function atRarity({ none, once, twice }: Squared, outside: number): number {
  return (none * outside - 2 * once) * outside + twice
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
