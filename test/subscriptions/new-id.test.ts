import { describe, expect, it } from 'vitest'
import { newId } from '../../src/subscriptions/new-id.ts'

describe('newId', () => {
  it('never gives one that is taken, and always one with a letter', () => {
    const taken = new Set<string>()
    for (let number = 0; number < 2_000; number++) {
      const id = newId(taken, Math.random)
      expect(id).toMatch(/^(?=.*[a-z])[bcdfghjkmnpqrstvwxz2-9]{4}$/u)
      expect(taken.has(id)).toBe(false)
      taken.add(id)
    }
  })

  it('tries again on a collision', () => {
    const dice = [0, 0, 0, 0, 0, 0, 0, 0.5]
    expect(newId(new Set(['bbbb']), () => dice.shift() ?? 0)).toBe('bbbs')
  })
})
