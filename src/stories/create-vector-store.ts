/** Position of a vector in its store. */
export type Vector = number

/**
 * Stores vectors: the word weights of one article, with length 1, or the sum of many. A window holds hundreds
 * of thousands of them, and a comparison waits for memory more than it computes. So they lie in one array,
 * are found with one access and are invisible to the garbage collector. A vector that is not freed leaks.
 *
 * Layout of a vector: the number of its words; the words, ascending and distinct; the weight of each.
 */
export interface VectorStore {
  /**
   * Adds a vector of distinct words (integers from 0 and below 2^32), with a weight above 0 each. Without
   * words it returns the empty vector.
   */
  add(words: readonly number[], weights: readonly number[]): Vector
  /**
   * Returns a new vector with the sum, or with `sign` -1 the difference, of two. Keeps the strongest
   * `MOST_SUMMED` words. Frees nothing.
   */
  sum(one: Vector, other: Vector, sign?: 1 | -1): Vector
  /**
   * Returns the cosine of two vectors of length 1, 0 to 1; for sums, the sum of the cosines of all pairs. One
   * word counts at most `mostOfOne` times as much as all others together.
   */
  dot(one: Vector, other: Vector, mostOfOne?: number): number
  /** Frees a vector for reuse. It must not be used any more. */
  free(vector: Vector): void
  wordsOf(vector: Vector): number[]
  /** Number of array elements in use. */
  readonly taken: number
}

/** The vector without words, the same in every store. */
export const emptyVector: Vector = 0

/**
 * Limit for running stories: words that few reports use are dropped, so that the cost does not grow with the
 * story.
 */
const MOST_SUMMED = 400

/** By rounding, this much may be left of a word when all its articles are subtracted. */
const LEAST_WEIGHT = 1e-4

/** Upper bound on words of one article. */
const MOST_WORDS = 1 << 16

export function createVectorStore(): VectorStore {
  let integers = new Uint32Array(1 << 12)
  let fractions = new Float32Array(integers.buffer)
  /** Freed positions for reuse, by size class (see `classOf`). */
  const freed: Vector[][] = []
  let end = 1
  let taken = 0
  /** Scratch space for sorting the words of a vector, and for a sum whose length is not known yet. */
  let ordered = new Float64Array(1 << 8)
  let sums = new Float64Array(1 << 10)

  const allot = (size: number): Vector => {
    const kind = classOf(1 + size * 2)
    const room = roomOf(kind)
    taken += room
    const used = freed[kind]?.pop()
    if (used !== undefined) return used
    const vector = end
    end += room
    if (end > integers.length) {
      const before = integers
      integers = new Uint32Array(Math.max(end, before.length * 2))
      integers.set(before)
      fractions = new Float32Array(integers.buffer)
    }
    return vector
  }

  return {
    add(words, weights) {
      const size = words.length
      if (size === 0) return emptyVector
      if (ordered.length < size) ordered = new Float64Array(size * 2)
      // The index of a word is encoded with it, so that plain numbers can be sorted.
      for (let place = 0; place < size; place++) ordered[place] = (words[place] ?? 0) * MOST_WORDS + place
      ordered.subarray(0, size).sort()
      const vector = allot(size)
      integers[vector] = size
      for (let i = 0; i < size; i++) {
        const place = (ordered[i] ?? 0) % MOST_WORDS
        integers[vector + 1 + i] = ((ordered[i] ?? 0) - place) / MOST_WORDS
        fractions[vector + 1 + size + i] = weights[place] ?? 0
      }
      return vector
    },
    sum(one, other, sign = 1) {
      const leftSize = integers[one] ?? 0
      const rightSize = integers[other] ?? 0
      const most = leftSize + rightSize
      if (sums.length < most * 2) sums = new Float64Array(most * 4)
      const left = one + 1
      const right = other + 1
      let size = 0
      for (let i = 0, j = 0; i < leftSize || j < rightSize;) {
        const leftWord = i < leftSize ? (integers[left + i] ?? 0) : Infinity
        const rightWord = j < rightSize ? (integers[right + j] ?? 0) : Infinity
        let weight = 0
        if (leftWord <= rightWord) weight += fractions[left + leftSize + i++] ?? 0
        if (rightWord <= leftWord) weight += sign * (fractions[right + rightSize + j++] ?? 0)
        if (weight < LEAST_WEIGHT) continue
        sums[size] = Math.min(leftWord, rightWord)
        sums[most + size++] = weight
      }
      if (size === 0) return emptyVector
      if (size > MOST_SUMMED) size = keepStrongest(sums, most, size)
      const vector = allot(size)
      integers[vector] = size
      for (let i = 0; i < size; i++) integers[vector + 1 + i] = sums[i] ?? 0
      for (let i = 0; i < size; i++) fractions[vector + 1 + size + i] = sums[most + i] ?? 0
      return vector
    },
    dot(one, other, mostOfOne = Infinity) {
      const size = integers[one] ?? 0
      const otherSize = integers[other] ?? 0
      const end = one + 1 + size
      const otherEnd = other + 1 + otherSize
      let product = 0
      let largest = 0
      for (let i = one + 1, j = other + 1; i < end && j < otherEnd;) {
        const word = integers[i] ?? 0
        const otherWord = integers[j] ?? 0
        if (word === otherWord) {
          const part = (fractions[i + size] ?? 0) * (fractions[j + otherSize] ?? 0)
          product += part
          if (part > largest) largest = part
        }
        if (word <= otherWord) i++
        if (otherWord <= word) j++
      }
      const rest = product - largest
      return largest > mostOfOne * rest ? rest * (1 + mostOfOne) : product
    },
    free(vector) {
      if (vector === emptyVector) return
      const kind = classOf(1 + (integers[vector] ?? 0) * 2)
      taken -= roomOf(kind)
      ;(freed[kind] ??= []).push(vector)
    },
    wordsOf(vector) {
      const words: number[] = []
      for (let at = vector + 1; at <= vector + (integers[vector] ?? 0); at++) words.push(integers[at] ?? 0)
      return words
    },
    get taken() {
      return taken
    },
  }
}

/** Moves the strongest words of a sum to its beginning, in order, and returns their number. */
function keepStrongest(sums: Float64Array, most: number, size: number): number {
  const least = nthOf(sums.slice(most, most + size), size - MOST_SUMMED)
  let equal = MOST_SUMMED
  for (let i = 0; i < size; i++) if ((sums[most + i] ?? 0) > least) equal--
  let kept = 0
  for (let i = 0; i < size; i++) {
    const weight = sums[most + i] ?? 0
    if (weight < least || (weight === least && equal-- <= 0)) continue
    sums[kept] = sums[i] ?? 0
    sums[most + kept++] = weight
  }
  return kept
}

/**
 * Returns the number that would be at this index if the array were sorted; reorders the array (Hoare's
 * quickselect). Sorting takes several times as long.
 */
function nthOf(numbers: Float64Array, place: number): number {
  let [low, high] = [0, numbers.length - 1]
  while (low < high) {
    const middle = numbers[(low + high) >>> 1] ?? 0
    let [left, right] = [low, high]
    while (left <= right) {
      while ((numbers[left] ?? 0) < middle) left++
      while ((numbers[right] ?? 0) > middle) right--
      if (left > right) break
      const moved = numbers[left] ?? 0
      numbers[left++] = numbers[right] ?? 0
      numbers[right--] = moved
    }
    if (place <= right) high = right
    else if (place >= left) low = left
    else return middle
  }
  return numbers[place] ?? 0
}

/**
 * Returns the size class of a length. There are few classes, so that a freed block fits the next vector:
 * eighths of powers of two, at most an eighth larger than needed.
 */
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
