import { describe, expect, it } from 'vitest'
import { fitChoices, fitLogistic, fitTrimmed, type Judged } from '../../../src/summaries/build/fit-weights.ts'
import { dot } from '../../../src/summaries/build/newton.ts'

const signs = (...values: number[]): Float64Array => Float64Array.from(values)
const row = (value: number, wanted: number, weight: number): Judged => ({
  signs: signs(value),
  wanted,
  weight,
})

describe('fitChoices', () => {
  it('weighs the sign that what was chosen has, and not the one that all have', () => {
    const choices = Array.from({ length: 20 }, () => [signs(1, 1), signs(0, 1), signs(0, 1)])
    const [telling = 0, common = 0] = fitChoices(choices, 2, 1)
    expect(telling).toBeGreaterThan(1)
    expect(Math.abs(common)).toBeLessThan(0.01)
  })

  it('goes as far as it should', () => {
    // Of a hundred choices between two, 88 went to the one with the sign: the least loss is where 88 - 100 / (1 + e^-w) = w.
    const choices = Array.from({ length: 100 }, (_, i) =>
      i < 88 ? [signs(1), signs(0)] : [signs(0), signs(1)],
    )
    const [weight = 0] = fitChoices(choices, 1, 1)
    expect(88 - 100 / (1 + Math.exp(-weight)) - weight).toBeCloseTo(0, 3)
  })
})

describe('fitLogistic', () => {
  it('tells the wanted from the others, whatever the scale of a sign', () => {
    const rows = [-2, -1, -0.5, 0.5, 1, 2].map((value) => ({
      signs: signs(value * 1000, 7),
      wanted: Number(value > 0),
      weight: 1,
    }))
    const weights = fitLogistic(rows, 2, 1)
    const scores = rows.map((row) => dot(weights, row.signs))
    expect(Math.max(...scores.slice(0, 3))).toBeLessThan(Math.min(...scores.slice(3)))
    expect(weights[1]).toBe(0)
  })

  it('goes as far as it should', () => {
    // The sign is there in half of the rows, and 3 of 4 and 1 of 4 are wanted with and without it: ±1 when standardised, so that
    // the least loss is where 3000 - 4000 / (1 + e^-w) = w; a sign that is 0 or 1 weighs twice as much.
    const rows = Array.from({ length: 4000 }, (_, i) => ({
      signs: signs(i % 2),
      wanted: Number(i % 8 < 6 === (i % 2 === 1)),
      weight: 1,
    }))
    const [weight = 0] = fitLogistic(rows, 1, 1)
    expect(3000 - 4000 / (1 + Math.exp(-weight / 2)) - weight / 2).toBeCloseTo(0, 2)
  })

  it('counts a row as often as it weighs', () => {
    const [weighed = 0] = fitLogistic([row(1, 1, 3), row(1, 0, 1), row(-1, 1, 1), row(-1, 0, 3)], 1, 1)
    const [plain = 0] = fitLogistic([row(1, 1, 1), row(1, 0, 1), row(-1, 1, 1), row(-1, 0, 1)], 1, 1)
    expect(3 + 3 - 8 / (1 + Math.exp(-weighed)) - weighed).toBeCloseTo(0, 6)
    expect(plain).toBeCloseTo(0, 9)
  })

  it('gives the same weights for the same rows', () => {
    const rows = [0, 1, 2, 3].map((value) => ({ signs: signs(value), wanted: value % 2, weight: 1 }))
    expect(fitLogistic(rows, 1, 1)).toEqual(fitLogistic(rows, 1, 1))
  })
})

describe('a stronger pull', () => {
  it('leaves smaller weights', () => {
    const rows = [row(1, 1, 3), row(1, 0, 1), row(-1, 1, 1), row(-1, 0, 3)]
    const [free = 0] = fitLogistic(rows, 1, 1)
    const [held = 0] = fitLogistic(rows, 1, 10)
    expect(held).toBeGreaterThan(0)
    expect(held).toBeLessThan(free / 2)
  })
})

describe('fitTrimmed', () => {
  it('does not learn from the few that were told wrongly', () => {
    const rows = [40, 40, 8, 8].flatMap((many, kind) =>
      Array.from({ length: many }, () => ({
        signs: signs(kind % 2 === 0 ? 1 : -1),
        wanted: Number(kind === 0 || kind === 3),
        weight: 1,
      })),
    )
    const [trimmed = 0] = fitTrimmed(rows, 1, 1, 0.2)
    const [plain = 0] = fitLogistic(rows, 1, 1)
    expect(trimmed).toBeGreaterThan(plain + 0.5)
  })
})
