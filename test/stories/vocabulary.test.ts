import { array, assert, integer, property, uniqueArray } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createVocabulary } from '../../src/stories/vocabulary.ts'

describe('createVocabulary', () => {
  it('gives a word one number while an article holds it, and counts its articles', () => {
    const vocabulary = createVocabulary()
    const [flood = -1, lindau] = vocabulary.add([7, -9])
    const [again] = vocabulary.add([7])
    expect(again).toBe(flood)
    expect(vocabulary.articlesWith[flood]).toBe(2)
    expect(vocabulary.remove([flood, lindau ?? -1])).toEqual([lindau])
    expect(vocabulary.articlesWith[flood]).toBe(1)
  })

  it('counts the articles of every word, however many come and go', () => {
    const article = uniqueArray(integer({ min: -20_000, max: 20_000 }), { minLength: 1, maxLength: 60 })
    assert(
      property(
        array(article, { minLength: 1, maxLength: 200, size: 'max' }),
        integer({ min: 1, max: 200 }),
        (articles, window) => {
          const vocabulary = createVocabulary()
          const held: { words: number[]; numbers: number[] }[] = []
          for (const words of articles) {
            held.push({ words, numbers: vocabulary.add(words) })
            if (held.length > window) vocabulary.remove(held.shift()?.numbers ?? [])
          }
          const numberByWord = new Map(
            held.flatMap(({ words, numbers }) => words.map((word, i) => [word, numbers[i] ?? -1])),
          )
          expect(new Set(numberByWord.values()).size).toBe(numberByWord.size)
          for (const [word, number] of numberByWord)
            expect(vocabulary.articlesWith[number]).toBe(
              held.filter(({ words }) => words.includes(word)).length,
            )
        },
      ),
      { numRuns: 20 },
    )
  })
})
