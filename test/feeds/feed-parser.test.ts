import { describe, expect, it } from 'vitest'
import { createFeedParser } from '../../src/feeds/feed-parser.ts'
import { rssText, someItems } from '../fakes/feed-text.ts'

const small = (): Buffer => Buffer.from(rssText({ items: someItems(2) }))

describe('createFeedParser', () => {
  it('parses outside the main thread, which goes on working meanwhile', async () => {
    const parser = createFeedParser()
    try {
      await parser.parse(small(), {})
      let ticks = 0
      const timer = setInterval(() => {
        ticks += 1
      }, 1)
      const answer = await parser.parse(Buffer.from(rssText({ items: someItems(2000) })), {})
      clearInterval(timer)
      expect(answer).toMatchObject({ status: 'parsed' })
      expect(ticks).toBeGreaterThan(5)
    } finally {
      await parser.close()
    }
  })

  // A real deadline with real work: a busy machine may need a second try.
  it(
    'ends a thread at the deadline and reads the next feed in a new one',
    { retry: 3, timeout: 60_000 },
    async () => {
      const parser = createFeedParser({ deadlineMs: 2000 })
      try {
        await parser.parse(small(), {})
        const heavy = Buffer.from(
          `<rss><channel>${`<item><description>${'&lt;p&gt;&lt;b&gt;'.repeat(12_000)}</description></item>`.repeat(150)}</channel></rss>`,
        )
        const [killed, next] = await Promise.all([parser.parse(heavy, {}), parser.parse(small(), {})])
        expect(killed).toMatchObject({ status: 'killed', text: expect.stringContaining('longer than 2 s') })
        expect(next).toMatchObject({
          status: 'parsed',
          feed: { entries: [{ guid: 'outlet-2' }, { guid: 'outlet-1' }] },
        })
      } finally {
        await parser.close()
      }
    },
  )

  it('ends a thread that needs too much memory, not the program', async () => {
    const parser = createFeedParser({ memoryMb: 24, deadlineMs: 20_000 })
    try {
      const answer = await parser.parse(
        Buffer.from(
          `<feed xmlns="http://www.w3.org/2005/Atom"><entry>${'<link rel="x" href="y"/>'.repeat(4e5)}</entry></feed>`,
        ),
        {},
      )
      expect(answer).toMatchObject({ status: 'killed', text: expect.stringContaining('memory') })
      expect(await parser.parse(small(), {})).toMatchObject({ status: 'parsed' })
    } finally {
      await parser.close()
    }
  }, 30_000)

  it('tells apart what is no feed', async () => {
    const parser = createFeedParser()
    try {
      expect(await parser.parse(Buffer.from('<html></html>'), {})).toMatchObject({
        status: 'not-a-feed',
        code: 'html',
      })
    } finally {
      await parser.close()
    }
  })
})
