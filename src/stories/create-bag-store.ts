/** Where a bag lies in its store. */
export type Bag = number

/**
 * Keeps bags: the words of one article or of a whole story, summed over its articles. A window holds hundreds of thousands of them, and a comparison waits
 * for memory more than it reckons: so they lie in one row of numbers, found with one look, and the collector of garbage passes them by. What is not freed
 * is lost.
 *
 * From where it lies a bag is the number of its words; the number of its articles; how much of a text there is to compare in the average one, 0 (a
 * headline) to 1; all words, ascending and each once; for each of them its emphasis, summed; and of more than one article, how many of them hold it. Word
 * by word, because a comparison looks at most words and at nothing else of them.
 */
export interface BagStore {
  /** A bag of one article: different words, whole numbers below 2^32, and the emphasis of each. */
  add(words: readonly number[], emphases: ArrayLike<number>, fullness: number): Bag
  /** A bag of the articles of both; nothing is freed. Of the empty bag and another one, that one. */
  sum(one: Bag, other: Bag): Bag
  /** Gives its room to others. The bag must not be used any more. */
  free(bag: Bag): void
  sizeOf(bag: Bag): number
  articlesOf(bag: Bag): number
  fullnessOf(bag: Bag): number
  wordsOf(bag: Bag): number[]
  /** The whole row: sizes, words and counts by the first, fullness and emphases by the second. Replaced as it grows. */
  readonly integers: Uint32Array
  readonly fractions: Float32Array
  /** How many numbers are taken. */
  readonly taken: number
}

/** Of no article, in every store. */
export const emptyBag: Bag = 0

/** From where a bag lies to its first word. */
export const TO_WORDS = 3

/** Words that one article in twenty does not repeat say nothing about a large story; the bag of a running story must not grow for ever. */
const LARGEST_BAG = 300
const LARGE_STORY = 20

/** Of one article. */
const MOST_WORDS = 1 << 16

export function createBagStore(): BagStore {
  let integers = new Uint32Array(1 << 12)
  let fractions = new Float32Array(integers.buffer)
  /** By their class, see `classOf`: rooms to be used again. */
  const freed: Bag[][] = []
  let end = TO_WORDS
  let taken = 0
  /** Where the words of a bag are brought in order, and where a sum is made before its length is known. */
  let ordered = new Float64Array(1 << 8)
  let sums = new Float64Array(1 << 10)

  const lengthOf = (size: number, articles: number): number => TO_WORDS + size * (articles > 1 ? 3 : 2)

  const allot = (size: number, articles: number): Bag => {
    const kind = classOf(lengthOf(size, articles))
    const room = roomOf(kind)
    taken += room
    const used = freed[kind]?.pop()
    if (used !== undefined) return used
    const bag = end
    end += room
    if (end > integers.length) {
      const before = integers
      integers = new Uint32Array(Math.max(end, before.length * 2))
      integers.set(before)
      fractions = new Float32Array(integers.buffer)
    }
    return bag
  }

  return {
    add(words, emphases, fullness) {
      const size = words.length
      if (ordered.length < size) ordered = new Float64Array(size * 2)
      // The place of a word rides along with it, so that numbers can be sorted as they are.
      for (let place = 0; place < size; place++) ordered[place] = (words[place] ?? 0) * MOST_WORDS + place
      ordered.subarray(0, size).sort()
      const bag = allot(size, 1)
      integers[bag] = size
      integers[bag + 1] = 1
      fractions[bag + 2] = fullness
      for (let i = 0; i < size; i++) {
        const place = (ordered[i] ?? 0) % MOST_WORDS
        integers[bag + TO_WORDS + i] = ((ordered[i] ?? 0) - place) / MOST_WORDS
        fractions[bag + TO_WORDS + size + i] = emphases[place] ?? 0
      }
      return bag
    },
    sum(one, other) {
      if (one === emptyBag) return other
      if (other === emptyBag) return one
      const leftSize = integers[one] ?? 0
      const rightSize = integers[other] ?? 0
      const leftArticles = integers[one + 1] ?? 0
      const rightArticles = integers[other + 1] ?? 0
      const articles = leftArticles + rightArticles
      const most = leftSize + rightSize
      if (sums.length < most * 3) sums = new Float64Array(most * 6)
      const crowded = most > LARGEST_BAG && articles > LARGE_STORY
      const left = one + TO_WORDS
      const right = other + TO_WORDS
      let size = 0
      for (let i = 0, j = 0; i < leftSize || j < rightSize;) {
        const leftWord = i < leftSize ? (integers[left + i] ?? 0) : Infinity
        const rightWord = j < rightSize ? (integers[right + j] ?? 0) : Infinity
        let emphasis = 0
        let count = 0
        if (leftWord <= rightWord) {
          emphasis += fractions[left + leftSize + i] ?? 0
          count += leftArticles === 1 ? 1 : (integers[left + leftSize * 2 + i] ?? 0)
          i++
        }
        if (rightWord <= leftWord) {
          emphasis += fractions[right + rightSize + j] ?? 0
          count += rightArticles === 1 ? 1 : (integers[right + rightSize * 2 + j] ?? 0)
          j++
        }
        if (crowded && count <= 1) continue
        sums[size] = Math.min(leftWord, rightWord)
        sums[most + size] = emphasis
        sums[most * 2 + size] = count
        size++
      }
      const leftFullness = fractions[one + 2] ?? 0
      const rightFullness = fractions[other + 2] ?? 0
      const bag = allot(size, articles)
      const words = bag + TO_WORDS
      integers[bag] = size
      integers[bag + 1] = articles
      fractions[bag + 2] = (leftFullness * leftArticles + rightFullness * rightArticles) / articles
      for (let i = 0; i < size; i++) integers[words + i] = sums[i] ?? 0
      for (let i = 0; i < size; i++) fractions[words + size + i] = sums[most + i] ?? 0
      for (let i = 0; i < size; i++) integers[words + size * 2 + i] = sums[most * 2 + i] ?? 0
      return bag
    },
    free(bag) {
      if (bag === emptyBag) return
      const kind = classOf(lengthOf(integers[bag] ?? 0, integers[bag + 1] ?? 0))
      taken -= roomOf(kind)
      ;(freed[kind] ??= []).push(bag)
    },
    sizeOf: (bag) => integers[bag] ?? 0,
    articlesOf: (bag) => integers[bag + 1] ?? 0,
    fullnessOf: (bag) => fractions[bag + 2] ?? 0,
    wordsOf(bag) {
      const words: number[] = []
      const from = bag + TO_WORDS
      for (let i = from; i < from + (integers[bag] ?? 0); i++) words.push(integers[i] ?? 0)
      return words
    },
    get integers() {
      return integers
    },
    get fractions() {
      return fractions
    },
    get taken() {
      return taken
    },
  }
}

/** Rooms are of few lengths, so that one that was freed fits the next bag: eighths of powers of two, at most an eighth larger than what is asked. */
function classOf(length: number): number {
  if (length <= 8) return length
  const shift = 28 - Math.clz32(length - 1)
  return shift * 8 + ((length - 1) >> shift) + 1
}

function roomOf(kind: number): number {
  if (kind <= 8) return kind
  const shift = ((kind - 1) >> 3) - 1
  return (((kind - 1) & 7) + 9) << shift
}
