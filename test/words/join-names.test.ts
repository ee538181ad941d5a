import { describe, expect, it } from 'vitest'
import { joinNames } from '../../src/words/names.ts'

describe('joinNames', () => {
  it.each([
    ['en-GB', 'a, b and c'],
    ['tr', 'a, b ve c'],
    ['ar', 'a وb وc'],
    ['fr', 'a, b et c'],
    ['de', 'a, b und c'],
  ])('joins names in %s', (language, expected) => {
    expect(joinNames(['a', 'b', 'c'], language).join('')).toBe(expected)
  })

  it('offers a choice', () => {
    expect(joinNames(['Syria', 'Serbia'], 'tr', 'disjunction').join('')).toBe('Syria veya Serbia')
  })

  it('gives things back as they are, between texts', () => {
    const [one, two] = [{ name: 'one' }, { name: 'two' }]
    expect(joinNames([one, two], 'en')).toEqual([one, ' and ', two])
    expect(joinNames([], 'en')).toEqual([])
  })
})
