import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { shareTheThread } from '../../src/thread/share-the-thread.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] })
})
afterEach(() => vi.useRealTimers())

describe('shareTheThread', () => {
  it('lets others run once a loop has held the thread for five milliseconds, and not before', async () => {
    const pause = shareTheThread()
    const othersRan: boolean[] = []
    for (const heldMs of [4, 1, 4, 1]) {
      let hasRun = false
      setImmediate(() => {
        hasRun = true
      })
      vi.advanceTimersByTime(heldMs)
      await pause()
      othersRan.push(hasRun)
    }
    expect(othersRan).toEqual([false, true, false, true])
  })
})
