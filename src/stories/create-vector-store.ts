/** Where a vector lies in its store. */
export type Vector = number

/**
 * Keeps vectors: the weights of the words of one article, of length 1, or of many, summed. A window holds hundreds of thousands of them, and a comparison
 * waits for memory more than it reckons: so they lie in one row of numbers, found with one look, and the collector of garbage passes them by. What is not
 * freed is lost.
 *
 * From where it lies a vector is the number of its words; all of them, ascending and each once; and the weight of each.
 */
export interface VectorStore {
  /** Different words, whole numbers below 2^32, and the weight of each, more than 0. No words: the empty vector. */
  add(words: readonly number[], weights: readonly number[]): Vector
  /** A new vector, of the strongest `MOST_SUMMED` words where there are more, or of what is left of one without the other; nothing is freed. */
  sum(one: Vector, other: Vector, sign?: 1 | -1): Vector
  /** Of two vectors of length 1 the cosine of the angle between them, 0 to 1; of sums the sum of it over all pairs. One word counts at most `mostOfOne` times as much as all others. */
  dot(one: Vector, other: Vector, mostOfOne?: number): number
  /** Gives its room to others. The vector must not be used any more. */
  free(vector: Vector): void
  wordsOf(vector: Vector): number[]
  /** How many numbers are taken. */
  readonly taken: number
}

/** Of no words, in every store. */
export const emptyVector: Vector = 0

/** Of a running story: what few of its reports say is let go, so that it costs the same however large it gets. */
const MOST_SUMMED = 400

/** What is left of a word when all that said it are taken away, by rounding. */
const LEAST_WEIGHT = 1e-4

/** Of one article. */
const MOST_WORDS = 1 << 16

export function createVectorStore(): VectorStore {
  let integers = new Uint32Array(1 << 12)
  let fractions = new Float32Array(integers.buffer)
  /** By their class, see `classOf`: rooms to be used again. */
  const freed: Vector[][] = []
  let end = 1
  let taken = 0
  /** Where the words of a vector are brought in order, and where a sum is made before its length is known. */
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
      // The place of a word rides along with it, so that numbers can be sorted as they are.
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

/** Moves the strongest words of a sum to its beginning, in their order; gives how many they are. */
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

/** What would stand at this place if these numbers, which it puts in disorder, were sorted (Hoare's selection): a sort takes several times as long. */
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

/** Rooms are of few lengths, so that one that was freed fits the next vector: eighths of powers of two, at most an eighth larger than what is asked. */
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
