import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { retryWait } from '../../src/delivery/judge-failure.ts'

describe('retryWait', () => {
  it('doubles from half a minute to half an hour', () => {
    const waits = Array.from({ length: 9 }, (_, i) => retryWait(i + 1, false, 1) / 1000)
    expect(waits).toEqual([30, 60, 120, 240, 480, 960, 1800, 1800, 1800])
  })

  it('repeats soon while in doubt', () => {
    expect([1, 2, 3].map((attempt) => retryWait(attempt, true, 1) / 1000)).toEqual([5, 10, 20])
  })

  it('spreads every wait between half and the whole, however many tries there were', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000 }),
        fc.boolean(),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (n, doubt, random) => {
          const whole = retryWait(n, doubt, 1)
          expect(retryWait(n, doubt, random)).toBeGreaterThanOrEqual(Math.floor(whole / 2))
          expect(retryWait(n, doubt, random)).toBeLessThanOrEqual(whole)
          expect(whole).toBeLessThanOrEqual(1_800_000)
        },
      ),
    )
  })
})
