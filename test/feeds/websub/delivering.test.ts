import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { rssText, someItems } from '../../fakes/feed-text.ts'
import type { Hub } from '../../fakes/hub.ts'
import { HOUR, MINUTE, PushedGazette, START } from './a-pushed-gazette.ts'
import { patiently } from '../../patiently.ts'

const gazette = new PushedGazette()

describe('what a hub delivers', () => {
  it.each(['sha1', 'sha256', 'sha384', 'sha512'])('is kept at once when signed with %s', async (method) => {
    await gazette.subscribe()
    const before = await gazette.articles()
    gazette.now += 2 * MINUTE
    expect(await gazette.hub.deliver(gazette.feedOf(4), { method })).toBe(202)
    await gazette.holds(before + 1)
    expect(await gazette.push()).toMatchObject({ deliveredAt: gazette.now, forged: 0 })
    expect(await gazette.state()).toMatchObject({ lastSuccessAt: gazette.now, etag: '"1"' })
  })

  it('is told in the report of the next round, and not kept again by a poll', async () => {
    await gazette.subscribe()
    await gazette.hub.deliver(gazette.feedOf(4))
    let found = 0
    await patiently(async () => {
      found += (await gazette.readDue()).newArticles
      expect(found).toBe(1)
    })
    gazette.server.serve('/gazette', { body: gazette.feedOf(4), etag: '"2"' })
    gazette.now += 2 * HOUR
    expect(await gazette.readDue()).toMatchObject({ read: 1, newArticles: 0 })
  })

  it('may be packed, but not to more than a feed may have', async () => {
    await gazette.subscribe()
    const packed = { 'content-encoding': 'gzip' }
    expect(await gazette.hub.deliver(gzipSync(gazette.feedOf(4)), { headers: packed })).toBe(202)
    await gazette.holds(4)
    expect(await gazette.hub.deliver(gzipSync(Buffer.alloc(11_000_000)), { headers: packed })).toBe(500)
    expect(await gazette.hub.deliver(Buffer.alloc(11_000_000))).toBe(413)
    expect(await gazette.articles()).toBe(4)
  })

  it.each<[string, Parameters<Hub['deliver']>[1]]>([
    ['without a signature', { signature: null }],
    ['signed with another key', { secret: 'guessed' }],
    ['signed in a way that is none', { signature: 'md5=d41d8cd98f00b204e9800998ecf8427e' }],
    ['with half a signature', { signature: 'sha256=d41d8cd98f00b204e9800998ecf8427e' }],
  ])('is thrown away %s, and counted', async (_how, options) => {
    await gazette.subscribe()
    expect(await gazette.hub.deliver(gazette.feedOf(4), options)).toBe(202)
    expect(await gazette.push()).toMatchObject({ forged: 1, deliveredAt: null })
    expect(await gazette.articles()).toBe(3)
  })

  it('is refused where we know nothing of it, so that the hub stops', async () => {
    await gazette.subscribe()
    const callback = `http://127.0.0.1:${gazette.port}/hubs/${'x'.repeat(32)}`
    expect(await gazette.hub.deliver(gazette.feedOf(4), { callback })).toBe(410)
  })

  it('makes us ask the feed where it is empty', async () => {
    await gazette.subscribe()
    gazette.server.serve('/gazette', { body: gazette.feedOf(5), etag: '"2"' })
    await gazette.hub.deliver('')
    await patiently(async () => expect((await gazette.state())?.nextReadAt).toBe(START))
    expect(await gazette.readDue()).toMatchObject({ newArticles: 2 })
  })

  it('is counted as a failure where it is no feed, and polling goes on as before', async () => {
    await gazette.subscribe()
    const before = await gazette.state()
    await gazette.hub.deliver('<html><body>Welcome</body></html>')
    await patiently(async () => expect((await gazette.state())?.failures).toHaveLength(1))
    expect(await gazette.state()).toMatchObject({ failuresInARow: 0, nextReadAt: before?.nextReadAt })
  })
})

describe('polling beside a hub', () => {
  it('slows while the hub delivers, and never stops', async () => {
    await gazette.readDue()
    const usual = await gazette.wait()
    await gazette.subscribe()
    gazette.now += HOUR
    await gazette.readDue()
    const slow = await gazette.wait()
    expect(slow).toBeGreaterThan(1.3 * usual)
    expect(slow).toBeLessThan(2 * HOUR)
  })

  it('is as often as before once two reads found news that the hub had not delivered; then the hub is asked again', async () => {
    await gazette.subscribe()
    for (let read = 1; read <= 2; read += 1) {
      gazette.now += 3 * HOUR
      const newest = new Date(gazette.now - HOUR).toISOString()
      const items = someItems(3, newest).map((item, index) => ({ ...item, guid: `${read}-${index}` }))
      gazette.server.serve('/gazette', {
        body: rssText({ items, extra: gazette.offered() }),
        etag: `"${read}x"`,
      })
      await gazette.readDue()
    }
    expect((await gazette.newsroom.view.sourceHealth())[0]).toMatchObject({ pushed: false })
    await gazette.readDue()
    expect(gazette.hub.asked).toHaveLength(2)
    await gazette.hub.deliver(gazette.feedOf(4))
    await patiently(async () =>
      expect((await gazette.newsroom.view.sourceHealth())[0]).toMatchObject({ pushed: true }),
    )
  })
})
