import { array, assert, integer, property, uniqueArray } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addBags, bagOf, emptyBag, sizeOf, wordsOf } from '../../src/stories/bag.ts'
import type { Bag } from '../../src/stories/bag.ts'

describe('addBags', () => {
  it('sums words, emphasis and articles in any order', () => {
    const one = bagOf([7, 3], [1, 2])
    const two = bagOf([3, 9], [1, 1])
    const sum = addBags(one, two)
    expect(wordsOf(sum)).toEqual([3, 7, 9])
    expect(emphasesOf(sum)).toEqual([3, 1, 1])
    expect(countsOf(sum)).toEqual([2, 1, 1])
    expect(sum.articles).toBe(2)
    expect(addBags(two, one)).toEqual(sum)
  })

  it('counts every article of any story', () => {
    const article = uniqueArray(integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 20 })
    assert(
      property(array(article, { minLength: 1, maxLength: 12 }), (articles) => {
        const bags = articles.map((words) =>
          bagOf(
            words,
            words.map(() => 1),
          ),
        )
        const sum = bags.reduce((all, bag) => addBags(all, bag), emptyBag)
        expect(sum.articles).toBe(articles.length)
        const counts = countsOf(sum)
        for (const [i, word] of wordsOf(sum).entries()) {
          expect(counts[i]).toBe(articles.filter((words) => words.includes(word)).length)
        }
      }),
    )
  })

  it('drops strays of a large story, so that a running story does not grow for ever', () => {
    let sum = emptyBag
    for (let article = 0; article < 200; article++) {
      sum = addBags(
        sum,
        bagOf(
          [0, ...Array.from({ length: 20 }, (_, i) => 1 + article * 20 + i)],
          new Float64Array(21).fill(1),
        ),
      )
    }
    expect(sizeOf(sum)).toBeLessThan(400)
    expect(countsOf(sum)[0]).toBe(200)
  })
})

function emphasesOf(bag: Bag): readonly number[] {
  return bag.entries.slice(sizeOf(bag), sizeOf(bag) * 2)
}

function countsOf(bag: Bag): readonly number[] {
  return bag.entries.slice(sizeOf(bag) * 2)
}
