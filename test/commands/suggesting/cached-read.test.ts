import { describe, expect, it } from 'vitest'
import { createCachedRead } from '../../../src/commands/suggesting/cached-read.ts'

const NEVER = new Promise<never>(() => undefined)
const AT_ONCE = Promise.resolve()

/** A store that answers on demand. */
function aSlowRead(most = 10) {
  const asked: { key: string; known: string | undefined; answer: PromiseWithResolvers<string> }[] = []
  let now = 0
  const cached = createCachedRead<string, string>(
    (key, known) => {
      const answer = Promise.withResolvers<string>()
      asked.push({ key, known, answer })
      return answer.promise
    },
    { freshMs: 1_000, most, now: () => now },
  )
  return { asked, cached, pass: (time: number) => (now += time) }
}

describe('createCachedRead', () => {
  it('asks once for a thing that several want at the same time', async () => {
    const { asked, cached } = aSlowRead()
    const both = [cached('a', NEVER), cached('a', NEVER)]
    asked[0]?.answer.resolve('first')
    expect(await Promise.all(both)).toEqual(['first', 'first'])
    expect(asked).toHaveLength(1)
  })

  it('asks again when what it knows is old, and says what it knew', async () => {
    const { asked, cached, pass } = aSlowRead()
    const first = cached('a', NEVER)
    asked[0]?.answer.resolve('first')
    await first
    pass(999)
    expect(await cached('a', NEVER)).toBe('first')
    pass(1)
    const second = cached('a', NEVER)
    expect(asked[1]).toMatchObject({ key: 'a', known: 'first' })
    asked[1]?.answer.resolve('second')
    expect(await second).toBe('second')
  })

  it('gives what it knew to those who wait no longer, and the answer to whoever asks after it came', async () => {
    const { asked, cached, pass } = aSlowRead()
    expect(await cached('a', AT_ONCE)).toBeUndefined()
    asked[0]?.answer.resolve('first')
    expect(await cached('a', NEVER)).toBe('first')
    pass(1_000)
    expect(await cached('a', AT_ONCE)).toBe('first')
  })

  it('throws a fault to who waits, and asks again', async () => {
    const { asked, cached } = aSlowRead()
    const broken = cached('a', NEVER)
    asked[0]?.answer.reject(new Error('the disk is full'))
    await expect(broken).rejects.toThrow('the disk is full')
    const mended = cached('a', NEVER)
    asked[1]?.answer.resolve('first')
    expect(await mended).toBe('first')
  })

  it('forgets what nobody asked for longest', async () => {
    const { asked, cached } = aSlowRead(2)
    for (const key of ['a', 'b', 'a', 'c']) {
      const value = cached(key, NEVER)
      asked.at(-1)?.answer.resolve(key)
      await value
    }
    expect(asked.map(({ key }) => key)).toEqual(['a', 'b', 'c'])
    expect(await cached('a', AT_ONCE)).toBe('a')
    expect(await cached('b', AT_ONCE)).toBeUndefined()
  })
})
