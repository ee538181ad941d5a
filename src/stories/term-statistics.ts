import { wordLists } from '../language/parts.ts'
import { readTerms } from '../language/terms.ts'

/** Numbers the words of the articles in memory and counts the articles that hold each. Words come as hashes of 32 bits. */
export interface TermStatistics {
  /** Counts one article more; gives the number of each word, in order. */
  add(hashes: readonly number[]): number[]
  /** Takes an article back. A word that no article holds any more gives its number free; these numbers are given back. */
  remove(numbers: Iterable<number>): number[]
  /** In how many articles each word occurs, the expected ones of before the first included; `articles` counts them too. Replaced as it grows. */
  readonly articlesWith: Uint32Array
  readonly articles: number
}

/** As if so many articles had been read before the first: a cold start must not take every word for a rare one. */
const PRIOR_ARTICLES = 3000

/**
 * A hash table of chains in typed arrays: a large window holds a quarter of a million words, and looking one up in a Map of them waits for memory
 * four times, here twice.
 */
export function createTermStatistics(): TermStatistics {
  /** As long as there is room for words, a power of two: by the low bits of a hash, the first number of its chain. */
  let firsts = new Int32Array(1 << 12).fill(NONE)
  /** For each number the hash of its word and the next number of its chain. */
  let links = new Int32Array(firsts.length * 2)
  let articlesWith = new Uint32Array(firsts.length)
  let numbered = 0
  const free: number[] = []
  let articles = PRIOR_ARTICLES

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

  /** When the numbers may not last. */
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

  /** `first`: of the chain of this hash, lately. */
  const numberOf = (hash: number, first: number): number => {
    let number = first
    while (number !== NONE && links[number * 2] !== hash) number = links[number * 2 + 1] ?? NONE
    if (number !== NONE) return number
    const fresh = free.pop() ?? numbered++
    link(fresh, hash)
    articlesWith[fresh] = Math.round(commonness(hash) * PRIOR_ARTICLES)
    return fresh
  }

  return {
    add(hashes) {
      articles++
      while (numbered + hashes.length > firsts.length) grow()
      // Each look-up waits for memory; apart from the rest they all wait at once.
      const chains = hashes.map((hash) => firsts[chainOf(hash)] ?? NONE)
      const numbers: number[] = []
      for (let i = 0; i < hashes.length; i++) {
        const number = numberOf(hashes[i] ?? 0, chains[i] ?? NONE)
        articlesWith[number] = (articlesWith[number] ?? 0) + 1
        numbers.push(number)
      }
      return numbers
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

/** FNV's low bits alone fill a table unevenly. */
function spread(hash: number): number {
  return hash ^ (hash >>> 15)
}

/**
 * The share of news articles, 0 to 1, that may be expected to hold a word (told by its hash, see `Terms`) before any was read: that two articles both say
 * "killed" or "president" tells nothing. Estimates in two steps; what is read soon outweighs them. 0 for words not listed.
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
