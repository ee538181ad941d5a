import { describe, expect, it } from 'vitest'
import { newId } from '../../src/subscriptions/new-id.ts'

describe('newId', () => {
  it('is short, and neither a word nor a number', () => {
    const ids = Array.from({ length: 2_000 }, () => newId(Math.random))
    for (const id of ids) expect(id).toMatch(/^(?=.*[a-z])[bcdfghjkmnpqrstvwxz2-9]{4}$/u)
    expect(new Set(ids).size).toBeGreaterThan(1_950)
  })

  it('tries again where it has no letter', () => {
    const dice = [0.99, 0.99, 0.99, 0.99, 0, 0, 0, 0.5]
    expect(newId(() => dice.shift() ?? 0)).toBe('bbbs')
  })
})
