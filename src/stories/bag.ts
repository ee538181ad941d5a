/** The words of one article or of a whole story, summed over its articles. The arrays run side by side; a word occurs once. */
export interface Bag {
  readonly words: readonly number[]
  /** Emphasis of each word, summed. */
  readonly sums: readonly number[]
  /** How many of the articles hold each word. */
  readonly counts: readonly number[]
  readonly articles: number
}

export const emptyBag: Bag = { words: [], sums: [], counts: [], articles: 0 }

/** Words that one article in twenty does not repeat say nothing about a large story; the bag of a running story must not grow for ever. */
const LARGEST_BAG = 300
const LARGE_STORY = 20

export function addBags(one: Bag, two: Bag): Bag {
  if (one.articles === 0) return two
  const words = [...one.words]
  const sums = [...one.sums]
  const counts = [...one.counts]
  const position = new Map(words.map((word, i) => [word, i]))
  two.words.forEach((word, i) => {
    const at = position.get(word) ?? words.push(word) - 1
    sums[at] = (sums[at] ?? 0) + (two.sums[i] ?? 0)
    counts[at] = (counts[at] ?? 0) + (two.counts[i] ?? 0)
  })
  const bag = { words, sums, counts, articles: one.articles + two.articles }
  return words.length > LARGEST_BAG && bag.articles > LARGE_STORY ? withoutStrays(bag) : bag
}

function withoutStrays(bag: Bag): Bag {
  const kept = bag.words.map((_, i) => i).filter((i) => (bag.counts[i] ?? 0) > 1)
  const pick = (values: readonly number[]): number[] => kept.map((i) => values[i] ?? 0)
  return { words: pick(bag.words), sums: pick(bag.sums), counts: pick(bag.counts), articles: bag.articles }
}
