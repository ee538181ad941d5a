import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { NEVER_READ } from '../../src/records/feed-state.ts'
import { misbehaviour, startFeedServer } from '../fakes/feed-server.ts'
import { atomText, jsonText, rdfText, rssText, someItems } from '../fakes/feed-text.ts'
import { aReader, DAY, HOUR, MINUTE, START } from './a-reader.ts'

const reader = aReader()
const items = someItems(3)
const rss = rssText({ items })

describe('createFeedReader', () => {
  it.each([
    ['RSS', rssText({ items }), 'application/rss+xml'],
    ['Atom', atomText({ items }), 'application/atom+xml'],
    ['RDF', rdfText({ items }), 'application/rdf+xml'],
    ['JSON Feed', jsonText({ items }), 'application/feed+json'],
  ])('reads %s from a server', async (_name, body, type) => {
    const outcome = await reader.read(reader.server.serve(reader.somewhere(), { body, type }))
    expect(outcome).toMatchObject({
      status: 'new',
      feed: {
        title: 'Outlet',
        link: 'https://outlet.example/',
        lost: 0,
        entries: [
          {
            guid: 'outlet-3',
            title: 'Item 3',
            link: 'https://outlet.example/news/3',
            publishedAt: Date.parse('2026-03-10T12:00:00Z'),
            text: 'Paragraph one of item 3.\n\nParagraph two.',
          },
          { guid: 'outlet-2' },
          { guid: 'outlet-1' },
        ],
      },
      state: { lastSuccessAt: START, newestEntryAt: Date.parse('2026-03-10T12:00:00Z'), failuresInARow: 0 },
    })
  })

  it.each([
    ['gzip', gzipSync(rss)],
    ['br', brotliCompressSync(rss)],
    ['deflate', deflateSync(rss)],
    ['deflate', deflateRawSync(rss)],
    ['', gzipSync(rss)],
  ])('unpacks "%s"', async (encoding, body) => {
    const headers = encoding === '' ? {} : { 'content-encoding': encoding }
    expect(await reader.read(reader.server.serve(reader.somewhere(), { body, headers }))).toMatchObject({
      status: 'new',
    })
  })

  it('says who it is, and sends validators back as they came', async () => {
    const path = reader.somewhere()
    const etag = 'W/"a-weak,  odd one"'
    const lastModified = 'Tue, 10 Mar 2026 12:00:00 GMT'
    const url = reader.server.serve(path, { body: rss, etag, lastModified })
    const first = await reader.read(url)
    const second = await reader.read(url, first.state)
    expect(second).toMatchObject({ status: 'unchanged', state: { etag, lastModified, lastSuccessAt: START } })
    const asked = reader.server.requests.filter((request) => request.path === path)
    expect(asked[0]?.headers).not.toHaveProperty('if-none-match')
    expect(asked[1]?.headers).toMatchObject({
      'user-agent': 'Dragoman/test (+https://dragoman.example)',
      'if-none-match': etag,
      'if-modified-since': lastModified,
    })
  })

  it('sees by its hash that a body is the same where a server ignores validators', async () => {
    const url = reader.server.serve(reader.somewhere(), { body: rss })
    const first = await reader.read(url)
    expect(await reader.read(url, first.state)).toMatchObject({ status: 'unchanged' })
    reader.server.serve(new URL(url).pathname, { body: rssText({ items: someItems(4) }) })
    expect(await reader.read(url, first.state)).toMatchObject({ status: 'new' })
  })

  it.each([
    ['404', 'not-found', misbehaviour.notFound],
    ['410', 'gone', misbehaviour.gone],
    ['403', 'refused', misbehaviour.forbidden],
    ['500', 'server-error', misbehaviour.fault],
    ['a server that says nothing', 'timeout', misbehaviour.slowHeaders],
    ['a body that stops', 'timeout', misbehaviour.slowBody],
    ['a broken connection', 'unreachable', misbehaviour.reset],
    ['half a body', 'unreachable', misbehaviour.halfBody],
    ['a body without end', 'too-large', misbehaviour.huge],
    ['a body that drips without end', 'timeout', misbehaviour.dripBody],
    ['headers that drip without end', 'timeout', misbehaviour.dripHeaders],
    ['ninety headers', 'too-large', misbehaviour.manyHeaders],
    ['a gzip bomb', 'too-large', misbehaviour.bomb('gzip')],
    ['a brotli bomb', 'too-large', misbehaviour.bomb('br')],
    ['a deflate bomb', 'too-large', misbehaviour.bomb('deflate')],
    ['a bomb that does not say so', 'too-large', misbehaviour.quietBomb],
    ['a bomb in a bomb', 'too-large', misbehaviour.bombInBomb],
    ['broken gzip', 'unparseable', misbehaviour.brokenGzip],
    ['a web page', 'not-a-feed', misbehaviour.webPage],
    ['a piece of a web page', 'not-a-feed', misbehaviour.pieceOfPage],
    ['nothing', 'not-a-feed', misbehaviour.empty],
    ['prose', 'not-a-feed', misbehaviour.notXml],
    ['a browser check', 'bot-protection', misbehaviour.challenge],
    ['a browser check behind a 200', 'bot-protection', misbehaviour.quietChallenge],
  ])('reports %s as %s and loses nothing it knew', async (_name, kind, answer) => {
    const path = reader.somewhere()
    const url = reader.server.serve(path, { body: rss, etag: '"1"' })
    const good = await reader.read(url)
    reader.server.serve(path, answer)
    const bad = await reader.read(url, good.state)
    expect(bad).toMatchObject({
      status: 'failed',
      failure: { kind, at: START },
      state: { etag: '"1"', lastSuccessAt: START, failuresInARow: 1, lastFailure: { kind } },
    })
    expect(bad.state.lastFailure?.text).toMatch(/\w{3}.*[.)]$/)
  })

  it('asks again for the whole of a feed that was cut off on its way', async () => {
    const whole = rssText({ items: someItems(3) })
    const path = reader.somewhere()
    const url = reader.server.serve(path, {
      body: whole.slice(0, whole.lastIndexOf('</title>')),
      etag: '"1"',
    })
    const first = await reader.read(url)
    expect(first).toMatchObject({ status: 'new', state: { etag: null, lost: 1, shown: 2 } })
    reader.server.serve(path, { body: whole, etag: '"1"' })
    expect(await reader.read(url, first.state)).toMatchObject({
      status: 'new',
      state: { etag: '"1"', shown: 3 },
    })
  })

  it('reports a server that is not there, and one whose name nobody knows', async () => {
    const closed = await startFeedServer()
    await closed.close()
    expect(await reader.read(`${closed.origin}/`)).toMatchObject({
      status: 'failed',
      failure: { kind: 'unreachable' },
    })
    expect(await reader.read('http://nobody.invalid/feed')).toMatchObject({
      status: 'failed',
      failure: { kind: 'unreachable' },
    })
  })

  it('waits longer after each failure in a row, up to a day, and forgets them after a success', async () => {
    const path = reader.somewhere()
    const url = reader.server.serve(path, misbehaviour.fault)
    const waits: number[] = []
    let state = NEVER_READ
    for (let round = 0; round < 12; round += 1) {
      ;({ state } = await reader.read(url, state))
      waits.push(state.nextReadAt - START)
    }
    expect(waits.slice(0, 4)).toEqual([5 * MINUTE, 10 * MINUTE, 20 * MINUTE, 40 * MINUTE])
    expect(waits.at(-1)).toBe(DAY)
    reader.server.serve(path, { body: rss })
    expect((await reader.read(url, state)).state).toMatchObject({ failuresInARow: 0, lastFailure: null })
  })

  it.each([
    ['max-age', 45, { headers: { 'cache-control': 'public, max-age=2700' } }, ''],
    ['ttl', 45, {}, '<ttl>45</ttl>'],
    [
      'sy:update… once in two hours, but not later than in an hour',
      60,
      {},
      `<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>12</sy:updateFrequency>`,
    ],
    ['skipHours, at the slowest pace', 60, {}, '<skipHours><hour>12</hour></skipHours>'],
    ['skipDays, at the slowest pace', 60, {}, '<skipDays><day>Tuesday</day></skipDays>'],
    ['half the rhythm of the feed, where nothing is wished', 30, {}, ''],
  ])('comes again by %s: in %i minutes', async (_what, minutes, answer, extra) => {
    const url = reader.server.serve(reader.somewhere(), {
      body: rssText({ items: someItems(20), extra }).replace(
        '<rss ',
        '<rss xmlns:sy="http://purl.org/rss/1.0/modules/syndication/" ',
      ),
      ...answer,
    })
    const { state } = await reader.read(url)
    expect(Math.round((state.nextReadAt - START) / MINUTE)).toBe(minutes)
  })

  it('spreads reads, so that feeds read together do not stay together', async () => {
    const url = reader.server.serve(reader.somewhere(), { body: rss })
    const [early, late] = await Promise.all(
      [0, 1].map((dice) => reader.readWith({ random: () => dice }, url)),
    )
    expect(late?.state.nextReadAt).toBeGreaterThan((early?.state.nextReadAt ?? 0) + 4 * MINUTE)
    const broken = reader.server.serve(reader.somewhere(), misbehaviour.fault)
    const [soon, later] = await Promise.all(
      [0, 1].map((dice) => reader.readWith({ random: () => dice }, broken)),
    )
    expect(later?.state.nextReadAt).toBeGreaterThan((soon?.state.nextReadAt ?? 0) + MINUTE)
  })

  it('ends with 410, without asking again', async () => {
    const path = reader.somewhere()
    const url = reader.server.serve(path, misbehaviour.gone)
    const { state } = await reader.read(url)
    expect(state.gone).toBe(true)
    expect(new Date(state.nextReadAt).getUTCFullYear()).toBeGreaterThan(9999)
    const before = reader.server.requests.length
    expect(await reader.read(url, state)).toMatchObject({ status: 'failed', failure: { kind: 'gone' } })
    expect(reader.server.requests).toHaveLength(before)
  })

  it('begins anew when people change the address', async () => {
    const old = await reader.read(reader.server.serve(reader.somewhere(), misbehaviour.gone))
    expect(
      await reader.read(reader.server.serve(reader.somewhere(), { body: rss }), old.state),
    ).toMatchObject({
      status: 'new',
      state: { gone: false },
    })
  })

  it.each([
    ['429 with seconds', misbehaviour.tooMany('7200')],
    ['503 with a date', misbehaviour.unavailable(new Date(START + 2 * HOUR).toUTCString())],
  ])('leaves the whole host alone after %s', async (_name, answer) => {
    const other = await startFeedServer()
    try {
      const url = other.serve('/limited', answer)
      const neighbour = other.serve('/neighbour', { body: rss })
      expect((await reader.read(url)).state.nextReadAt).toBe(START + 2 * HOUR)
      expect(await reader.read(neighbour)).toMatchObject({
        status: 'failed',
        failure: { kind: 'rate-limited' },
        state: { nextReadAt: START + 2 * HOUR, failuresInARow: 0 },
      })
      expect(other.requests).toHaveLength(1)
      reader.setClock(START + 3 * HOUR)
      expect(await reader.read(neighbour)).toMatchObject({ status: 'new' })
    } finally {
      reader.setClock(START)
      await other.close()
    }
  })

  it('never opens more than two connections to a host', async () => {
    const other = await startFeedServer()
    try {
      const urls = Array.from({ length: 10 }, (_, index) =>
        other.serve(`/${index}`, (_request, response) => {
          setTimeout(() => response.end(rss), 20)
        }),
      )
      const outcomes = await Promise.all(urls.map((url) => reader.read(url)))
      expect(outcomes.every((outcome) => outcome.status === 'new')).toBe(true)
      expect(other.busiest()).toBe(2)
    } finally {
      await other.close()
    }
  })
})
