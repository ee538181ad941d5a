import { array, assert, constantFrom, double, integer, property, tuple, uniqueArray } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createVectorStore, emptyVector, type Vector } from '../../src/stories/create-vector-store.ts'

describe('createVectorStore', () => {
  it('sums the weights of words in any order', () => {
    const vectors = createVectorStore()
    const one = vectors.add([7, 3], [1, 2])
    const two = vectors.add([3, 9], [1, 1])
    for (const sum of [vectors.sum(one, two), vectors.sum(two, one)]) {
      expect(vectors.wordsOf(sum)).toEqual([3, 7, 9])
      expect([3, 7, 9].map((word) => vectors.dot(sum, vectors.add([word], [1])))).toEqual([3, 1, 1])
    }
  })

  it('takes out again what was summed', () => {
    const vectors = createVectorStore()
    const one = vectors.add([7, 3], [1, 2])
    const both = vectors.sum(one, vectors.add([3, 9], [1, 1]))
    const left = vectors.sum(both, one, -1)
    expect(vectors.wordsOf(left)).toEqual([3, 9])
    expect(vectors.dot(left, one)).toBe(2)
    expect(vectors.sum(one, one, -1)).toBe(emptyVector)
  })

  it('lets one word count no more than a share of all others, where that is asked', () => {
    const vectors = createVectorStore()
    const one = vectors.add([1, 2, 3], [1, 1, 4])
    expect(vectors.dot(one, one)).toBe(18)
    expect(vectors.dot(one, one, 8)).toBe(18)
    expect(vectors.dot(one, one, 0.5)).toBe(3)
    expect(vectors.dot(one, vectors.add([3], [1]), 0.5)).toBe(0)
    expect(vectors.dot(one, vectors.add([3], [1]), Infinity)).toBe(4)
  })

  it('has nothing in common with the empty vector', () => {
    const vectors = createVectorStore()
    const one = vectors.add([7], [1])
    expect(vectors.dot(one, emptyVector)).toBe(0)
    expect(vectors.wordsOf(emptyVector)).toEqual([])
    expect(vectors.add([], [])).toBe(emptyVector)
  })

  it('says of a sum what all its vectors say together', () => {
    const vector = uniqueArray(integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 15 })
    assert(
      property(vector, array(vector, { minLength: 1, maxLength: 10 }), (words, others) => {
        const vectors = createVectorStore()
        const weigh = (of: readonly number[]): Vector =>
          vectors.add(
            of,
            of.map((word) => 1 + (word % 3)),
          )
        const one = weigh(words)
        const all = others.map(weigh)
        const sum = all.reduce((before, other) => vectors.sum(before, other), emptyVector)
        expect(vectors.dot(one, sum)).toBe(all.reduce((before, other) => before + vectors.dot(one, other), 0))
      }),
    )
  })

  it('lets go what few say of a large story, so that a running one does not grow for ever', () => {
    const vectors = createVectorStore()
    let sum = emptyVector
    for (let article = 0; article < 200; article++) {
      const own = Array.from({ length: 20 }, (_, i) => 1 + article * 20 + i)
      const words = vectors.add([0, ...own], [1, ...own.map(() => 0.5)])
      sum = vectors.sum(sum, words)
    }
    expect(vectors.wordsOf(sum).length).toBe(400)
    expect(vectors.dot(sum, vectors.add([0], [1]))).toBe(200)
  })

  it('keeps the words of a large story that say most, of those that say as much the first', () => {
    const weights = array(constantFrom(0.25, 0.5, 1, 1.5, 2), { minLength: 401, maxLength: 700, size: 'max' })
    assert(
      property(weights, (given) => {
        const vectors = createVectorStore()
        const words = given.map((_, i) => i)
        const sum = vectors.sum(vectors.add(words, given), emptyVector)
        const strongest = words.toSorted((a, b) => (given[b] ?? 0) - (given[a] ?? 0) || a - b).slice(0, 400)
        expect(vectors.wordsOf(sum)).toEqual(strongest.toSorted((a, b) => a - b))
      }),
    )
  })

  it('keeps every vector as it was, however many others come and go', () => {
    const steps = array(
      tuple(integer({ min: 1, max: 150 }), integer({ min: 0, max: 20 }), double({ min: 0.5, max: 2 })),
      {
        minLength: 1,
        maxLength: 200,
        size: 'max',
      },
    )
    assert(
      property(steps, (sizes) => {
        const vectors = createVectorStore()
        const held: { readonly vector: Vector; readonly words: readonly number[] }[] = []
        for (const [step, [size, place, weight]] of sizes.entries()) {
          const words = Array.from({ length: size }, (_, i) => step * 1000 + i)
          held.push({ vector: vectors.add(words.toReversed(), Array<number>(size).fill(weight)), words })
          const [leaving] = place < held.length && step % 2 === 1 ? held.splice(place, 1) : []
          if (leaving !== undefined) vectors.free(leaving.vector)
        }
        for (const { vector, words } of held) expect(vectors.wordsOf(vector)).toEqual(words)
        for (const { vector } of held) vectors.free(vector)
        expect(vectors.taken).toBe(0)
      }),
      { numRuns: 50 },
    )
  })

  it('gives the room of a freed vector to the next of its length, so that a window takes no more the longer it moves', () => {
    const vectors = createVectorStore()
    const first = vectors.add([1, 2, 3], [1, 1, 1])
    vectors.free(first)
    expect(vectors.add([4, 5, 6], [1, 1, 1])).toBe(first)
  })
})
