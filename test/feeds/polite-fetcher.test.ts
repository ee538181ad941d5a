import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createFeedReader } from '../../src/feeds/feed-reader.ts'
import { createPageReader } from '../../src/feeds/page-reader.ts'
import { createPoliteFetcher, type PoliteFetcher } from '../../src/feeds/polite-fetcher.ts'
import { NEVER_READ } from '../../src/records/feed-state.ts'
import { misbehaviour, startFeedServer, type FeedServer } from '../fakes/feed-server.ts'
import { rssText, someItems } from '../fakes/feed-text.ts'

const HOUR = 3_600_000
const START = Date.parse('2026-03-10T12:30:00Z')

let server: FeedServer
let fetcher: PoliteFetcher
let clock = START
const options = {
  userAgent: 'Dragoman/test',
  allowAddresses: ['127.0.0.1'],
  timeoutMs: 5000,
  now: () => clock,
}

beforeEach(async () => {
  clock = START
  server = await startFeedServer()
  fetcher = createPoliteFetcher(options)
})
afterEach(async () => {
  await fetcher.close()
  await server.close()
})

/** Answers late enough that requests pile up. */
const slowly = (path: string, body: string, type: string): string =>
  server.serve(path, (_request, response) => {
    setTimeout(() => response.writeHead(200, { 'content-type': type }).end(body), 20)
  })

describe('createPoliteFetcher', () => {
  it('asks nothing more of a host that asks for rest while others wait for their turn', async () => {
    const urls = Array.from({ length: 8 }, (_, index) =>
      server.serve(`/${index}`, misbehaviour.tooMany('3600')),
    )
    const answers = await Promise.all(urls.map((url) => fetcher.get(url)))
    // Two were in progress when the first answer came.
    expect(server.requests.length).toBeLessThanOrEqual(2)
    expect(answers.at(-1)).toEqual({ status: 'held', host: new URL(server.origin).host, until: START + HOUR })
    clock += HOUR + 1
    expect(await fetcher.get(server.serve('/0', { body: 'rested' }))).toMatchObject({ status: 'ok' })
  })

  it('holds questions to a hub as well', async () => {
    await fetcher.get(server.serve('/feed', misbehaviour.unavailable('60')))
    expect(await fetcher.post(`${server.origin}/hub`, new URLSearchParams({ a: 'b' }))).toMatchObject({
      status: 'held',
    })
    expect(server.requests).toHaveLength(1)
  })

  it('lets the readers of feeds and of pages have two connections to a host together', async () => {
    const reader = createFeedReader(options, fetcher)
    const pages = createPageReader(options, fetcher)
    server.serve('/robots.txt', { body: '', type: 'text/plain' })
    const feed = rssText({ items: someItems(1) })
    const feeds = Array.from({ length: 6 }, (_, index) =>
      slowly(`/feed-${index}`, feed, 'application/rss+xml'),
    )
    const articles = Array.from({ length: 6 }, (_, index) =>
      slowly(`/page-${index}`, '<p>One</p>', 'text/html'),
    )
    const [read] = await Promise.all([
      Promise.all(feeds.map((url) => reader.read({ feed: url, language: 'en' }, NEVER_READ))),
      Promise.all(articles.map((url) => pages.read(url))),
    ])
    expect(read.every(({ status }) => status === 'new')).toBe(true)
    expect(server.requests).toHaveLength(13)
    expect(server.busiest()).toBe(2)
    await Promise.all([reader.close(), pages.close()])
  })

  it('keeps from reading pages of a host whose feeds asked for rest', async () => {
    const pages = createPageReader(options, fetcher)
    await fetcher.get(server.serve('/feed', misbehaviour.tooMany('60')))
    expect(await pages.read(`${server.origin}/page`)).toMatchObject({ status: 'disallowed' })
    expect(server.requests).toHaveLength(1)
    await pages.close()
  })
})
