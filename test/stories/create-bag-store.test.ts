import { array, assert, integer, property, tuple, uniqueArray } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createBagStore, emptyBag, TO_WORDS } from '../../src/stories/create-bag-store.ts'
import type { Bag, BagStore } from '../../src/stories/create-bag-store.ts'

describe('createBagStore', () => {
  it('sums words, emphasis, fullness and articles in any order', () => {
    const bags = createBagStore()
    const one = bags.add([7, 3], [1, 2], 0)
    const two = bags.add([3, 9], [1, 1], 0.5)
    for (const sum of [bags.sum(one, two), bags.sum(two, one)]) {
      expect(bags.wordsOf(sum)).toEqual([3, 7, 9])
      expect(emphasesOf(bags, sum)).toEqual([3, 1, 1])
      expect(countsOf(bags, sum)).toEqual([2, 1, 1])
      expect(bags.articlesOf(sum)).toBe(2)
      expect(bags.fullnessOf(sum)).toBe(0.25)
    }
  })

  it('takes a bag and the empty one for that bag', () => {
    const bags = createBagStore()
    const one = bags.add([7], [1], 0)
    expect(bags.sum(emptyBag, one)).toBe(one)
    expect(bags.sum(one, emptyBag)).toBe(one)
    expect(bags.sizeOf(emptyBag)).toBe(0)
    expect(bags.articlesOf(emptyBag)).toBe(0)
  })

  it('counts every article of any story', () => {
    const article = uniqueArray(integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 20 })
    assert(
      property(array(article, { minLength: 1, maxLength: 12 }), (articles) => {
        const bags = createBagStore()
        const sum = articles
          .map((words) => bags.add(words, new Float64Array(words.length), 0))
          .reduce((all, bag) => bags.sum(all, bag), emptyBag)
        expect(bags.articlesOf(sum)).toBe(articles.length)
        const counts = countsOf(bags, sum)
        for (const [i, word] of bags.wordsOf(sum).entries()) {
          expect(counts[i]).toBe(articles.filter((words) => words.includes(word)).length)
        }
      }),
    )
  })

  it('drops strays of a large story, so that a running story does not grow for ever', () => {
    const bags = createBagStore()
    let sum = emptyBag
    for (let article = 0; article < 200; article++) {
      const own = Array.from({ length: 20 }, (_, i) => 1 + article * 20 + i)
      sum = bags.sum(sum, bags.add([0, ...own], new Float64Array(21).fill(1), 0))
    }
    expect(bags.sizeOf(sum)).toBeLessThan(400)
    expect(countsOf(bags, sum)[0]).toBe(200)
  })

  it('keeps every bag as it was, however many others come and go', () => {
    const sizes = array(tuple(integer({ min: 0, max: 150 }), integer({ min: 0, max: 20 })), {
      minLength: 1,
      maxLength: 200,
      size: 'max',
    })
    assert(
      property(sizes, (steps) => {
        const bags = createBagStore()
        const held: { readonly bag: Bag; readonly words: readonly number[] }[] = []
        for (const [step, [size, place]] of steps.entries()) {
          const words = Array.from({ length: size }, (_, i) => step * 1000 + i)
          const shuffled = words.toReversed()
          held.push({
            bag: bags.add(
              shuffled,
              shuffled.map((word) => word % 7),
              0,
            ),
            words,
          })
          const [leaving] = place < held.length && step % 2 === 1 ? held.splice(place, 1) : []
          if (leaving !== undefined) bags.free(leaving.bag)
        }
        for (const { bag, words } of held) {
          expect(bags.wordsOf(bag)).toEqual(words)
          expect(emphasesOf(bags, bag)).toEqual(words.map((word) => word % 7))
        }
        for (const { bag } of held) bags.free(bag)
        expect(bags.taken).toBe(0)
      }),
      { numRuns: 50 },
    )
  })

  it('gives the room of a freed bag to the next of its length, so that a window takes no more the longer it moves', () => {
    const bags = createBagStore()
    const first = bags.add([1, 2, 3], [1, 1, 1], 0)
    bags.free(first)
    expect(bags.add([4, 5, 6], [1, 1, 1], 0)).toBe(first)
  })
})

function emphasesOf(bags: BagStore, bag: Bag): number[] {
  const from = bag + TO_WORDS + bags.sizeOf(bag)
  return Array.from(bags.fractions.subarray(from, from + bags.sizeOf(bag)))
}

function countsOf(bags: BagStore, bag: Bag): number[] {
  const from = bag + TO_WORDS + bags.sizeOf(bag) * 2
  return bags.articlesOf(bag) === 1
    ? bags.wordsOf(bag).map(() => 1)
    : Array.from(bags.integers.subarray(from, from + bags.sizeOf(bag)))
}
