import { describe, expect, it } from 'vitest'
import { numberSet } from '../../src/language/number-set.ts'

describe('a set of numbers', () => {
  it('has those it was made of, negative ones and the ends of 32 bits too, and no other', () => {
    const numbers = [5, -5, 0, -1, 2 ** 31 - 1, -(2 ** 31), 1_000_003, -1_000_003]
    const has = numberSet(numbers)
    expect(numbers.map(has)).toEqual(numbers.map(() => true))
    expect([1, -2, 6, 2 ** 31 - 2, -(2 ** 31) + 1].map(has)).toEqual([false, false, false, false, false])
  })

  it('answers as a Set does, however many it holds', () => {
    const numbers = Array.from({ length: 5000 }, (_, n) => Math.imul(n, 0x9e3779b1))
    const has = numberSet(numbers)
    const asked = Array.from({ length: 10_000 }, (_, n) => Math.imul(n, 0x9e3779b1))
    const known = new Set(numbers)
    expect(asked.filter((number) => has(number) !== known.has(number))).toEqual([])
  })

  it('may be empty', () => {
    expect(numberSet([])(0)).toBe(false)
  })
})
