import { describe, expect, it } from 'vitest'
import { parseFeed } from '../../../src/feeds/parse-feed.ts'
import { hubOf } from '../../../src/feeds/websub/hub-of.ts'
import { atomText, jsonText, rdfText, rssText } from '../../fakes/feed-text.ts'

const URL = 'https://gazette.example/rss'
const HUB = 'https://hub.example/'
const SELF = 'https://gazette.example/self'
const inAtom = `<link rel="hub" href="${HUB}"/><link rel="self" href="${SELF}"/>`
const inRss = inAtom.replaceAll('<link', '<atom:link xmlns:atom="http://www.w3.org/2005/Atom"')
const inJson = JSON.stringify({ hubs: [{ type: 'WebSub', url: HUB }], feed_url: SELF }).slice(1, -1)

describe('hubOf', () => {
  it.each([
    ['Atom', atomText({ extra: inAtom })],
    ['RSS', rssText({ extra: inRss })],
    ['RDF', rdfText({ extra: inRss })],
    ['RSS that has to be repaired first', rssText({ extra: `${inRss}<br>` })],
    ['JSON Feed', jsonText().replace('{', `{${inJson},`)],
  ])('finds the hub in %s', async (_format, text) => {
    const feed = await parseFeed(Buffer.from(text))
    expect(hubOf(undefined, feed, URL)).toEqual({ hub: HUB, topic: SELF })
  })

  const none = { hubs: [], self: null }
  const own = { hubs: ['https://own.example/'], self: SELF }

  it.each<[string, string | undefined, Parameters<typeof hubOf>[1], ReturnType<typeof hubOf>]>([
    ['knows none where there is none', undefined, none, null],
    [
      'takes the address it read where the feed does not name its own',
      undefined,
      { hubs: [HUB], self: null },
      { hub: HUB, topic: URL },
    ],
    [
      'believes the header before the feed',
      `<${HUB}>; rel="hub", </news>; rel=self`,
      own,
      { hub: HUB, topic: 'https://gazette.example/news' },
    ],
    ['takes each from where it is', `<${HUB}>; rel="hub"`, own, { hub: HUB, topic: SELF }],
    ['looks past links of other kinds', '</style.css>; rel=preload', none, null],
    ['passes over a header that is none', 'hub: none', own, { hub: 'https://own.example/', topic: SELF }],
    ['takes no address that is not of the web', '<file:///hub>; rel="hub"', none, null],
    [
      'sends the key over TLS where the feed came over TLS',
      undefined,
      { hubs: ['http://hub.example/'], self: SELF },
      { hub: HUB, topic: SELF },
    ],
  ])('%s', (_rule, header, feed, expected) => {
    expect(hubOf(header, feed, URL)).toEqual(expected)
  })
})
