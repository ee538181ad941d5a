import { describe, expect, it } from 'vitest'
import { NEVER_READ } from '../../src/records/feed-state.ts'
import { healthOf } from '../../src/feeds/source-health.ts'
import { rssText, someItems } from '../fakes/feed-text.ts'
import { aReader, DAY, START } from './a-reader.ts'

const reader = aReader()

describe('a feed that stops the parser', () => {
  it.each([
    ['takes too long', { deadlineMs: 1 }, rssText({ items: someItems(1500) })],
    [
      'takes too much memory',
      { memoryMb: 24, deadlineMs: 20_000 },
      `<feed xmlns="http://www.w3.org/2005/Atom"><entry>${'<link rel="x" href="y"/>'.repeat(400_000)}</entry></feed>`,
    ],
  ])(
    'because it %s is counted, put off for a day the second time, and reported, while others are read',
    async (_how, parser, body) => {
      const own = reader.readerWith({ parser, maxBytes: 20_000_000, timeoutMs: 10_000 })
      const source = { feed: reader.server.serve(reader.somewhere(), { body }), language: 'en' }
      try {
        const first = await own.read(source, NEVER_READ)
        expect(first).toMatchObject({ failure: { kind: 'parser-killed' }, state: { kills: 1 } })
        const second = await own.read(source, first.state)
        expect(second.state).toMatchObject({ kills: 2, nextReadAt: START + DAY })
        expect(healthOf(source, second.state, START)).toMatchObject({
          state: 'paused',
          finding: { kind: 'kills', times: 2 },
          failures: [{ kind: 'parser-killed', times: 2 }],
        })
        // A delivery of its hub does not circumvent that.
        expect(
          await own.readDelivery(source, second.state, { bytes: Buffer.from(body), contentType: 'text/xml' }),
        ).toMatchObject({ status: 'unchanged', state: { kills: 2 } })
      } finally {
        await own.close()
      }
    },
    30_000,
  )

  it('is forgiven once it is read again', async () => {
    const url = reader.server.serve(reader.somewhere(), { body: rssText({ items: someItems(2) }) })
    expect(await reader.read(url, { ...NEVER_READ, kills: 2 })).toMatchObject({ state: { kills: 0 } })
  })
})
