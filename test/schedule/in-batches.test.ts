import { setImmediate } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { inBatches } from '../../src/schedule/in-batches.ts'

describe('inBatches', () => {
  it('does work for all, some at the same time, and says in order what became of each', async () => {
    let underWay = 0
    let most = 0
    const became: string[] = []
    const work = async (number: number): Promise<number> => {
      most = Math.max(most, ++underWay)
      await setImmediate()
      underWay -= 1
      if (number === 2) throw new Error('two')
      return number * 10
    }
    for await (const some of inBatches([1, 2, 3, 4, 5], 2, work))
      for (const { one, result } of some)
        became.push(`${one}: ${result.status === 'fulfilled' ? result.value : 'failed'}`)
    expect(became).toEqual(['1: 10', '2: failed', '3: 30', '4: 40', '5: 50'])
    expect(most).toBe(2)
  })
})
