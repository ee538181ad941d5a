/** The words of one article or of a whole story, summed over its articles. The arrays run side by side, words ascending and each once. */
export interface Bag {
  readonly words: Uint32Array
  /** Emphasis of each word, summed. */
  readonly sums: Float32Array
  /** How many of the articles hold each word. */
  readonly counts: Uint16Array
  readonly articles: number
}

export const emptyBag: Bag = newBag(0, 0)

/** A bag of one article: the emphasis of each word. */
export function bagOf(emphases: readonly (readonly [word: number, emphasis: number])[]): Bag {
  const bag = newBag(emphases.length, 1)
  emphases
    .toSorted((a, b) => a[0] - b[0])
    .forEach(([word, emphasis], i) => {
      bag.words[i] = word
      bag.sums[i] = emphasis
      bag.counts[i] = 1
    })
  return bag
}

/** Words that one article in twenty does not repeat say nothing about a large story; the bag of a running story must not grow for ever. */
const LARGEST_BAG = 300
const LARGE_STORY = 20

export function addBags(one: Bag, two: Bag): Bag {
  if (one.articles === 0) return two
  const articles = one.articles + two.articles
  const sum = newBag(one.words.length + two.words.length, articles)
  const crowded = sum.words.length > LARGEST_BAG && articles > LARGE_STORY
  let size = 0
  for (let i = 0, j = 0; i < one.words.length || j < two.words.length;) {
    const left = one.words[i] ?? Infinity
    const right = two.words[j] ?? Infinity
    const inOne = left <= right
    const inTwo = right <= left
    const count = (inOne ? (one.counts[i] ?? 0) : 0) + (inTwo ? (two.counts[j] ?? 0) : 0)
    if (!crowded || count > 1) {
      sum.words[size] = Math.min(left, right)
      sum.sums[size] = (inOne ? (one.sums[i] ?? 0) : 0) + (inTwo ? (two.sums[j] ?? 0) : 0)
      sum.counts[size] = Math.min(count, MOST_COUNTED)
      size++
    }
    if (inOne) i++
    if (inTwo) j++
  }
  return {
    words: sum.words.slice(0, size),
    sums: sum.sums.slice(0, size),
    counts: sum.counts.slice(0, size),
    articles,
  }
}

const MOST_COUNTED = 2 ** 16 - 1

function newBag(size: number, articles: number): Bag {
  return {
    words: new Uint32Array(size),
    sums: new Float32Array(size),
    counts: new Uint16Array(size),
    articles,
  }
}
