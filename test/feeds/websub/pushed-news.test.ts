import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { FeedState } from '../../../src/feeds/read-outcome.ts'
import type { Source } from '../../../src/feeds/source.ts'
import type { Push } from '../../../src/feeds/websub/push.ts'
import { openNewsroom, type Newsroom } from '../../../src/newsroom.ts'
import { loadSettings } from '../../../src/settings/load-settings.ts'
import { openPublicServer, type PublicServer } from '../../../src/web/open-public-server.ts'
import { startFeedServer, type FeedServer } from '../../fakes/feed-server.ts'
import { rssText, someItems } from '../../fakes/feed-text.ts'
import { startHub, type Hub } from '../../fakes/hub.ts'

const loaded = loadSettings({ env: {} })
if (!loaded.ok) throw new Error('the settings that ship do not load')
const shipped = loaded.settings

const START = Date.parse('2026-03-10T12:30:00Z')
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

let server: FeedServer
let hub: Hub
let home: string
let web: PublicServer
let newsroom: Newsroom
let now: number
let sources: Source[]

const source: Source = {
  id: 'gazette',
  name: 'Gazette',
  feed: '',
  homepage: 'https://gazette.example/',
  country: 'LB',
  language: 'en',
  ownership: 'private',
  region: 'middle-east',
}

/** A port that stays ours when the newsroom is opened again. */
let port = 0

async function open(): Promise<void> {
  const settings = {
    ...shipped,
    sources,
    dataDirectory: home,
    allowAddresses: ['127.0.0.1'],
    web: { publicUrl: `http://127.0.0.1:${port}`, port },
  }
  newsroom = await openNewsroom(settings, { now: () => now })
  web = await openPublicServer({ ...settings.web, routes: newsroom.routes })
}

async function close(): Promise<void> {
  await web.close()
  await newsroom.close()
}

const feedOf = (items: number, extra = offered()): string => rssText({ items: someItems(items), extra })
const offered = (): string =>
  `<atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="hub" href="${hub.address}"/><atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="self" href="${source.feed}"/>`

const state = async (): Promise<FeedState | undefined> => (await newsroom.store.feedStates()).get(source.id)
const push = async (): Promise<Push | null> => (await state())?.push ?? null
const articles = async (): Promise<number> => (await newsroom.store.counts()).articles

const wait = async (): Promise<number> => ((await state())?.nextReadAt ?? 0) - now

/** Polls whatever is due, then what the hub was asked is on its way. */
const readDue = () => newsroom.desk.readDue()

/** The first read finds the hub, the second asks it. */
async function subscribe(): Promise<void> {
  await readDue()
  await readDue()
  expect(await hub.verify()).toBe(200)
}

beforeEach(async () => {
  server = await startFeedServer()
  hub = await startHub()
  home = mkdtempSync(join(tmpdir(), 'dragoman-push-'))
  now = START
  const probe = await openPublicServer({ port: 0, publicUrl: 'http://127.0.0.1', routes: {} })
  ;({ port } = probe)
  await probe.close()
  Object.assign(source, { feed: `${server.origin}/gazette` })
  server.serve('/gazette', { body: feedOf(3), etag: '"1"' })
  sources = [source]
  await open()
})
afterEach(async () => {
  await close()
  await Promise.all([server.close(), hub.close()])
  rmSync(home, { recursive: true })
})

describe('a feed with a hub', () => {
  it('is subscribed to with a secret and an address of its own, and active once the hub came back', async () => {
    await subscribe()
    const [form] = hub.asked
    expect(Object.fromEntries(form ?? [])).toEqual({
      'hub.mode': 'subscribe',
      'hub.topic': source.feed,
      'hub.callback': expect.stringMatching(new RegExp(`^http://127.0.0.1:${port}/hubs/[\\w-]{32}$`)),
      'hub.secret': expect.stringMatching(/^[\w-]{43}$/),
      'hub.lease_seconds': '864000',
    })
    expect(hub.answers).toEqual([{ status: 200, text: 'c0ffee' }])
    expect(await push()).toMatchObject({ status: 'active', leaseUntil: START + 10 * DAY })
    expect((await newsroom.view.sourceHealth())[0]).toMatchObject({ pushed: true })
    expect(JSON.stringify(await newsroom.view.sourceHealth())).not.toContain(form?.get('hub.secret'))
  })

  it('is subscribed to even where the hub verifies before it answers', async () => {
    hub.verifyAtOnce(3600 * 24)
    await readDue()
    await readDue()
    expect(hub.answers).toEqual([{ status: 200, text: 'c0ffee' }])
    expect(await push()).toMatchObject({ status: 'active', leaseUntil: START + DAY })
  })

  it.each([
    [307, 1],
    [308, 1],
    [302, 0],
  ])('is asked for at another place after %i: %i times', async (status, times) => {
    const other = await startHub()
    try {
      hub.answerWith(status, { location: other.address })
      await readDue()
      await readDue()
      expect(other.asked.map((form) => form.get('hub.secret'))).toEqual(
        Array.from({ length: times }, () => hub.asked[0]?.get('hub.secret')),
      )
    } finally {
      await other.close()
    }
  })

  it.each([
    ['another topic', { 'hub.topic': 'https://other.example/feed' }],
    ['an end that nobody asked for', { 'hub.mode': 'unsubscribe' }],
    ['a mode that there is not', { 'hub.mode': 'publish' }],
    ['no challenge', { 'hub.challenge': '' }],
  ])('refuses to confirm %s', async (_what, changes) => {
    await readDue()
    await readDue()
    expect(await hub.verify(changes)).toBe(404)
    expect(await push()).toMatchObject({ status: 'asked', leaseUntil: null })
  })

  it('is left alone for a week when the hub denies it', async () => {
    await readDue()
    await readDue()
    expect(await hub.verify({ 'hub.mode': 'denied' })).toBe(200)
    expect(await push()).toMatchObject({ status: 'denied' })
    expect(await hub.verify()).toBe(404)
    now += 6 * DAY
    await readDue()
    expect(hub.asked).toHaveLength(1)
    now += 2 * DAY
    await readDue()
    expect(hub.asked).toHaveLength(2)
  })
})

describe('what a hub delivers', () => {
  it.each(['sha1', 'sha256', 'sha384', 'sha512'])('is kept at once when signed with %s', async (method) => {
    await subscribe()
    const before = await articles()
    now += 2 * MINUTE
    expect(await hub.deliver(feedOf(4), { method })).toBe(202)
    await vi.waitFor(async () => expect(await articles()).toBe(before + 1))
    expect(await push()).toMatchObject({ deliveredAt: now, forged: 0 })
    expect(await state()).toMatchObject({ lastSuccessAt: now, etag: '"1"' })
  })

  it('is told in the report of the next round, and not kept again by a poll', async () => {
    await subscribe()
    await hub.deliver(feedOf(4))
    await vi.waitFor(async () => expect(await articles()).toBe(4))
    expect(await readDue()).toMatchObject({ newArticles: 1 })
    server.serve('/gazette', { body: feedOf(4), etag: '"2"' })
    now += 2 * HOUR
    expect(await readDue()).toMatchObject({ read: 1, newArticles: 0 })
  })

  it('may be packed, but not to more than a feed may have', async () => {
    await subscribe()
    const packed = { 'content-encoding': 'gzip' }
    expect(await hub.deliver(gzipSync(feedOf(4)), { headers: packed })).toBe(202)
    await vi.waitFor(async () => expect(await articles()).toBe(4))
    expect(await hub.deliver(gzipSync(Buffer.alloc(11_000_000)), { headers: packed })).toBe(500)
    expect(await hub.deliver(Buffer.alloc(11_000_000))).toBe(413)
    expect(await articles()).toBe(4)
  })

  it.each<[string, Parameters<Hub['deliver']>[1]]>([
    ['without a signature', { signature: null }],
    ['signed with another key', { secret: 'guessed' }],
    ['signed in a way that is none', { signature: 'md5=d41d8cd98f00b204e9800998ecf8427e' }],
    ['with half a signature', { signature: 'sha256=d41d8cd98f00b204e9800998ecf8427e' }],
  ])('is thrown away %s, and counted', async (_how, options) => {
    await subscribe()
    expect(await hub.deliver(feedOf(4), options)).toBe(202)
    expect(await push()).toMatchObject({ forged: 1, deliveredAt: null })
    expect(await articles()).toBe(3)
  })

  it('is refused where we know nothing of it, so that the hub stops', async () => {
    await subscribe()
    const callback = `http://127.0.0.1:${port}/hubs/${'x'.repeat(32)}`
    expect(await hub.deliver(feedOf(4), { callback })).toBe(410)
  })

  it('makes us ask the feed where it is empty', async () => {
    await subscribe()
    server.serve('/gazette', { body: feedOf(5), etag: '"2"' })
    await hub.deliver('')
    await vi.waitFor(async () => expect((await state())?.nextReadAt).toBe(START))
    expect(await readDue()).toMatchObject({ newArticles: 2 })
  })

  it('is counted as a failure where it is no feed, and polling goes on as before', async () => {
    await subscribe()
    const before = await state()
    await hub.deliver('<html><body>Welcome</body></html>')
    await vi.waitFor(async () => expect((await state())?.failures).toHaveLength(1))
    expect(await state()).toMatchObject({ failuresInARow: 0, nextReadAt: before?.nextReadAt })
  })
})

describe('polling beside a hub', () => {
  it('slows while the hub delivers, and never stops', async () => {
    const usual = await readDue().then(wait)
    await subscribe()
    now += HOUR
    await readDue()
    const slow = await wait()
    expect(slow).toBeGreaterThan(1.3 * usual)
    expect(slow).toBeLessThan(2 * HOUR)
  })

  it('is as often as before once two reads found news that the hub had not delivered; then the hub is asked again', async () => {
    await subscribe()
    for (let read = 1; read <= 2; read += 1) {
      now += 3 * HOUR
      const newest = new Date(now - HOUR).toISOString()
      const items = someItems(3, newest).map((item, index) => ({ ...item, guid: `${read}-${index}` }))
      server.serve('/gazette', { body: rssText({ items, extra: offered() }), etag: `"${read}x"` })
      await readDue()
    }
    expect((await newsroom.view.sourceHealth())[0]).toMatchObject({ pushed: false })
    await readDue()
    expect(hub.asked).toHaveLength(2)
    await hub.deliver(feedOf(4))
    await vi.waitFor(async () =>
      expect((await newsroom.view.sourceHealth())[0]).toMatchObject({ pushed: true }),
    )
  })
})

describe('a subscription in the course of time', () => {
  it('is renewed with the same key before its lease ends', async () => {
    await subscribe()
    now += 7.9 * DAY
    await readDue()
    expect(hub.asked).toHaveLength(1)
    now += 0.2 * DAY
    await readDue()
    expect(hub.asked).toHaveLength(2)
    expect(Object.fromEntries(hub.asked[1] ?? [])).toEqual(Object.fromEntries(hub.asked[0] ?? []))
    // It goes on while the hub takes its time.
    expect(await push()).toMatchObject({ status: 'active' })
    await hub.verify()
    expect(await push()).toMatchObject({ leaseUntil: now + 10 * DAY, inVain: 0 })
  })

  it('counts for nothing once its lease is over', async () => {
    await subscribe()
    hub.answerWith(500)
    now += 11 * DAY
    expect((await newsroom.view.sourceHealth())[0]).toMatchObject({ pushed: false })
    await readDue()
    expect(await push()).toMatchObject({ status: 'asked' })
  })

  it('is asked for again later each time while the hub is down, up to a day', async () => {
    await hub.close()
    const asked: (number | undefined)[] = []
    await readDue()
    for (let hour = 0; hour < 80; hour += 1) {
      await readDue()
      asked.push((await push())?.askedAt)
      now += HOUR
    }
    hub = await startHub()
    const hours = [...new Set(asked)].map((at) => ((at ?? 0) - START) / HOUR)
    expect(hours).toEqual([0, 1, 3, 7, 15, 31, 55, 79])
  }, 60_000)

  it('outlives a restart', async () => {
    await subscribe()
    await close()
    await open()
    expect(await hub.deliver(feedOf(4))).toBe(202)
    await vi.waitFor(async () => expect(await articles()).toBe(4))
    await readDue()
    expect(hub.asked).toHaveLength(1)
  })

  it('ends at the hub when the source is no longer read', async () => {
    await subscribe()
    now += 2 * DAY
    await close()
    sources = []
    await open()
    await readDue()
    expect(hub.asked.at(-1)?.get('hub.mode')).toBe('unsubscribe')
    expect(await hub.verify()).toBe(200)
    expect(hub.answers.at(-1)).toEqual({ status: 200, text: 'c0ffee' })
    expect(await push()).toBeNull()
    expect(await hub.deliver(feedOf(4))).toBe(410)
  })

  it('ends when the feed names another hub, but does not run after each new name', async () => {
    await subscribe()
    const other = await startHub()
    try {
      server.serve('/gazette', { body: feedOf(4).replace(hub.address, other.address), etag: '"2"' })
      now += 3 * HOUR
      await readDue()
      await readDue()
      expect(other.asked).toHaveLength(0)
      now += DAY
      await readDue()
      expect(hub.asked.at(-1)?.get('hub.mode')).toBe('unsubscribe')
      expect(other.asked.map((form) => form.get('hub.mode'))).toEqual(['subscribe'])
    } finally {
      await other.close()
    }
  })

  it('is begun anew with another key where the hub signs with the wrong one', async () => {
    await subscribe()
    for (let times = 0; times < 3; times += 1) await hub.deliver(feedOf(4), { secret: 'old' })
    now += 2 * DAY
    await readDue()
    const [first, , second] = hub.asked
    expect(hub.asked.map((form) => form.get('hub.mode'))).toEqual(['subscribe', 'unsubscribe', 'subscribe'])
    expect(second?.get('hub.secret')).not.toBe(first?.get('hub.secret'))
  })
})
