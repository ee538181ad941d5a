import { wordLists } from '../language/parts.ts'
import { readTerms } from '../language/terms.ts'

/**
 * Numbers the words of the articles in memory and counts the articles that contain each. Words come as 32-bit
 * hashes.
 */
export interface TermStatistics {
  /** Counts one more article and returns the number of each word, in order. */
  add(hashes: readonly number[]): number[]
  /**
   * Uncounts an article. Returns the numbers of words that no article contains any more; these numbers are
   * reused.
   */
  remove(numbers: Iterable<number>): number[]
  /** Undoes the last `add`, so that nothing tells it from never having been called. */
  undoAdd(): void
  /**
   * In how many articles each word occurs. It and `articles` include the articles assumed before the first
   * (`PRIOR_ARTICLES`). The array is replaced as it grows.
   */
  readonly articlesWith: Uint32Array
  readonly articles: number
}

/**
 * How many articles are assumed to have been read before the first, so that a cold start does not take every
 * word for a rare one.
 */
const PRIOR_ARTICLES = 3000

/**
 * Uses a hash table with chains in typed arrays: a large window holds a quarter of a million words, and
 * looking one up in a Map waits for memory four times, here twice.
 */
export function createTermStatistics(): TermStatistics {
  /**
   * The first number of the chain for the low bits of a hash. Its length is a power of two and the capacity
   * for words.
   */
  let firsts = new Int32Array(1 << 12).fill(NONE)
  /** For each number the hash of its word and the next number of its chain. */
  let links = new Int32Array(firsts.length * 2)
  let articlesWith = new Uint32Array(firsts.length)
  let numbered = 0
  const free: number[] = []
  let articles = PRIOR_ARTICLES
  /** The numbers that the last `add` returned, and those of them that it gave out. */
  let added: readonly number[] = []
  let given: number[] = []

  const chainOf = (hash: number): number => spread(hash) & (firsts.length - 1)

  const link = (number: number, hash: number): void => {
    const chain = chainOf(hash)
    links[number * 2] = hash
    links[number * 2 + 1] = firsts[chain] ?? NONE
    firsts[chain] = number
  }

  const unlink = (number: number): void => {
    const chain = chainOf(links[number * 2] ?? 0)
    const next = links[number * 2 + 1] ?? NONE
    let before = firsts[chain] ?? NONE
    if (before === number) {
      firsts[chain] = next
      return
    }
    while (links[before * 2 + 1] !== number) before = links[before * 2 + 1] ?? NONE
    links[before * 2 + 1] = next
  }

  /** Called when the numbers may run out. */
  const grow = (): void => {
    const before = links
    const counted = articlesWith
    firsts = new Int32Array(firsts.length * 2).fill(NONE)
    links = new Int32Array(firsts.length * 2)
    articlesWith = new Uint32Array(firsts.length)
    articlesWith.set(counted)
    for (let number = 0; number < numbered; number++)
      if ((counted[number] ?? 0) > 0) link(number, before[number * 2] ?? 0)
  }

  /** Returns the number of a word. `first` is the first number of its chain, which was read before. */
  const numberOf = (hash: number, first: number): number => {
    let number = first
    while (number !== NONE && links[number * 2] !== hash) number = links[number * 2 + 1] ?? NONE
    if (number !== NONE) return number
    const fresh = free.pop() ?? numbered++
    given.push(fresh)
    link(fresh, hash)
    articlesWith[fresh] = Math.round(commonness(hash) * PRIOR_ARTICLES)
    return fresh
  }

  return {
    add(hashes) {
      articles++
      while (numbered + hashes.length > firsts.length) grow()
      // Done in a pass of its own, so that the cache misses of all words overlap.
      const chains = hashes.map((hash) => firsts[chainOf(hash)] ?? NONE)
      given = []
      const numbers: number[] = []
      for (let i = 0; i < hashes.length; i++) {
        const number = numberOf(hashes[i] ?? 0, chains[i] ?? NONE)
        articlesWith[number] = (articlesWith[number] ?? 0) + 1
        numbers.push(number)
      }
      added = numbers
      return numbers
    },
    undoAdd() {
      articles--
      for (const number of added) articlesWith[number] = (articlesWith[number] ?? 0) - 1
      // In this order the same words would get the same numbers again: sums round by the order of numbers.
      for (const number of given.toReversed()) {
        unlink(number)
        articlesWith[number] = 0
        free.push(number)
      }
      added = []
      given = []
    },
    remove(numbers) {
      articles--
      const freed: number[] = []
      for (const number of numbers) {
        const left = (articlesWith[number] ?? 0) - 1
        articlesWith[number] = left
        if (left > 0) continue
        unlink(number)
        free.push(number)
        freed.push(number)
      }
      return freed
    },
    get articlesWith() {
      return articlesWith
    },
    get articles() {
      return articles
    },
  }
}

const NONE = -1

/** The low bits of FNV alone fill a table unevenly. */
function spread(hash: number): number {
  return hash ^ (hash >>> 15)
}

/**
 * Returns the share of news articles, 0 to 1, expected to contain a word (given by its hash, see `Terms`)
 * before any was read: two articles that both say "killed" or "president" are not alike for it. The estimates
 * have two steps, and real counts soon outweigh them. 0 for words that are not listed.
 */
export function commonness(hash: number): number {
  shares ??= readLists()
  return shares.get(hash) ?? 0
}

const EVERYWHERE = 0.06
const OFTEN = 0.02

let shares: Map<number, number> | null = null

function readLists(): Map<number, number> {
  const read = new Map<number, number>()
  for (const [list, share] of [
    ['often', OFTEN],
    ['everywhere', EVERYWHERE],
  ] as const)
    for (const language of wordLists.languages())
      for (const hash of readTerms((wordLists.of(language)?.[list] ?? []).join(' '), language).hashes)
        read.set(hash, share)
  return read
}
