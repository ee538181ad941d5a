import { describe, expect, it } from 'vitest'
import { dot, fitChoices, fitLogistic, fitTrimmed } from '../../../src/summaries/build/fit-weights.ts'

const signs = (...values: number[]): Float64Array => Float64Array.from(values)

describe('fitChoices', () => {
  it('weighs the sign that what was chosen has, and not the one that all have', () => {
    const choices = Array.from({ length: 20 }, () => [signs(1, 1), signs(0, 1), signs(0, 1)])
    const [telling = 0, common = 0] = fitChoices(choices, 2)
    expect(telling).toBeGreaterThan(1)
    expect(Math.abs(common)).toBeLessThan(0.01)
  })
})

describe('fitLogistic', () => {
  it('tells the wanted from the others, whatever the scale of a sign', () => {
    const rows = [-2, -1, -0.5, 0.5, 1, 2].map((value) => ({
      signs: signs(value * 1000, 7),
      wanted: Number(value > 0),
      weight: 1,
    }))
    const weights = fitLogistic(rows, 2)
    const scores = rows.map((row) => dot(weights, row.signs))
    expect(Math.max(...scores.slice(0, 3))).toBeLessThan(Math.min(...scores.slice(3)))
    expect(weights[1]).toBe(0)
  })

  it('gives the same weights for the same rows', () => {
    const rows = [0, 1, 2, 3].map((value) => ({ signs: signs(value), wanted: value % 2, weight: 1 }))
    expect(fitLogistic(rows, 1)).toEqual(fitLogistic(rows, 1))
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
    const [trimmed = 0] = fitTrimmed(rows, 1, 0.2)
    const [plain = 0] = fitLogistic(rows, 1)
    expect(trimmed).toBeGreaterThan(plain + 0.5)
  })
})
