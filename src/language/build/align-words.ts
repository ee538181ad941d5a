/** A sentence or dictionary line in two languages, as numbers of its words, and its weight. */
export interface Pair {
  readonly english: Int32Array
  readonly other: Int32Array
  readonly weight: number
}

/**
 * A possible English translation of a word of the other language, with the probabilities in both directions.
 */
export interface Link {
  readonly english: number
  /** Probability of this English word given the other one, 0 to 1. */
  readonly toEnglish: number
  /** Probability of the other word given this English one, 0 to 1. */
  readonly fromEnglish: number
}

/**
 * Aligns words by IBM Model 1 (Brown and others, "The mathematics of statistical machine translation", 1993)
 * in both directions. There is no null word because stop words are left out before. Both directions start
 * with equal probabilities, so the same pairs in the same order give the same numbers.
 */
export function alignWords(pairs: readonly Pair[], words: Counts, rounds: number): readonly Link[][] {
  const links = linkWords(pairs)
  const toEnglish = train(pairs, links, words.other, rounds, 'other')
  const fromEnglish = train(pairs, links, words.english, rounds, 'english')
  const linksOf: Link[][] = Array.from({ length: words.other }, () => [])
  for (let link = 0; link < links.english.length; link++)
    linksOf[links.other[link] ?? 0]?.push({
      english: links.english[link] ?? 0,
      toEnglish: toEnglish[link] ?? 0,
      fromEnglish: fromEnglish[link] ?? 0,
    })
  return linksOf
}

/** Number of words of each language. */
interface Counts {
  readonly english: number
  readonly other: number
}

/**
 * Every two words that occur in one pair, listed once; and for each pair the numbers of these links, in rows
 * by its English words.
 */
interface Links {
  readonly english: readonly number[]
  readonly other: readonly number[]
  readonly ofPair: readonly Int32Array[]
}

function linkWords(pairs: readonly Pair[]): Links {
  const numbers = new Map<number, number>()
  const english: number[] = []
  const other: number[] = []
  const ofPair = pairs.map((pair) => {
    const own = new Int32Array(pair.english.length * pair.other.length)
    let at = 0
    for (const one of pair.english)
      for (const two of pair.other) {
        const key = one * MOST_WORDS + two
        let number = numbers.get(key)
        if (number === undefined) {
          number = english.length
          numbers.set(key, number)
          english.push(one)
          other.push(two)
        }
        own[at++] = number
      }
    return own
  })
  return { english, other, ofPair }
}

const MOST_WORDS = 2 ** 24

/** Returns the probability of each link's target given its word on the side `given`. */
function train(
  pairs: readonly Pair[],
  links: Links,
  givenWords: number,
  rounds: number,
  given: 'english' | 'other',
): Float64Array {
  const chances = new Float64Array(links.english.length).fill(1)
  const counts = new Float64Array(chances.length)
  const totals = new Float64Array(givenWords)
  for (let round = 0; round < rounds; round++) {
    counts.fill(0)
    for (const [at, pair] of pairs.entries()) {
      const own = links.ofPair[at] ?? new Int32Array()
      const width = pair.other.length
      const [targets, givens] =
        given === 'other' ? [pair.english.length, width] : [width, pair.english.length]
      const step = given === 'other' ? 1 : width
      const next = given === 'other' ? width : 1
      for (let target = 0; target < targets; target++) {
        let sum = 0
        for (let word = 0; word < givens; word++) sum += chances[own[target * next + word * step] ?? 0] ?? 0
        if (sum === 0) continue
        for (let word = 0; word < givens; word++) {
          const link = own[target * next + word * step] ?? 0
          counts[link] = (counts[link] ?? 0) + (pair.weight * (chances[link] ?? 0)) / sum
        }
      }
    }
    totals.fill(0)
    const words = links[given]
    for (let link = 0; link < counts.length; link++)
      totals[words[link] ?? 0] = (totals[words[link] ?? 0] ?? 0) + (counts[link] ?? 0)
    for (let link = 0; link < counts.length; link++) {
      const total = totals[words[link] ?? 0] ?? 0
      chances[link] = total === 0 ? 0 : (counts[link] ?? 0) / total
    }
  }
  return chances
}
