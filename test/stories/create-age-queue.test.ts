import { describe, expect, it } from 'vitest'
import { createAgeQueue } from '../../src/stories/create-age-queue.ts'

const HOUR = 3_600_000

describe('createAgeQueue', () => {
  it('gives what is older than the limit once, in whatever order it came', () => {
    const queue = createAgeQueue<{ at: number }>()
    const [young, old, edge, beyond] = [
      { at: 5 * HOUR },
      { at: HOUR },
      { at: 2 * HOUR + 10 },
      { at: 2 * HOUR + 20 },
    ] as const
    for (const aged of [young, old, edge, beyond]) queue.add(aged)
    expect(queue.takeBefore(2 * HOUR + 20)).toEqual([old, edge])
    expect(queue.takeBefore(2 * HOUR + 20)).toEqual([])
    expect(new Set(queue.takeBefore(6 * HOUR))).toEqual(new Set([beyond, young]))
  })
})
