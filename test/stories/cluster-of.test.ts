import { describe, expect, it } from 'vitest'
import { clusterOf } from '../../src/stories/cluster-of.ts'

const placesOf = (of: readonly { readonly at: number }[]): readonly number[] => of.map(({ at }) => at)

/** A likeness under which no cluster contains both 0 and 0.1. */
const apartAreZeroAndATenth = (one: readonly number[], other: readonly number[]): number =>
  [...one, ...other].includes(0) && [...one, ...other].includes(0.1) ? 0 : 1

/**
 * Points on a line, as alike as they are near: 1 at the same place, a half at a distance of 1. Returns the
 * cluster of the last point.
 */
const withTheLast = (
  points: readonly number[],
  asked: number,
  kept: (one: readonly number[], other: readonly number[]) => number = () => 1,
): readonly number[] => {
  const things = points.map((at) => ({ at, articles: 1, words: 30 }))
  const found = clusterOf(
    things,
    (one, other) => 1 / (1 + Math.abs(one.at - other.at)),
    () => asked,
    (one, other) => kept(placesOf(one.units), placesOf(other.units)),
  )
  return placesOf(found).toSorted((a, b) => a - b)
}

describe('clusterOf', () => {
  it('joins what is near', () => {
    expect(withTheLast([0, 9, 0.5, 1], 0.5)).toEqual([0, 0.5, 1])
  })

  it('leaves alone what is near to nothing', () => {
    expect(withTheLast([0, 0.5, 9], 0.5)).toEqual([9])
  })

  it('joins nothing before what fits better, in whatever order it came', () => {
    const points = [0, 1.2, 2, 2.5]
    for (const [i, last] of points.entries()) {
      const found = withTheLast([...points.toSpliced(i, 1), last], 0.4)
      expect(found).toEqual(last === 0 ? [0] : [1.2, 2, 2.5])
    }
  })

  it('asks all pairs on average: a chain of neighbours is not one cluster', () => {
    expect(withTheLast([0, 1, 2, 3, 4, 5], 0.5)).toEqual([4, 5])
  })

  it('keeps apart what contradicts each other, and goes on with what fits next', () => {
    expect(withTheLast([0, 0.6, 0.1], 0.5, apartAreZeroAndATenth)).toEqual([0.1, 0.6])
  })
})
