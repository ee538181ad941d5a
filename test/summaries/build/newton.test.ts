import { describe, expect, it } from 'vitest'
import { leastLoss, solve } from '../../../src/summaries/build/newton.ts'

const list = (...values: number[]): Float64Array => Float64Array.from(values)

describe('solve', () => {
  it('finds what a matrix was multiplied by', () => {
    const found = solve(list(4, 2, 0, 2, 5, 1, 0, 1, 3), list(8, 15, 11))
    expect(found[0]).toBeCloseTo(1, 12)
    expect(found[1]).toBeCloseTo(2, 12)
    expect(found[2]).toBeCloseTo(3, 12)
  })

  it('refuses a matrix of which a loss has no least point', () => {
    expect(() => solve(list(1, 2, 2, 1), list(1, 1))).toThrow('not positive definite')
  })
})

describe('leastLoss', () => {
  it('finds the bottom of a bowl', () => {
    const [x = 0, y = 0] = leastLoss(2, ([a = 0, b = 0]) => ({
      value: (a - 3) ** 2 + (b + 1) ** 2,
      slope: list(2 * (a - 3), 2 * (b + 1)),
      curvature: list(2, 0, 0, 2),
    }))
    expect(x).toBeCloseTo(3, 9)
    expect(y).toBeCloseTo(-1, 9)
  })

  it('takes shorter steps where whole ones would lead away', () => {
    // Flat far from its least point at 4: Newton's own steps go further and further off.
    const [x = 0] = leastLoss(1, ([a = 0]) => ({
      value: Math.sqrt(1 + (a - 4) ** 2),
      slope: list((a - 4) / Math.sqrt(1 + (a - 4) ** 2)),
      curvature: list((1 + (a - 4) ** 2) ** -1.5),
    }))
    expect(x).toBeCloseTo(4, 4)
  })

  it('says so when the weights do not settle', () => {
    expect(() => leastLoss(1, ([a = 0]) => ({ value: -a, slope: list(-1), curvature: list(1) }))).toThrow(
      'do not settle',
    )
  })
})
