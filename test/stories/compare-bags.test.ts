import { array, assert, constantFrom, integer, property, uniqueArray } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareBags } from '../../src/stories/compare-bags.ts'
import type { BagComparison } from '../../src/stories/compare-bags.ts'
import { createBagStore, emptyBag } from '../../src/stories/create-bag-store.ts'
import type { Bag } from '../../src/stories/create-bag-store.ts'
import { createTermStatistics } from '../../src/stories/term-statistics.ts'

/** Stories of articles that hold these words, and a comparison that knows all of them. */
function aWindow(
  stories: readonly (readonly (readonly number[])[])[],
  leastShared: number,
): { readonly bags: Bag[]; readonly comparison: BagComparison } {
  const statistics = createTermStatistics()
  const store = createBagStore()
  const bags = stories.map((articles) =>
    articles
      .map((words) => store.add(statistics.add(words), new Float64Array(words.length).fill(1), 0))
      .reduce((sum, bag) => store.sum(sum, bag), emptyBag),
  )
  return { bags, comparison: compareBags(store, statistics, leastShared) }
}

function likenessOf(one: readonly number[], other: readonly number[], leastShared = 1): number {
  const { bags, comparison } = aWindow([[one], [other]], leastShared)
  comparison.take(bags[0] ?? emptyBag)
  return comparison.likeness(bags[1] ?? emptyBag, 0)
}

describe('compareBags', () => {
  it('finds articles of the same words wholly alike, and those of none alike not at all', () => {
    expect(likenessOf([1, 2, 3], [3, 2, 1])).toBeCloseTo(1)
    expect(likenessOf([1, 2, 3], [4, 5, 6])).toBe(0)
  })

  it('takes less than the least number of shared words for a coincidence', () => {
    expect(likenessOf([1, 2, 3], [1, 2, 4], 3)).toBe(0)
    expect(likenessOf([1, 2, 3], [1, 2, 3], 3)).toBeGreaterThan(0)
  })

  it('takes a word that many other articles hold for little', () => {
    const others = Array.from({ length: 500 }, () => [[7]])
    const { bags, comparison } = aWindow([[[7, 8, 1]], [[7, 2]], [[8, 2]], ...others], 1)
    const [taken = emptyBag, byCommon = emptyBag, byRare = emptyBag] = bags
    comparison.take(taken)
    expect(comparison.likeness(byRare, 0)).toBeGreaterThan(comparison.likeness(byCommon, 0))
  })

  it('tells a likeness that reaches the least asked for as if nothing had been asked, and no other', () => {
    const article = uniqueArray(integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 15 })
    const story = array(article, { minLength: 1, maxLength: 4 })
    assert(
      property(story, story, constantFrom(0.85, 0.99, 1.01, 1.5), (one, other, ofExact) => {
        const { bags, comparison } = aWindow([one, other], 1)
        comparison.take(bags[0] ?? emptyBag)
        const exact = comparison.likeness(bags[1] ?? emptyBag, 0)
        const told = comparison.likeness(bags[1] ?? emptyBag, exact * ofExact)
        expect(ofExact < 1 ? [exact] : [exact, 0]).toContain(told)
        comparison.take(bags[1] ?? emptyBag)
        expect(comparison.likeness(bags[0] ?? emptyBag, 0)).toBeCloseTo(exact, 5)
      }),
    )
  })
})
