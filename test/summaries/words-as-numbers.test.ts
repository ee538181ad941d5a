import { expect, it } from 'vitest'
import { isPair, pairOf, wordsAsNumbers } from '../../src/summaries/choose-from-several.ts'

it('gives every word and every pair of words a number of its own', () => {
  const numberOf = wordsAsNumbers()
  const words = ['port', 'strike', 'ends'].map(numberOf)
  const pairs = words.flatMap((first) => words.map((second) => pairOf(first, second)))
  expect(new Set([...words, ...pairs]).size).toBe(words.length + words.length ** 2)
  expect(words.map(isPair)).not.toContain(true)
  expect(pairs.map(isPair)).not.toContain(false)
})

it('knows a word again', () => {
  const numberOf = wordsAsNumbers()
  expect(['port', 'strike', 'port'].map(numberOf)).toEqual([0, 1, 0])
})
