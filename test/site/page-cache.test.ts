import { describe, expect, it } from 'vitest'
import { createPageCache, type Drawn, toSend } from '../../src/site/page-cache.ts'

const MINUTE = 60_000
const map = (words: string) => toSend(words, 'image/svg+xml', 'en')
const busy = () => Promise.resolve('busy' as const)

describe('a page cache', () => {
  it('keeps what it has where nothing may be drawn now', async () => {
    let now = 0
    const cache = createPageCache(() => now)
    const drawn = await map('a map')
    await cache.read('map', () => Promise.resolve(drawn))
    now += MINUTE
    expect(await cache.read('map', busy)).toBe(drawn)
    expect(await cache.read('map', busy)).toBe(drawn)
    now += 5 * MINUTE
    expect(await cache.read('map', busy)).toBe('busy')
  })

  it('draws for a client who waited for the drawing of another that had had enough', async () => {
    const cache = createPageCache()
    const { promise, resolve } = Promise.withResolvers<Drawn>()
    const first = cache.read('map', () => promise)
    const drawn = await map('a map')
    const second = cache.read('map', () => Promise.resolve(drawn))
    resolve('busy')
    expect(await Promise.all([first, second])).toEqual(['busy', drawn])
  })

  it('forgets what is there no more', async () => {
    let now = 0
    const cache = createPageCache(() => now)
    await cache.read('map', () => map('a map'))
    now += MINUTE
    await cache.read('map', () => Promise.resolve(null))
    expect(await cache.read('map', busy)).toBe('busy')
  })
})
