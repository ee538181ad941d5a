import { describe, expect, it } from 'vitest'
import { hashWord } from '../../src/language/terms.ts'
import { minHashKeys } from '../../src/stories/create-copy-finder.ts'
import { containment, shingle } from '../../src/stories/create-copy-finder.ts'

/** Hashes of words. */
const words = (from: number, to: number): number[] =>
  Array.from({ length: to - from }, (_, i) => hashWord(`word${from + i}`))

describe('containment', () => {
  it.each([
    ['a text holds itself', words(0, 100), words(0, 100), 1, 1],
    ['a brief is held by the report that it was cut from', words(0, 40), words(0, 200), 1, 1],
    ['half of a text', words(0, 100), words(50, 150), 0.4, 0.55],
    ['strangers share nothing', words(0, 100), words(500, 600), 0, 0],
    ['nothing shares nothing', [], words(0, 10), 0, 0],
  ])('%s', (_name, one, other, least, most) => {
    const share = containment(shingle(one), shingle(other))
    expect(share).toBeGreaterThanOrEqual(least)
    expect(share).toBeLessThanOrEqual(most)
  })
})

describe('minHashKeys', () => {
  it('finds a copy with a changed ending', () => {
    expect(sharesKey(words(0, 200), [...words(0, 160), ...words(900, 940)])).toBe(true)
  })

  it('finds nothing in common between strangers', () => {
    expect(sharesKey(words(0, 200), words(1_000, 1_200))).toBe(false)
  })
})

function sharesKey(one: number[], other: number[]): boolean {
  const keys = new Set(minHashKeys(shingle(one)))
  return minHashKeys(shingle(other)).some((key) => keys.has(key))
}
