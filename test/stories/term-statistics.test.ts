import { array, assert, integer, property, uniqueArray } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createTermStatistics } from '../../src/stories/term-statistics.ts'

describe('createTermStatistics', () => {
  it('gives a word one number while an article holds it, and counts its articles', () => {
    const statistics = createTermStatistics()
    const [flood = -1, lindau] = statistics.add([7, -9])
    const [again] = statistics.add([7])
    expect(again).toBe(flood)
    expect(statistics.articlesWith[flood]).toBe(2)
    expect(statistics.remove([flood, lindau ?? -1])).toEqual([lindau])
    expect(statistics.articlesWith[flood]).toBe(1)
  })

  it('numbers and counts words after an undone article as if that had never come', () => {
    const [undone, plain] = [createTermStatistics(), createTermStatistics()]
    for (const statistics of [undone, plain]) {
      statistics.add([1, 2, 3])
      statistics.remove(statistics.add([4, 5]))
    }
    undone.add([6, 3, 5, 7])
    undone.undoAdd()
    expect(undone.articles).toBe(plain.articles)
    const later = [
      [8, 6, 1],
      [7, 9, 5],
    ]
    const [numbers, expected] = [undone, plain].map((one) => later.map((words) => one.add(words)))
    expect(numbers).toEqual(expected)
    for (const number of expected?.flat() ?? [])
      expect(undone.articlesWith[number]).toBe(plain.articlesWith[number])
  })

  it('counts the articles of every word, however many come and go', () => {
    const article = uniqueArray(integer({ min: -20_000, max: 20_000 }), { minLength: 1, maxLength: 60 })
    assert(
      property(
        array(article, { minLength: 1, maxLength: 200, size: 'max' }),
        integer({ min: 1, max: 200 }),
        (articles, window) => {
          const statistics = createTermStatistics()
          const held: { words: number[]; numbers: number[] }[] = []
          for (const words of articles) {
            held.push({ words, numbers: statistics.add(words) })
            if (held.length > window) statistics.remove(held.shift()?.numbers ?? [])
          }
          const numberByWord = new Map(
            held.flatMap(({ words, numbers }) => words.map((word, i) => [word, numbers[i] ?? -1])),
          )
          expect(new Set(numberByWord.values()).size).toBe(numberByWord.size)
          for (const [word, number] of numberByWord)
            expect(statistics.articlesWith[number]).toBe(
              held.filter(({ words }) => words.includes(word)).length,
            )
        },
      ),
      { numRuns: 20 },
    )
  })
})
