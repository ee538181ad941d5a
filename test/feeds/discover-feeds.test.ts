import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { discoverFeeds, type Discovered, type FoundFeed } from '../../src/feeds/discover-feeds.ts'
import { createFeedParser, type FeedParser } from '../../src/feeds/feed-parser.ts'
import { createFetcher, type Fetcher } from '../../src/feeds/fetch-feed.ts'
import { misbehaviour, startFeedServer, type FeedServer } from '../fakes/feed-server.ts'
import { atomText, rssText, someItems } from '../fakes/feed-text.ts'

let server: FeedServer
let fetcher: Fetcher
let parser: FeedParser

beforeAll(() => {
  fetcher = createFetcher({ userAgent: 'Dragoman/test', allowAddresses: ['127.0.0.1'] })
  parser = createFeedParser()
})
afterAll(() => Promise.all([fetcher.close(), parser.close()]))
beforeEach(async () => {
  server = await startFeedServer()
  return () => server.close()
})

const page = (head: string, body = ''): { body: string; type: string } => ({
  body: `<!doctype html><html><head><title>Outlet</title>${head}</head><body>${body}</body></html>`,
  type: 'text/html',
})
const look = (address: string): Promise<Discovered> => discoverFeeds(address, { fetcher, parser })
const discover = async (path = '/'): Promise<readonly FoundFeed[]> => {
  const looked = await look(`${server.origin}${path}`)
  return looked.status === 'found' ? looked.feeds : []
}
const rss = { body: rssText({ items: someItems(2), extra: '<language>tr</language>' }) }

describe('discoverFeeds', () => {
  it('takes an address that is a feed already', async () => {
    server.serve('/news', rss)
    expect(await discover('/news')).toEqual([
      { feed: `${server.origin}/news`, title: 'Outlet', language: 'tr', entries: 2 },
    ])
  })

  it('takes what the page declares, without comments, dead links and second formats of the same', async () => {
    server.serve(
      '/',
      page(`
      <link rel="alternate" type="application/rss+xml" title="Outlet" href="/one">
      <link rel='alternate' type='application/atom+xml' href='/one.atom'>
      <link rel="alternate" type="application/rss+xml" title="Outlet » Comments" href="/comments">
      <link rel="alternate" type="application/rss+xml" href="/dead">
      <link rel="alternate" type="application/atom+xml" href="/sport">
      <link rel="alternate" hreflang="de" href="/de">`),
    )
    server.serve('/one', rss)
    server.serve('/one.atom', { body: atomText({ items: someItems(2) }) })
    server.serve('/comments', { body: rssText({ title: 'Comments' }) })
    server.serve('/sport', { body: atomText({ title: 'Sport', items: someItems(1) }) })
    expect((await discover()).map(({ feed }) => feed)).toEqual([
      `${server.origin}/one`,
      `${server.origin}/sport`,
    ])
  })

  it('takes a link in the page, relative to its base', async () => {
    server.serve('/', page('<base href="/en/">', '<a href="rss.xml">RSS</a>'))
    server.serve('/en/rss.xml', rss)
    expect(await discover()).toMatchObject([{ feed: `${server.origin}/en/rss.xml` }])
  })

  it('tries the usual places where nothing is declared', async () => {
    server.serve('/', page(''))
    server.serve('/atom.xml', rss)
    expect(await discover()).toMatchObject([{ feed: `${server.origin}/atom.xml` }])
  })

  it('finds nothing where there is nothing', async () => {
    expect(await discover()).toEqual([])
  })

  it('finds no feed in a piece of a page', async () => {
    server.serve('/', { body: '<p>One<p>Two', type: 'text/html' })
    expect(await discover()).toEqual([])
  })

  it('says that there is nothing where a page answers, and that a page is missing where it is', async () => {
    server.serve('/', page(''))
    expect(await look(`${server.origin}/`)).toEqual({ status: 'none' })
    expect(await look(`${server.origin}/nowhere`)).toEqual({ status: 'none' })
  })

  it('says why the address could not be read, and asks nothing more of a port where nobody listens', async () => {
    const { origin } = server
    await server.close()
    expect(await look(`${origin}/`)).toEqual({
      status: 'unread',
      kind: 'unreachable',
      text: 'The server takes no connections.',
    })
    server = await startFeedServer()
    server.serve('/', misbehaviour.fault)
    expect(await look(`${server.origin}/`)).toMatchObject({ status: 'unread', kind: 'server-error' })
    expect(await look('http://10.0.0.1/')).toMatchObject({ status: 'unread', kind: 'forbidden-address' })
  })

  it('finds the feed of a site whose front page fails', async () => {
    server.serve('/', misbehaviour.fault)
    server.serve('/feed/', rss)
    expect(await discover()).toMatchObject([{ feed: `${server.origin}/feed/` }])
  })
})
