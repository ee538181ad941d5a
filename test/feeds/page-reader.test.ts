import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createPageReader, type PageReader } from '../../src/feeds/page-reader.ts'
import { misbehaviour, startFeedServer, type FeedServer } from '../fakes/feed-server.ts'

let server: FeedServer
let pages: PageReader

beforeAll(() => {
  pages = createPageReader({
    userAgent: 'Dragoman/test (+https://dragoman.example)',
    allowAddresses: ['127.0.0.1'],
    timeoutMs: 3000,
  })
})
afterAll(() => pages.close())
beforeEach(async () => {
  server = await startFeedServer()
  return () => server.close()
})

const sentences = (about: string): string =>
  `<p>${`The ${about} was opened on Tuesday after two years of work, officials said. `.repeat(4)}</p>`.repeat(
    4,
  )

const page = {
  type: 'text/html',
  body: `<!doctype html><html><head><title>Dam</title></head><body>
    <nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
    <article><h1>Dam opens</h1>${sentences('dam')}<script>track()</script></article>
    <aside><a href="/more">Most read</a></aside><footer>© Outlet</footer></body></html>`,
}

const robots = (text: string): void => {
  server.serve('/robots.txt', { body: text, type: 'text/plain' })
}

describe('createPageReader', () => {
  it('takes the article and leaves the page around it', async () => {
    const outcome = await pages.read(server.serve('/dam', page))
    expect(outcome).toMatchObject({
      status: 'read',
      text: expect.stringContaining('The dam was opened on Tuesday'),
    })
    expect(JSON.stringify(outcome)).not.toMatch(/Sport|Most read|©|track|</)
  })

  it.each<[string, string, string]>([
    ['reads what robots.txt leaves open', 'User-agent: *\nDisallow: /private', 'read'],
    ['reads nothing that it forbids to all', 'User-agent: *\nDisallow: /', 'disallowed'],
    [
      'reads nothing that it forbids to us',
      'User-agent: dragoman\nDisallow: /dam\n\nUser-agent: *\nAllow: /',
      'disallowed',
    ],
    [
      'reads what it allows to us alone',
      'User-agent: *\nDisallow: /\n\nUser-agent: Dragoman\nAllow: /',
      'read',
    ],
  ])('%s', async (_rule, text, status) => {
    robots(text)
    expect(await pages.read(server.serve('/dam', page))).toMatchObject({ status })
  })

  it('reads nothing while robots.txt cannot be fetched, and asks for it once', async () => {
    server.serve('/robots.txt', misbehaviour.fault)
    const url = server.serve('/dam', page)
    expect(await pages.read(url)).toEqual({ status: 'disallowed' })
    expect(await pages.read(url)).toEqual({ status: 'disallowed' })
    expect(server.requests.map(({ path }) => path)).toEqual(['/robots.txt'])
  })

  it('does not follow a redirect to where robots.txt says no', async () => {
    robots('User-agent: *\nDisallow: /private')
    server.serve('/private/dam', page)
    expect(await pages.read(server.serve('/dam', misbehaviour.redirect('/private/dam')))).toEqual({
      status: 'disallowed',
    })
  })

  it('tells why there is no text', async () => {
    expect(await pages.read(server.serve('/gone', misbehaviour.gone))).toMatchObject({
      status: 'failed',
      kind: 'gone',
    })
    expect(await pages.read(server.serve('/empty', { body: '<html></html>', type: 'text/html' }))).toEqual({
      status: 'no-article',
    })
    expect(await pages.read('http://10.0.0.1/dam')).toEqual({ status: 'disallowed' })
  })

  it('gives up a page made to hold it', async () => {
    const impatient = createPageReader({
      userAgent: 'Dragoman',
      allowAddresses: ['127.0.0.1'],
      threads: { deadlineMs: 1500 },
    })
    try {
      const deep = { body: `<html><body>${'<div><b>'.repeat(200_000)}x</body></html>`, type: 'text/html' }
      const outcome = await impatient.read(server.serve('/deep', deep))
      expect(['failed', 'no-article']).toContain(outcome.status)
      expect(await impatient.read(server.serve('/dam', page))).toMatchObject({ status: 'read' })
    } finally {
      await impatient.close()
    }
  }, 20_000)
})
