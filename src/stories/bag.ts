/** The words of one article or of a whole story, summed over its articles. */
export interface Bag {
  /**
   * Words ascending and each once; `STRIDE` numbers for each: the word, its emphasis summed, and how many of the articles hold it. One array and not three,
   * because a window holds hundreds of thousands of bags, and a comparison waits for memory more than it reckons.
   */
  readonly entries: readonly number[]
  readonly articles: number
}

export const STRIDE = 3
export const EMPHASIS = 1
export const COUNT = 2

export const emptyBag: Bag = { entries: [], articles: 0 }

/** A bag of one article: different words and the emphasis of each. Words are whole numbers below 2^24, which a Float32Array holds exactly. */
export function bagOf(words: readonly number[], emphases: ArrayLike<number>): Bag {
  if (ordered.length < words.length) ordered = new Float64Array(words.length * 2)
  // The place of a word rides along with it, so that numbers can be sorted as they are.
  for (let place = 0; place < words.length; place++) ordered[place] = (words[place] ?? 0) * MOST_WORDS + place
  ordered.subarray(0, words.length).sort()
  const end = words.length * STRIDE
  if (drafted.length < end) drafted = draftOf(end * 2)
  for (let i = 0; i < words.length; i++) {
    const place = (ordered[i] ?? 0) % MOST_WORDS
    drafted[i * STRIDE] = ((ordered[i] ?? 0) - place) / MOST_WORDS
    drafted[i * STRIDE + EMPHASIS] = emphases[place] ?? 0
    drafted[i * STRIDE + COUNT] = 1
  }
  return { entries: drafted.slice(0, end), articles: 1 }
}

/** Of one article. */
const MOST_WORDS = 1 << 16

/** Where the words of a bag are brought in order. */
let ordered = new Float64Array(1 << 8)

export function sizeOf({ entries }: Bag): number {
  return entries.length / STRIDE
}

export function wordsOf({ entries }: Bag): number[] {
  const words: number[] = []
  for (let i = 0; i < entries.length; i += STRIDE) words.push(entries[i] ?? 0)
  return words
}

/** Words that one article in twenty does not repeat say nothing about a large story; the bag of a running story must not grow for ever. */
const LARGEST_BAG = 300
const LARGE_STORY = 20

export function addBags(one: Bag, two: Bag): Bag {
  if (one.articles === 0) return two
  const articles = one.articles + two.articles
  const left = one.entries
  const right = two.entries
  const most = left.length + right.length
  if (drafted.length < most) drafted = draftOf(most * 2)
  const crowded = most > LARGEST_BAG * STRIDE && articles > LARGE_STORY
  let end = 0
  for (let i = 0, j = 0; i < left.length || j < right.length;) {
    const leftWord = left[i] ?? Infinity
    const rightWord = right[j] ?? Infinity
    let emphasis = 0
    let count = 0
    if (leftWord <= rightWord) {
      emphasis += left[i + EMPHASIS] ?? 0
      count += left[i + COUNT] ?? 0
      i += STRIDE
    }
    if (rightWord <= leftWord) {
      emphasis += right[j + EMPHASIS] ?? 0
      count += right[j + COUNT] ?? 0
      j += STRIDE
    }
    if (crowded && count <= 1) continue
    drafted[end] = Math.min(leftWord, rightWord)
    drafted[end + EMPHASIS] = emphasis
    drafted[end + COUNT] = count
    end += STRIDE
  }
  return { entries: drafted.slice(0, end), articles }
}

/** Where a sum is made before its length is known. */
let drafted = draftOf(1 << 10)

function draftOf(length: number): number[] {
  return Array.from({ length }, () => 0.5)
}
