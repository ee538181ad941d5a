import { describe, expect, it } from 'vitest'
import { freshness } from '../../src/stories/join-threshold.ts'

const HOUR = 3_600_000

describe('freshness', () => {
  it.each([
    [-5 * HOUR, 1],
    [23 * HOUR, 1],
    [48 * HOUR, 0.5],
    [7 * 24 * HOUR, 0.015625],
    [8 * 24 * HOUR, 0],
    [Infinity, 1],
  ])('of a gap of %d ms is %d', (gap, fresh) => {
    expect(freshness(gap)).toBe(fresh)
  })
})
