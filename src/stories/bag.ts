/** The words of one article or of a whole story, summed over its articles. */
export interface Bag {
  /**
   * All words, ascending and each once; then for each of them its emphasis, summed; then how many of the articles hold it. One array, because a window holds
   * hundreds of thousands of bags and a comparison waits for memory more than it reckons; word by word, because it looks at most words and at nothing else
   * of them; and a plain one, because each typed array has a buffer to be asked for and given back.
   */
  readonly entries: readonly number[]
  readonly articles: number
}

export const emptyBag: Bag = { entries: [], articles: 0 }

/** A bag of one article: different words and the emphasis of each. Words are whole numbers below 2^32. */
export function bagOf(words: readonly number[], emphases: ArrayLike<number>): Bag {
  const size = words.length
  if (ordered.length < size) ordered = new Float64Array(size * 2)
  // The place of a word rides along with it, so that numbers can be sorted as they are.
  for (let place = 0; place < size; place++) ordered[place] = (words[place] ?? 0) * MOST_WORDS + place
  ordered.subarray(0, size).sort()
  if (drafted.length < size * 3) drafted = draftOf(size * 6)
  for (let i = 0; i < size; i++) {
    const place = (ordered[i] ?? 0) % MOST_WORDS
    drafted[i] = ((ordered[i] ?? 0) - place) / MOST_WORDS
    drafted[size + i] = emphases[place] ?? 0
    drafted[size * 2 + i] = 1
  }
  return { entries: drafted.slice(0, size * 3), articles: 1 }
}

/** Of one article. */
const MOST_WORDS = 1 << 16

/** Where the words of a bag are brought in order. */
let ordered = new Float64Array(1 << 8)

/** Where a bag is made before its length is known. */
let drafted = draftOf(1 << 10)

/** Of fractions: the engine keeps the numbers themselves in such an array, and in those copied from it. */
function draftOf(length: number): number[] {
  return Array.from({ length }, () => 0.5)
}

export function sizeOf({ entries }: Bag): number {
  return entries.length / 3
}

export function wordsOf(bag: Bag): number[] {
  return bag.entries.slice(0, sizeOf(bag))
}

/** Words that one article in twenty does not repeat say nothing about a large story; the bag of a running story must not grow for ever. */
const LARGEST_BAG = 300
const LARGE_STORY = 20

export function addBags(one: Bag, two: Bag): Bag {
  if (one.articles === 0) return two
  const articles = one.articles + two.articles
  const left = one.entries
  const right = two.entries
  const leftSize = sizeOf(one)
  const rightSize = sizeOf(two)
  const most = leftSize + rightSize
  if (drafted.length < most * 3) drafted = draftOf(most * 6)
  const crowded = most > LARGEST_BAG && articles > LARGE_STORY
  let size = 0
  for (let i = 0, j = 0; i < leftSize || j < rightSize;) {
    const leftWord = i < leftSize ? (left[i] ?? 0) : Infinity
    const rightWord = j < rightSize ? (right[j] ?? 0) : Infinity
    let emphasis = 0
    let count = 0
    if (leftWord <= rightWord) {
      emphasis += left[leftSize + i] ?? 0
      count += left[leftSize * 2 + i] ?? 0
      i++
    }
    if (rightWord <= leftWord) {
      emphasis += right[rightSize + j] ?? 0
      count += right[rightSize * 2 + j] ?? 0
      j++
    }
    if (crowded && count <= 1) continue
    drafted[size] = Math.min(leftWord, rightWord)
    drafted[most + size] = emphasis
    drafted[most * 2 + size] = count
    size++
  }
  for (let i = 0; i < size; i++) drafted[size + i] = drafted[most + i] ?? 0
  for (let i = 0; i < size; i++) drafted[size * 2 + i] = drafted[most * 2 + i] ?? 0
  return { entries: drafted.slice(0, size * 3), articles }
}
