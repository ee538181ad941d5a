import type { Bag } from './bag.ts'
import type { Vocabulary } from './vocabulary.ts'

/** One bag held against many others, at the cost of one pass over each other bag. */
export interface BagComparison {
  /** Chooses the bag to compare. `counted`: whether the vocabulary counts its articles already. */
  take(bag: Bag, counted: boolean): void
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
  let counted = false

  const rarity = (word: number, inside: number, outside: number): number =>
    Math.max(LEAST_RARITY, outside - logarithm(vocabulary.articlesWith(word) - inside))

  return {
    take(bag, isCounted) {
      for (const word of taken.words) emphasis[word] = counts[word] = 0
      taken = bag
      counted = isCounted
      const highest = bag.words.reduce((most, word) => Math.max(most, word), 0)
      if (highest >= emphasis.length) {
        const size = 2 ** Math.ceil(Math.log2(highest + 1))
        emphasis = new Float64Array(size)
        counts = new Float64Array(size)
      }
      bag.words.forEach((word, i) => {
        emphasis[word] = (bag.sums[i] ?? 0) / bag.articles
        counts[word] = isCounted ? (bag.counts[i] ?? 0) : 0
      })
    },
    likeness(other) {
      const own = counted ? taken.articles : 0
      const outside = Math.log(vocabulary.articles - own - other.articles)
      let shared = 0
      let sharedWords = 0
      let otherSquare = 0
      let takenSquare = 0
      for (let i = 0; i < other.words.length; i++) {
        const word = other.words[i] ?? 0
        const count = other.counts[i] ?? 0
        const sum = other.sums[i] ?? 0
        const mine = emphasis[word] ?? 0
        const weight = rarity(word, count + (counts[word] ?? 0), outside)
        const square = weight * weight
        otherSquare += ((sum * sum) / (count * other.articles)) * square
        if (mine === 0) continue
        sharedWords++
        shared += mine * (sum / other.articles) * square
        const without = rarity(word, counts[word] ?? 0, outside)
        takenSquare += meanSquare(mine, counts[word] ?? 0, own) * (square - without * without)
      }
      for (let i = 0; i < taken.words.length; i++) {
        const word = taken.words[i] ?? 0
        const inside = counts[word] ?? 0
        const weight = rarity(word, inside, outside)
        takenSquare += meanSquare(emphasis[word] ?? 0, inside, own) * weight * weight
      }
      return sharedWords < leastShared ? 0 : shared / Math.sqrt(otherSquare * takenSquare)
    },
  }
}

/** Mean over the articles of the square of a word's emphasis, when `mean` is its mean over them and `count` of them hold it. */
function meanSquare(mean: number, count: number, articles: number): number {
  return count === 0 ? mean * mean : (mean * mean * articles) / count
}

const LEAST_RARITY = 0.1
const PRIOR_OCCURRENCES = 0.2

const logarithms: number[] = []

function logarithm(articles: number): number {
  return (logarithms[articles] ??= Math.log(articles + PRIOR_OCCURRENCES))
}
