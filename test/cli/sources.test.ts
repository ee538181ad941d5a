import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { misbehaviour, startFeedServer, type FeedServer } from '../fakes/feed-server.ts'
import { rssText, someItems } from '../fakes/feed-text.ts'
import { runDragoman, type Ran } from './run-dragoman.ts'

const LABELS = ['--country', 'JO', '--region', 'middle-east', '--ownership', 'independent']

let server: FeedServer
let home: string
const fileIn = (name: string): string => join(home, name)
const kept = (): string => readFileSync(fileIn('sources.yaml'), 'utf8')

const run = (...args: string[]): Promise<Ran> =>
  runDragoman(args, {
    env: {
      DRAGOMAN_CONFIG: home,
      DRAGOMAN_DATA: fileIn('data'),
      DRAGOMAN_ALLOW_ADDRESSES: '127.0.0.1',
    },
  })

beforeEach(async () => {
  server = await startFeedServer()
  home = mkdtempSync(join(tmpdir(), 'dragoman-sources-'))
  writeFileSync(
    fileIn('sources.yaml'),
    `sources:\n  - { id: harbour, name: Harbour, homepage: "https://harbour.example/", feed: "${server.origin}/harbour", country: LB, language: en, ownership: private, region: middle-east }\n`,
  )
  writeFileSync(fileIn('briefings.yaml'), 'briefings:\n  - { id: morning, title: Morning, at: ["08:00"] }\n')
  server.serve('/harbour', {
    body: rssText({ title: 'Harbour', items: someItems(2, new Date().toISOString()) }),
  })
  server.serve('/', {
    type: 'text/html',
    body: '<html><head><link rel="alternate" type="application/rss+xml" href="/news.rss"></head></html>',
  })
  server.serve('/news.rss', {
    body: rssText({ title: 'Amman Post', items: someItems(2), extra: '<language>ar-JO</language>' }),
  })
  return async () => {
    await server.close()
    rmSync(home, { recursive: true })
  }
})

describe('dragoman sources', () => {
  it('finds the feed of a front page and adds it', async () => {
    const { code, out } = await run('sources', 'add', `${server.origin}/`, ...LABELS)
    expect({ code, out }).toEqual({
      code: 0,
      out: expect.stringContaining(`${server.origin}/news.rss  Amman Post (2 entries)`),
    })
    expect(kept()).toMatch(/name: Amman Post[\s\S]*news\.rss[\s\S]*country: JO[\s\S]*language: ar/u)
  }, 30_000)

  it('only lists what it finds where that is asked, and says where there is nothing', async () => {
    const before = kept()
    expect((await run('sources', 'add', `${server.origin}/`, '--list', ...LABELS)).out).toContain(
      'Amman Post',
    )
    const none = await run('sources', 'add', `${server.origin}/nothing-here`, ...LABELS)
    expect(none).toMatchObject({ code: 1, err: expect.stringContaining('found no feed') })
    expect(kept()).toBe(before)
  }, 30_000)

  it('says that a port where nobody listens is unreachable', async () => {
    const { origin } = await startFeedServer().then(async (closed) => {
      await closed.close()
      return closed
    })
    const before = kept()
    expect(await run('sources', 'add', `${origin}/`, ...LABELS)).toEqual({
      code: 1,
      out: '',
      err: `cannot read ${origin}/: server unreachable. The server takes no connections.\n`,
    })
    expect(kept()).toBe(before)
    server.serve('/harbour', misbehaviour.fault)
    const dead = kept().replace(server.origin, origin)
    writeFileSync(fileIn('sources.yaml'), dead)
    for (const call of [['doctor'], ['brief'], ['sources', 'health']])
      expect((await run(...call)).out).toContain('server unreachable')
  }, 60_000)

  it('names all labels that are missing at once, and needs none for a list', async () => {
    const bare = await run('sources', 'add', `${server.origin}/`)
    expect(bare).toMatchObject({ code: 2, out: '' })
    expect(bare.err).toContain('needs --country, --region, and --ownership too, for example: --country JO')
    const some = await run('sources', 'import', fileIn('list.opml'), '--country', 'JO')
    expect(some).toMatchObject({
      code: 2,
      err: expect.stringContaining('needs --region and --ownership too'),
    })
    expect(await run('sources', 'add', `${server.origin}/`, '--list')).toMatchObject({
      code: 0,
      out: expect.stringContaining('Amman Post'),
    })
  }, 30_000)

  it.each([
    [['sources', 'helth'], "unknown command 'helth'\n(Did you mean health?)"],
    [['sources', 'ad', 'https://a.example/'], "unknown command 'ad'\n(Did you mean add?)"],
    [['sources', 'turkey'], "unknown command 'turkey'\n(dragoman COMMAND --help"],
  ])('%j: says which word was meant', async (args, told) => {
    expect(await run(...args)).toMatchObject({ code: 2, err: expect.stringContaining(told) })
  })

  it('writes its list as OPML and takes one in', async () => {
    await run('sources', 'export', fileIn('list.opml'))
    const opml = readFileSync(fileIn('list.opml'), 'utf8')
    writeFileSync(fileIn('list.opml'), opml.replaceAll('/harbour"', '/news.rss"'))
    const { code } = await run('sources', 'import', fileIn('list.opml'), ...LABELS)
    expect(code).toBe(0)
    expect(kept()).toContain('/news.rss')
    writeFileSync(fileIn('list.opml'), opml.replaceAll(/xmlUrl="[^"]*"/g, 'xmlUrl="javascript:1"'))
    const refused = await run('sources', 'import', fileIn('list.opml'), ...LABELS)
    expect(refused).toMatchObject({ code: 3, err: expect.stringContaining('left out "javascript:1"') })
  }, 30_000)

  it('import: says what it passes by and why, and checks the labels where nothing is new as well', async () => {
    const feeds = [
      ['Harbour', `${server.origin}/harbour`],
      ['Post', `${server.origin}/news.rss`],
      ['Post again', `${server.origin}/news.rss`],
      ['Script', 'javascript:1'],
    ]
    const outlines = feeds.map(([name, feed]) => `<outline text="${name}" type="rss" xmlUrl="${feed}"/>`)
    writeFileSync(
      fileIn('list.opml'),
      `<opml version="2.0"><head/><body>${outlines.join('')}<outline text="A folder"/></body></opml>`,
    )
    expect(await run('sources', 'import', fileIn('list.opml'), ...LABELS)).toEqual({
      code: 3,
      out: expect.stringMatching(/^added 1 to .*sources\.yaml\n {2}\S+ {2}Post\n$/u),
      err: [
        `left out "${server.origin}/news.rss": the list names it twice\n`,
        `left out "javascript:1": a feed's address begins with http:// or https://\n`,
        `left out "${server.origin}/harbour": it is read already, as harbour\n`,
      ].join(''),
    })
    const again = await run('sources', 'import', fileIn('list.opml'), ...LABELS)
    expect(again).toMatchObject({ code: 3, out: expect.stringMatching(/^added 0 to /u) })
    const before = kept()
    const [country, , region, , ownership] = ['--country', '', '--region', '', '--ownership']
    expect(
      await run(
        'sources',
        'import',
        fileIn('list.opml'),
        country,
        'XX',
        region,
        'atlantis',
        ownership,
        'pirates',
      ),
    ).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringMatching(/nothing was added:\n(?=[^]*XX)(?=[^]*atlantis)(?=[^]*pirates)/u),
    })
    expect(kept()).toBe(before)
  }, 60_000)

  it('import: ends with 3 where all of the list is no feed to read, as its help says', async () => {
    writeFileSync(
      fileIn('list.opml'),
      '<opml version="2.0"><head/><body><outline text="Script" type="rss" xmlUrl="javascript:1"/></body></opml>',
    )
    const { code, out, err } = await run('sources', 'import', fileIn('list.opml'), ...LABELS)
    expect([code, out]).toEqual([3, expect.stringMatching(/^added 0 to /u)])
    expect(err).toContain('left out "javascript:1"')
    const help = (await run('sources', 'import', '--help')).out.replaceAll(/\s+/gu, ' ')
    expect(help).toContain('with 3 if part of the list is no feed to read')
  })

  it('import: ends well where all of the list is read already, and says so', async () => {
    await run('sources', 'export', fileIn('list.opml'))
    expect(await run('sources', 'import', fileIn('list.opml'), ...LABELS)).toEqual({
      code: 0,
      out: `added 0 to ${fileIn('sources.yaml')}\n`,
      err: `left out "${server.origin}/harbour": it is read already, as harbour\n`,
    })
    writeFileSync(
      fileIn('list.opml'),
      '<opml version="2.0"><head/><body><outline text="A folder"/></body></opml>',
    )
    expect(await run('sources', 'import', fileIn('list.opml'), ...LABELS)).toEqual({
      code: 1,
      out: '',
      err: expect.stringContaining('holds no feed'),
    })
  }, 60_000)

  it('tells how each source fares, in words and as JSON, with what failed of late', async () => {
    await run('brief')
    server.serve('/harbour', misbehaviour.challenge)
    await run('brief')
    const told = await run('sources', 'health')
    expect(told.out).toMatch(/failures in 30 days:\s+site requires a\s+browser \(1\)/u)
    const { sources } = JSON.parse((await run('sources', 'health', '--json')).out)
    expect(sources).toMatchObject([
      {
        sourceId: 'harbour',
        state: 'active',
        articles: 2,
        failures: [{ kind: 'bot-protection', times: 1 }],
        pushed: false,
      },
    ])
  }, 60_000)
})
