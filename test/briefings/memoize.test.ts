import { describe, expect, it } from 'vitest'
import { memoize } from '../../src/briefings/memoize.ts'

describe('memoize', () => {
  it('asks once for each list of arguments, told apart by identity and place', async () => {
    const asked: unknown[][] = []
    const answer = memoize((...args: readonly unknown[]) => {
      asked.push([...args])
      return Promise.resolve({ nth: asked.length })
    })
    const [one, other] = [{ id: 1 }, { id: 1 }]
    const lists = [[], [one], [other], [one, 'x'], ['x', one], [one, 'x', null]]
    const first = await Promise.all(lists.map((list) => answer(...list)))
    const again = await Promise.all(lists.map((list) => answer(...list)))
    expect(asked).toEqual(lists)
    expect(first.map(({ nth }) => nth)).toEqual([1, 2, 3, 4, 5, 6])
    for (const [index, given] of first.entries()) expect(again[index]).toBe(given)
  })

  it('asks again what failed', async () => {
    let isWell = false
    const answer = memoize((what: string) =>
      isWell ? Promise.resolve(what) : Promise.reject(new Error('the disk has a hole')),
    )
    await expect(answer('x')).rejects.toThrow('hole')
    isWell = true
    expect(await answer('x')).toBe('x')
  })
})
