import { describe, expect, it } from 'vitest'
import { QUESTIONS } from '../../src/programs/questions.ts'
import { makeKey } from '../../src/commands/web.ts'
import { anAsker } from '../fakes/asker.ts'
import { aSite } from '../site/a-site.ts'

const { findChannel: _findChannel, ...VISITOR } = anAsker()

type Json = { readonly [key: string]: unknown }

async function get(root: string, path: string): Promise<{ readonly status: number; readonly body: Json }> {
  const response = await fetch(`${root}/api${path}`)
  const body: Json = JSON.parse(await response.text())
  return { status: response.status, body }
}

describe('/api', () => {
  it('answers each question as its schema says', async () => {
    const { root } = await aSite()
    const asked: ReadonlyMap<string, string> = new Map(
      Object.entries({
        search: '/search?words=bridge',
        story: '/stories/sbridge',
        briefing: '/briefing?what=syria',
        changes_since: '/changes?since=2026-03-09T00:00:00Z',
        why: '/stories/sbridge/why',
        sources_health: '/sources',
        trends: '/trends?what=syria&since=7d',
      }),
    )
    expect([...asked.keys()]).toEqual(QUESTIONS.map(({ name }) => name))
    for (const { name, output } of QUESTIONS) {
      const { status, body } = await get(root, asked.get(name) ?? '')
      expect([name, status, output.strict().safeParse(body).error?.issues ?? []]).toEqual([name, 200, []])
    }
  })

  it('tells a story in sentences with their outlets and addresses, and where its page is', async () => {
    const { root } = await aSite()
    const { body } = await get(root, '/stories/sbridge')
    expect(body).toMatchObject({
      id: 'sbridge',
      page: `${root}/stories/sbridge`,
      sentences: [
        {
          text: 'The bridge at Raqqa opened to lorries on Tuesday.',
          outlet: 'Levant Post',
          url: 'https://levant-post.example/bridge',
        },
        {},
      ],
    })
    expect((await fetch(`${root}/stories/sbridge`)).status).toBe(200)
  })

  it('goes on from cursors', async () => {
    const { root } = await aSite()
    const first = await get(root, '/changes?since=2026-03-09T00:00:00Z')
    expect(first.body['stories']).toMatchObject([
      { id: 'sbridge', movedAt: '2026-03-10T11:00:00.000Z' },
      { id: 'sstrike', movedAt: '2026-03-10T13:00:00.000Z' },
      { id: 'sdam' },
    ])
    const again = await get(root, `/changes?cursor=${String(first.body['next'])}`)
    expect(again.body['stories']).toEqual([])
  })

  it.each([
    ['/search?nonsense=1', 400, /I don’t understand “nonsense” here\. This command takes: words, region/u],
    ['/search?regoin=1', 400, /There is no option “regoin” here; did you mean “region”\?/u],
    ['/search?cursor=foo', 400, /This is no cursor: take `next` of the answer before, or leave it out/u],
    ['/search?speaks=xx', 400, /“speaks” cannot be “xx”\. It can be en, tr,/u],
    [`/search?words=${'x'.repeat(501)}`, 400, /words: That is 501 characters; please keep it to 500/u],
    ['/briefing?zone=Mars', 400, /“Mars” is not a time zone\. Write it as Europe\/Istanbul/u],
    ['/briefing?zone=Mars&speaks=de', 400, /„Mars“ ist keine Zeitzone/u],
    ['/sources?state=foo', 400, /“state” cannot be “foo”\. It can be active, failing,/u],
    ['/sources?country=Narnia', 400, /country: write the two capitals of a country, as in EG/u],
    ['/sources?cursor=foo', 400, /This is no cursor/u],
    ['/changes?since=foo', 400, /since: write a date and time with its offset/u],
    ['/search?country=Narnia', 400, /the country “Narnia”/u],
    ['/changes?cursor=nonsense!', 400, /This is no cursor/u],
    ['/changes?since=2020-01-01T00:00:00Z', 400, /too long ago/u],
    ['/stories/snothing', 404, /No story is called "snothing"/u],
    ['/nothing', 404, /openapi\.json lists them/u],
  ])('says what is wrong with %s', async (path, status, text) => {
    const { root } = await aSite()
    const refused = await get(root, path)
    expect(refused.status).toBe(status)
    expect(refused.body['error']).toMatch(text)
  })

  it.each(['Europe/Istanbul', 'Istanbul', 'UTC%2B3', 'UTC'])('takes the time zone %s', async (zone) => {
    const { root } = await aSite()
    expect((await get(root, `/briefing?zone=${zone}`)).status).toBe(200)
  })

  it('describes itself by the same schemas (OpenAPI)', async () => {
    const { root } = await aSite()
    const { body } = await get(root, '/openapi.json')
    expect(body).toMatchObject({
      openapi: '3.1.0',
      servers: [{ url: `${root}/api` }],
      paths: {
        '/stories/{id}': {
          get: {
            operationId: 'story',
            parameters: [
              { name: 'id', in: 'path', required: true },
              { name: 'speaks', in: 'query' },
              { name: 'zone' },
            ],
          },
        },
      },
      components: {
        schemas: {
          Story: { properties: { sentences: { items: { $ref: '#/components/schemas/Sentence' } } } },
        },
      },
    })
    // Every reference has a target.
    const text = JSON.stringify(body)
    const named = [...text.matchAll(/"#\/components\/schemas\/(\w+)"/gu)].map(([, name = '']) => name)
    expect(named.length).toBeGreaterThan(20)
    expect(body).toMatchObject({
      components: { schemas: Object.fromEntries(named.map((name) => [name, { type: 'object' }])) },
    })
  })

  it('is closed to who may not see the pages', async () => {
    const { port } = await aSite({ url: 'https://news.example' })
    const statuses = ['/api/search?words=bridge', '/api/openapi.json', '/mcp'].map(
      async (path) => (await fetch(`http://127.0.0.1:${port}${path}`)).status,
    )
    expect(await Promise.all(statuses)).toEqual([401, 401, 401])
  })

  it('opens to a token of somebody who signed in, until they revoke it', async () => {
    const { port, view, store } = await aSite({ url: 'https://news.example' })
    const { key, secret } = makeKey('program', VISITOR, view.now(), null)
    await store.keepAccessKey(key, 10)
    const ask = async (authorization: string) =>
      (await fetch(`http://127.0.0.1:${port}/api/stories/sbridge`, { headers: { authorization } })).status
    expect(await ask(`Bearer ${secret}`)).toBe(200)
    expect(await ask(`Bearer ${secret.replace(/^./u, (sign) => (sign === 'A' ? 'B' : 'A'))}`)).toBe(401)
    expect(await ask(`Basic ${secret}`)).toBe(401)
    await store.revokeAccessKey(key.person, key.id)
    expect(await ask(`Bearer ${secret}`)).toBe(401)
  })

  it('takes no key of another kind for a token', async () => {
    const { port, view, store } = await aSite({ url: 'https://news.example' })
    for (const kind of ['link', 'session', 'feed'] as const) {
      const { key, secret } = makeKey(kind, VISITOR, view.now(), null)
      await store.keepAccessKey(key, 10)
      const headers = { authorization: `Bearer ${secret}` }
      expect((await fetch(`http://127.0.0.1:${port}/api/sources`, { headers })).status).toBe(401)
    }
  })

  it('asks whoever asks too much to wait', async () => {
    const { root } = await aSite()
    const statuses: number[] = []
    for (let asked = 0; asked <= 240; asked++) statuses.push((await fetch(`${root}/api/nothing`)).status)
    expect(statuses.at(0)).toBe(404)
    expect(statuses.at(-1)).toBe(429)
  })
})
