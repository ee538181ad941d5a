import { gzipSync, brotliCompressSync, deflateRawSync, deflateSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createFeedReader, type FeedReader, type FeedReaderOptions } from '../../src/feeds/feed-reader.ts'
import { NEVER_READ, type FeedState, type ReadOutcome } from '../../src/feeds/read-outcome.ts'
import { misbehaviour, startFeedServer, type FeedServer } from '../fakes/feed-server.ts'
import { atomText, jsonText, rdfText, rssText, someItems } from '../fakes/feed-text.ts'

const START = Date.parse('2026-03-10T12:30:00Z')
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

let server: FeedServer
let reader: FeedReader
let clock = START

const readerWith = (options: Partial<FeedReaderOptions> = {}): FeedReader =>
  createFeedReader({
    userAgent: 'Dragoman/test (+https://dragoman.example)',
    allowAddresses: ['127.0.0.0/8'],
    timeoutMs: 1500,
    maxBytes: 1_000_000,
    now: () => clock,
    random: () => 0.5,
    ...options,
  })

beforeAll(async () => {
  server = await startFeedServer()
  reader = readerWith()
})

afterAll(async () => {
  await reader.close()
  await server.close()
})

let paths = 0
const somewhere = (): string => `/feed-${(paths += 1)}`

const read = (feed: string, state: FeedState = NEVER_READ, language = 'en'): Promise<ReadOutcome> =>
  reader.read({ feed, language }, state)

const items = someItems(3)
const rss = rssText({ items })

describe('createFeedReader', () => {
  it.each([
    ['RSS', 'rss', rssText({ items }), 'application/rss+xml'],
    ['Atom', 'atom', atomText({ items }), 'application/atom+xml'],
    ['RDF', 'rdf', rdfText({ items }), 'application/rdf+xml'],
    ['JSON Feed', 'json', jsonText({ items }), 'application/feed+json'],
  ])('reads %s from a server', async (_name, format, body, type) => {
    const outcome = await read(server.serve(somewhere(), { body, type }))
    expect(outcome).toMatchObject({
      status: 'new',
      feed: {
        format,
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
    expect(await read(server.serve(somewhere(), { body, headers }))).toMatchObject({ status: 'new' })
  })

  it('says who it is, and sends validators back as they came', async () => {
    const path = somewhere()
    const etag = 'W/"a-weak,  odd one"'
    const lastModified = 'Tue, 10 Mar 2026 12:00:00 GMT'
    const url = server.serve(path, { body: rss, etag, lastModified })
    const first = await read(url)
    const second = await read(url, first.state)
    expect(second).toMatchObject({ status: 'unchanged', state: { etag, lastModified, lastSuccessAt: START } })
    const asked = server.requests.filter((request) => request.path === path)
    expect(asked[0]?.headers).not.toHaveProperty('if-none-match')
    expect(asked[1]?.headers).toMatchObject({
      'user-agent': 'Dragoman/test (+https://dragoman.example)',
      'if-none-match': etag,
      'if-modified-since': lastModified,
    })
  })

  it('sees by its hash that a body is the same where a server ignores validators', async () => {
    const url = server.serve(somewhere(), { body: rss })
    const first = await read(url)
    expect(await read(url, first.state)).toMatchObject({ status: 'unchanged' })
    server.serve(new URL(url).pathname, { body: rssText({ items: someItems(4) }) })
    expect(await read(url, first.state)).toMatchObject({ status: 'new' })
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
    ['a gzip bomb', 'too-large', misbehaviour.gzipBomb],
    ['broken gzip', 'unparseable', misbehaviour.brokenGzip],
    ['a web page', 'not-a-feed', misbehaviour.webPage],
    ['nothing', 'not-a-feed', misbehaviour.empty],
    ['prose', 'not-a-feed', misbehaviour.notXml],
    ['a browser check', 'bot-protection', misbehaviour.challenge],
    ['a browser check behind a 200', 'bot-protection', misbehaviour.quietChallenge],
  ])('reports %s as %s and loses nothing it knew', async (_name, kind, answer) => {
    const path = somewhere()
    const url = server.serve(path, { body: rss, etag: '"1"' })
    const good = await read(url)
    server.serve(path, answer)
    const bad = await read(url, good.state)
    expect(bad).toMatchObject({
      status: 'failed',
      failure: { kind, at: START },
      state: { etag: '"1"', lastSuccessAt: START, failuresInARow: 1, lastFailure: { kind } },
    })
    expect(bad.state.lastFailure?.text).toMatch(/\w{3}.*[.)]$/)
  })

  it('reports a server that is not there, and one whose name nobody knows', async () => {
    const closed = await startFeedServer()
    await closed.close()
    expect(await read(`${closed.origin}/`)).toMatchObject({
      status: 'failed',
      failure: { kind: 'unreachable' },
    })
    expect(await read('http://nobody.invalid/feed')).toMatchObject({
      status: 'failed',
      failure: { kind: 'unreachable' },
    })
  })

  it('waits longer after each failure in a row, up to a day, and forgets them after a success', async () => {
    const path = somewhere()
    const url = server.serve(path, misbehaviour.fault)
    const waits: number[] = []
    let state = NEVER_READ
    for (let round = 0; round < 12; round += 1) {
      ;({ state } = await read(url, state))
      waits.push(state.nextReadAt - START)
    }
    expect(waits.slice(0, 4)).toEqual([5 * MINUTE, 10 * MINUTE, 20 * MINUTE, 40 * MINUTE])
    expect(waits.at(-1)).toBe(DAY)
    server.serve(path, { body: rss })
    expect((await read(url, state)).state).toMatchObject({ failuresInARow: 0, lastFailure: null })
  })

  it('ends with 410, without asking again', async () => {
    const path = somewhere()
    const url = server.serve(path, misbehaviour.gone)
    const { state } = await read(url)
    expect(state.gone).toBe(true)
    expect(new Date(state.nextReadAt).getUTCFullYear()).toBeGreaterThan(9999)
    const before = server.requests.length
    expect(await read(url, state)).toMatchObject({ status: 'failed', failure: { kind: 'gone' } })
    expect(server.requests).toHaveLength(before)
  })

  it('begins anew when people change the address', async () => {
    const old = await read(server.serve(somewhere(), misbehaviour.gone))
    expect(await read(server.serve(somewhere(), { body: rss }), old.state)).toMatchObject({
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
      expect((await read(url)).state.nextReadAt).toBe(START + 2 * HOUR)
      expect(await read(neighbour)).toMatchObject({
        status: 'failed',
        failure: { kind: 'rate-limited' },
        state: { nextReadAt: START + 2 * HOUR, failuresInARow: 0 },
      })
      expect(other.requests).toHaveLength(1)
      clock = START + 3 * HOUR
      expect(await read(neighbour)).toMatchObject({ status: 'new' })
    } finally {
      clock = START
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
      const outcomes = await Promise.all(urls.map((url) => read(url)))
      expect(outcomes.every((outcome) => outcome.status === 'new')).toBe(true)
      expect(other.busiest()).toBe(2)
    } finally {
      await other.close()
    }
  })
})

describe('redirects', () => {
  it('follows up to five and reads relative links where it arrives', async () => {
    const target = server.serve('/deep/feed', { body: rssText({ items: [{ title: 'A', link: 'a.html' }] }) })
    const hops = Array.from({ length: 5 }, somewhere)
    hops.forEach((hop, index) => server.serve(hop, misbehaviour.redirect(hops[index + 1] ?? target, 302)))
    const outcome = await read(`${server.origin}${hops[0]}`)
    expect(outcome).toMatchObject({
      status: 'new',
      feed: { entries: [{ link: `${server.origin}/deep/a.html` }] },
    })
  })

  it('gives up on the sixth, and on a circle', async () => {
    const hops = Array.from({ length: 7 }, somewhere)
    hops.forEach((hop, index) => server.serve(hop, misbehaviour.redirect(hops[index + 1] ?? '/end', 302)))
    expect(await read(`${server.origin}${hops[0]}`)).toMatchObject({
      failure: { kind: 'too-many-redirects' },
    })
    const circle = somewhere()
    expect(await read(server.serve(circle, misbehaviour.redirect(circle)))).toMatchObject({
      failure: { kind: 'too-many-redirects' },
    })
  })

  it('believes a permanent move when it came three times in a row, and then goes straight there', async () => {
    const [from, to] = [somewhere(), somewhere()]
    const target = server.serve(to, { body: rss, etag: '"1"' })
    const url = server.serve(from, misbehaviour.redirect(to, 308))
    let state = NEVER_READ
    const moves: (string | null)[] = []
    for (let round = 0; round < 4; round += 1) {
      ;({ state } = await read(url, state))
      moves.push(state.movedTo)
    }
    expect(moves).toEqual([null, null, target, target])
    expect(server.requests.filter((request) => request.path === from)).toHaveLength(3)
  })

  it('never believes a temporary one, nor one that leads to no feed', async () => {
    const [from, to] = [somewhere(), somewhere()]
    server.serve(to, { body: rss })
    const passing = server.serve(from, misbehaviour.redirect(to, 302))
    const astray = server.serve(
      somewhere(),
      misbehaviour.redirect(new URL(server.serve(somewhere(), misbehaviour.webPage)).pathname),
    )
    for (const url of [passing, astray]) {
      let state = NEVER_READ
      for (let round = 0; round < 5; round += 1) ({ state } = await read(url, state))
      expect(state.movedTo).toBeNull()
    }
  })

  it('returns to the written address when the new one fails for good', async () => {
    const [from, to] = [somewhere(), somewhere()]
    server.serve(to, { body: rss })
    const url = server.serve(from, misbehaviour.redirect(to))
    let state = NEVER_READ
    for (let round = 0; round < 3; round += 1) ({ state } = await read(url, state))
    server.serve(to, misbehaviour.gone)
    ;({ state } = await read(url, state))
    expect(state).toMatchObject({ movedTo: null, gone: false })
    server.serve(from, { body: rssText({ items: someItems(5) }) })
    expect(await read(url, state)).toMatchObject({ status: 'new' })
  })

  it('keeps a believed move through a fault that passes', async () => {
    const [from, to] = [somewhere(), somewhere()]
    const target = server.serve(to, { body: rss })
    const url = server.serve(from, misbehaviour.redirect(to))
    let state = NEVER_READ
    for (let round = 0; round < 3; round += 1) ({ state } = await read(url, state))
    server.serve(to, misbehaviour.fault)
    expect((await read(url, state)).state.movedTo).toBe(target)
  })

  it('sends a password to its own origin only', async () => {
    const other = await startFeedServer()
    try {
      const away = other.serve('/away', { body: rss })
      const [open, moved] = [somewhere(), somewhere()]
      server.serve(open, { body: rss })
      server.serve(moved, misbehaviour.redirect(away, 302))
      for (const path of [open, moved])
        await read(`${server.origin.replace('//', '//reader:secret@')}${path}`)
      const toUs = server.requests.find((request) => request.path === open)
      expect(toUs?.headers.authorization).toBe(`Basic ${Buffer.from('reader:secret').toString('base64')}`)
      expect(other.requests[0]?.headers).not.toHaveProperty('authorization')
    } finally {
      await other.close()
    }
  })
})

describe('forbidden addresses', () => {
  it.each([
    'http://127.0.0.1/feed',
    'http://0.0.0.0/feed',
    'http://10.1.2.3/feed',
    'http://172.16.0.1/feed',
    'http://192.168.1.1/feed',
    'http://169.254.169.254/latest/meta-data',
    'http://100.100.100.200/feed',
    'http://168.63.129.16/feed',
    'http://[::1]/feed',
    'http://[fe80::1]/feed',
    'http://[fd00:ec2::254]/feed',
    'http://[::ffff:127.0.0.1]/feed',
    'http://[64:ff9b::7f00:1]/feed',
    'http://2130706433/feed',
    'http://0x7f.1/feed',
    'http://localhost/feed',
    'file:///etc/passwd',
    'ftp://outlet.example/feed',
    'data:text/xml,<rss/>',
    'no address at all',
  ])('does not ask %s', async (feed) => {
    const strict = readerWith({ allowAddresses: [] })
    try {
      expect(await strict.read({ feed, language: 'en' }, NEVER_READ)).toMatchObject({
        status: 'failed',
        failure: { kind: 'forbidden-address' },
      })
    } finally {
      await strict.close()
    }
  })

  it('checks every redirect', async () => {
    const local = readerWith({ allowAddresses: ['127.0.0.1'] })
    try {
      for (const target of [
        'http://127.0.0.2/feed',
        'http://[::1]/feed',
        'file:///etc/passwd',
        'http://169.254.169.254/',
      ]) {
        const feed = server.serve(somewhere(), misbehaviour.redirect(target, 302))
        expect(await local.read({ feed, language: 'en' }, NEVER_READ)).toMatchObject({
          failure: { kind: 'forbidden-address' },
        })
      }
    } finally {
      await local.close()
    }
  })
})

describe('a feed that stops the parser', () => {
  it('is given up at the deadline, counted, and put off for a day the second time, while others are read', async () => {
    const impatient = readerWith({ parser: { deadlineMs: 1 } })
    const feed = server.serve(somewhere(), { body: rssText({ items: someItems(1500) }) })
    try {
      const first = await impatient.read({ feed, language: 'en' }, NEVER_READ)
      expect(first).toMatchObject({ failure: { kind: 'parser-killed' }, state: { kills: 1 } })
      const second = await impatient.read({ feed, language: 'en' }, first.state)
      expect(second.state).toMatchObject({ kills: 2, nextReadAt: START + DAY })
    } finally {
      await impatient.close()
    }
  })
})
