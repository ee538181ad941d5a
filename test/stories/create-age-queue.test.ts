import { describe, expect, it } from 'vitest'
import { createAgeQueue } from '../../src/stories/create-age-queue.ts'

const HOUR = 3_600_000

describe('createAgeQueue', () => {
  it('gives what is older than the limit once, in whatever order it came', () => {
    const queue = createAgeQueue()
    queue.add('young', 5 * HOUR)
    queue.add('old', HOUR)
    queue.add('edge', 2 * HOUR + 10)
    queue.add('beyond', 2 * HOUR + 20)
    expect(queue.takeBefore(2 * HOUR + 20)).toEqual(['old', 'edge'])
    expect(queue.takeBefore(2 * HOUR + 20)).toEqual([])
    expect(queue.takeBefore(6 * HOUR).toSorted()).toEqual(['beyond', 'young'])
  })
})
