import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createFeedReader } from '../src/feeds/feed-reader.ts'
import { type FeedState, NEVER_READ } from '../src/records/feed-state.ts'
import type { Source } from '../src/records/source.ts'
import { createNewsDesk } from '../src/news-desk.ts'
import { openNewsroom, type Newsroom } from '../src/newsroom.ts'
import { loadSettings } from '../src/settings/load-settings.ts'
import { openSqliteStore } from '../src/storage/sqlite/open-sqlite-store.ts'
import { createStoryGrouper } from '../src/stories/create-story-grouper.ts'
import { analyseHere } from '../src/analysis/analyse-here.ts'
import { misbehaviour, startFeedServer, type FeedServer } from './fakes/feed-server.ts'

const loaded = loadSettings({ env: {} })
if (!loaded.ok) throw new Error('the settings that ship do not load')
const shipped = loaded.settings

const MINUTE = 60_000
const start = Date.parse('2026-03-10T08:00:00Z')

const item = (
  guid: string,
  title: string,
  text = `${title}, the harbour office in Tripoli, Lebanon, said on Monday.`,
): string =>
  `<item><guid isPermaLink="false">${guid}</guid><link>https://gazette.example/${guid}</link><title>${title}</title><description>${text}</description><pubDate>Tue, 10 Mar 2026 07:00:00 GMT</pubDate></item>`
const feed = (...items: string[]): string =>
  `<rss version="2.0"><channel><title>Gazette</title>${items.join('')}</channel></rss>`

describe('the news desk', () => {
  let server: FeedServer
  let home: string
  let now: number
  let newsroom: Newsroom

  const source = (id: string): Source => ({
    id,
    name: id,
    feed: `${server.origin}/${id}`,
    homepage: 'https://gazette.example/',
    country: 'LB',
    language: 'en',
    ownership: 'private',
    region: 'middle-east',
  })
  const open = async (...ids: string[]): Promise<void> => {
    newsroom = await openNewsroom(
      { ...shipped, sources: ids.map(source), dataDirectory: home, allowAddresses: ['127.0.0.1'] },
      { now: () => now, store: await openSqliteStore(join(home, 'dragoman.sqlite')) },
    )
  }
  const articles = async () => {
    const heads = await newsroom.store.storyHeads({ from: 0, to: Number.MAX_SAFE_INTEGER })
    return heads.flatMap((story) => story.reports)
  }

  beforeEach(async () => {
    server = await startFeedServer()
    home = mkdtempSync(join(tmpdir(), 'dragoman-desk-'))
    now = start
  })
  afterEach(async () => {
    await newsroom.close()
    await server.close()
    rmSync(home, { recursive: true })
  })

  it('reads what is due and keeps it once', async () => {
    server.serve('/gazette', {
      body: feed(item('a', 'Ferry sails again'), item('b', 'Lighthouse repainted')),
    })
    await open('gazette')
    expect(await newsroom.desk.readDue()).toMatchObject({ read: 1, newArticles: 2, failures: [] })
    expect(await newsroom.desk.readDue()).toMatchObject({ read: 0, newArticles: 0 })
    now += 120 * MINUTE
    expect(await newsroom.desk.readDue()).toMatchObject({ newArticles: 0, newVersions: 0 })
    expect(await articles()).toHaveLength(2)
  })

  it('lets a failing source stop nothing, and says why it failed', async () => {
    server.serve('/gazette', { body: feed(item('a', 'Ferry sails again')) })
    server.serve('/broken', misbehaviour.fault)
    server.serve('/page', misbehaviour.webPage)
    await open('broken', 'gazette', 'page')
    const report = await newsroom.desk.readDue()
    expect(report.newArticles).toBe(1)
    const kinds = new Map(report.failures.map(({ sourceId, failure }) => [sourceId, failure.kind]))
    expect(Object.fromEntries(kinds)).toEqual({ broken: 'server-error', page: 'not-a-feed' })
  })

  it('keeps an edit as a new version of the same article, in the same story', async () => {
    server.serve('/gazette', { body: feed(item('a', 'Ferry sails with 120 on board')) })
    await open('gazette')
    await newsroom.desk.readDue()
    const [before] = await articles()
    server.serve('/gazette', { body: feed(item('a', 'Ferry sails with 210 on board')) })
    now += 90 * MINUTE
    expect(await newsroom.desk.readDue()).toMatchObject({ newArticles: 0, newVersions: 1 })
    expect(await articles()).toMatchObject([{ articleId: before?.articleId, version: 2 }])
    expect((await newsroom.store.versions(before?.articleId ?? '')).map(({ title }) => title)).toEqual([
      'Ferry sails with 120 on board',
      'Ferry sails with 210 on board',
    ])
  })

  it('takes the same article in two feeds of an outlet for one, and another teaser for no edit', async () => {
    server.serve('/front', { body: feed(item('a', 'Ferry sails again')) })
    server.serve('/world', {
      body: feed(item('a', 'Ferry sails again', 'A shorter teaser about the ferry in Lebanon.')),
    })
    await open('front', 'world')
    const first = await newsroom.desk.readDue()
    now += 90 * MINUTE
    const second = await newsroom.desk.readDue()
    expect(first.newArticles + second.newArticles).toBe(1)
    expect(first.newVersions + second.newVersions).toBe(0)
  })

  it('keeps no line that the source prints under all its articles, also in what it brings later', async () => {
    const line = 'Our evening letter sums up the day at half past six.'
    const reports = [
      ['Ferry sails again', 'The harbour office counted 312 passengers on Monday.'],
      ['Bank lowers its rate', 'Borrowers will pay less for mortgages from June.'],
      ['Skier wins third medal', 'She finished two seconds ahead of her rival.'],
      ['Wolves seen near capital', 'Hunters asked the ministry to allow culls.'],
    ].map(([title = '', text = ''], i) => item(`r${i}`, title, `${text} ${line}`))
    const texts = async (): Promise<readonly string[]> =>
      (await newsroom.store.placedArticles(0)).map(({ text }) => text)
    server.serve('/gazette', { body: feed(...reports.slice(0, 3)) })
    await open('gazette')
    await newsroom.desk.readDue()
    expect((await texts()).join(' ')).not.toContain('evening letter')
    server.serve('/gazette', { body: feed(...reports.slice(3)) })
    now += 90 * MINUTE
    await newsroom.desk.readDue()
    expect(await texts()).toContain('Hunters asked the ministry to allow culls.')
  })

  it('takes no line from an article that says it again under each of its headlines', async () => {
    const line = 'Follow what the council decides tonight.'
    await open('gazette')
    for (const [title = '', body = ''] of [
      ['Ferry sails again', 'The harbour office counted 312 passengers on Monday.'],
      ['Bank lowers its rate', 'Borrowers will pay less for mortgages from June.'],
      ['Skier wins third medal', 'She finished two seconds ahead of her rival.'],
      ['Wolves seen near capital', 'Hunters asked the ministry to allow culls.'],
    ]) {
      server.serve('/gazette', { body: feed(item('live', title, `${body} ${line}`)) })
      await newsroom.desk.readDue({ all: true })
      now += 90 * MINUTE
    }
    const [article] = await newsroom.store.placedArticles(0)
    expect(article?.text).toContain(line)
  })

  it('reads the page behind a teaser where the source allows it, once', async () => {
    const said =
      'The ferry between Tripoli and Mersin sailed on Monday with 312 passengers, the harbour office said. '
    server.serve('/a', (_request, response) => {
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end(
          `<html><head><title>Ferry</title></head><body><article><h1>Ferry</h1>${`<p>${said.repeat(4)}</p>`.repeat(5)}</article></body></html>`,
        )
    })
    const teaser = item('a', 'Ferry sails again', 'The ferry sails again.').replace(
      'https://gazette.example/a',
      `${server.origin}/a`,
    )
    server.serve('/gazette', { body: feed(teaser) })
    newsroom = await openNewsroom(
      {
        ...shipped,
        sources: [{ ...source('gazette'), fullText: true }],
        dataDirectory: home,
        allowAddresses: ['127.0.0.1'],
      },
      { now: () => now, store: await openSqliteStore(join(home, 'dragoman.sqlite')) },
    )
    await newsroom.desk.readDue()
    now += 90 * MINUTE
    await newsroom.desk.readDue()
    const [article] = await articles()
    const versions = await newsroom.store.versions(article?.articleId ?? '')
    expect(versions.map(({ text }) => text.includes('312 passengers'))).toEqual([true])
    expect(server.requests.filter(({ path }) => path === '/a')).toHaveLength(1)
  })

  it('dates what slow pages held up by when it is kept: a briefing decided meanwhile must not have passed it by', async () => {
    const serve = (title: string) =>
      server.serve('/gazette', {
        body: feed(item('a', title).replace('https://gazette.example/a', `${server.origin}/a`)),
      })
    server.serve('/a', (_request, response) => {
      now += 20 * MINUTE
      response.writeHead(503).end()
    })
    newsroom = await openNewsroom(
      {
        ...shipped,
        sources: [{ ...source('gazette'), fullText: true }],
        dataDirectory: home,
        allowAddresses: ['127.0.0.1'],
      },
      { now: () => now, store: await openSqliteStore(join(home, 'dragoman.sqlite')) },
    )
    serve('Ferry sails with 120 on board')
    await newsroom.desk.readDue()
    const kept = now
    expect(kept).toBeGreaterThanOrEqual(start + 20 * MINUTE)
    expect(await articles()).toMatchObject([{ seenAt: kept, changedAt: kept }])
    serve('Ferry sails with 210 on board')
    now += 90 * MINUTE
    await newsroom.desk.readDue()
    expect(await articles()).toMatchObject([{ version: 2, seenAt: kept, changedAt: now }])
  })

  it('takes up its stories after a restart', async () => {
    const text =
      'The night ferry between Tripoli and Mersin ran aground off the port of Tripoli in Lebanon. All 312 passengers were taken ashore by fishing boats.'
    server.serve('/gazette', { body: feed(item('a', 'Night ferry runs aground off Tripoli', text)) })
    server.serve('/courier', { body: feed() })
    await open('gazette', 'courier')
    await newsroom.desk.readDue()
    await newsroom.close()
    server.serve('/courier', {
      body: feed(
        item(
          'z',
          'Ferry aground off Tripoli, 312 passengers safe',
          `Fishing boats took 312 passengers ashore. ${text}`,
        ),
      ),
    })
    now += 90 * MINUTE
    await open('gazette', 'courier')
    await newsroom.desk.readDue()
    const heads = await newsroom.store.storyHeads({ from: 0, to: Number.MAX_SAFE_INTEGER })
    expect(heads.map((story) => story.reports.map(({ sourceId }) => sourceId).sort())).toEqual([
      ['courier', 'gazette'],
    ])
  })

  it('places the next read while one is being kept', async () => {
    for (const id of ['gazette', 'courier'])
      server.serve(`/${id}`, { body: feed(item(id, `Ferry of ${id} sails`)) })
    await open('gazette', 'courier')
    const { store } = newsroom
    const placed: string[] = []
    const bothPlaced = Promise.withResolvers<void>()
    const grouper = createStoryGrouper()
    const reader = createFeedReader({ userAgent: 'test', allowAddresses: ['127.0.0.1'], now: () => now })
    const desk = createNewsDesk({
      sources: ['gazette', 'courier'].map(source),
      store: {
        ...store,
        keepRead: async (read) => {
          await bothPlaced.promise
          await store.keepRead(read)
        },
      },
      reader,
      tagging: analyseHere(),
      grouper: {
        place: (article) => {
          placed.push(article.sourceId)
          if (placed.length === 2) bothPlaced.resolve()
          return grouper.place(article)
        },
        restore: (article) => grouper.restore(article),
        letGo: (ids) => grouper.letGo(ids),
        forget: (before) => grouper.forget(before),
      },
      now: () => now,
    })
    await desk.readDue()
    expect(placed.toSorted()).toEqual(['courier', 'gazette'])
    expect(await articles()).toHaveLength(2)
    await reader.close()
  })

  it('reads the others all the same when one read cannot be kept', async () => {
    for (const id of ['gazette', 'courier', 'herald'])
      server.serve(`/${id}`, { body: feed(item(id, `Ferry of ${id} sails`)) })
    await open('gazette', 'courier', 'herald')
    const { store } = newsroom
    const asked: string[] = []
    const desk = createNewsDesk({
      sources: ['gazette', 'courier', 'herald'].map(source),
      store: {
        ...store,
        keepRead: (read) =>
          read.sourceId === 'courier' ? Promise.reject(new Error('disk full')) : store.keepRead(read),
      },
      reader: {
        read: (one) => {
          asked.push(one.id)
          return reader.read(one, NEVER_READ)
        },
        take: (...given) => reader.take(...given),
      },
      tagging: analyseHere(),
      grouper: createStoryGrouper(),
      now: () => now,
    })
    const reader = createFeedReader({ userAgent: 'test', allowAddresses: ['127.0.0.1'], now: () => now })
    await expect(desk.readDue()).rejects.toThrow('disk full')
    expect((await articles()).map(({ sourceId }) => sourceId).sort((a, b) => a.localeCompare(b))).toEqual([
      'gazette',
      'herald',
    ])
    await desk.readDue()
    expect(asked.filter((id) => id === 'courier')).toHaveLength(1)
    await reader.close()
  })

  it('lets no feed fill the store that publishes without end, and says what it let go', async () => {
    await open('gazette')
    const { store } = newsroom
    const reader = createFeedReader({ userAgent: 'test', allowAddresses: ['127.0.0.1'], now: () => now })
    const desk = createNewsDesk({
      sources: [source('gazette')],
      store,
      reader,
      tagging: analyseHere(),
      grouper: createStoryGrouper(),
      now: () => now,
      sourceBytes: 20_000,
    })
    for (let round = 0; round < 6; round++) {
      const entries = Array.from({ length: 40 }, (_, n) =>
        item(`${round}-${n}`, `Ferry ${round * 40 + n} sails`),
      )
      server.serve('/gazette', { body: feed(...entries) })
      expect(await desk.readDue({ all: true })).toMatchObject({ newArticles: 40, failures: [] })
      now += 90 * MINUTE
    }
    await reader.close()
    const kept = (await articles())
      .map(({ title }) => Number(/\d+/u.exec(title)?.[0]))
      .toSorted((a, b) => a - b)
    expect(kept.length).toBeLessThan(120)
    expect(kept).toEqual(Array.from(kept, (_, n) => 240 - kept.length + n))
    expect(await newsroom.view.sourceHealth()).toMatchObject([
      { articles: kept.length, letGo: { articles: 240 - kept.length, versions: 0 } },
    ])
  })

  it('keeps some versions of an article that is edited at every poll, and says how many it let go', async () => {
    await open('gazette')
    for (let edit = 0; edit < 30; edit++) {
      server.serve('/gazette', { body: feed(item('a', `Ferry sails with ${edit} on board`)) })
      await newsroom.desk.readDue({ all: true })
      now += MINUTE
    }
    const [article] = await articles()
    expect(await newsroom.store.versions(article?.articleId ?? '')).toHaveLength(20)
    expect(await newsroom.view.sourceHealth()).toMatchObject([{ letGo: { articles: 0, versions: 10 } }])
    now += 31 * 24 * 60 * MINUTE
    expect(await newsroom.view.sourceHealth()).toMatchObject([{ letGo: null }])
  })

  it.each([
    ['to be read at a time that no wait can lead to', { nextReadAt: start + 400 * 24 * 60 * MINUTE }],
    [
      'that answered at a time still to come',
      { lastSuccessAt: start + 3 * 60 * MINUTE, nextReadAt: start + 4 * 60 * MINUTE },
    ],
  ])('reads a source %s: a clock was wrong', async (_what, state) => {
    server.serve('/gazette', { body: feed(item('a', 'Ferry sails again')) })
    await open('gazette', 'courier')
    const keep = (sourceId: string, own: Partial<FeedState>) =>
      newsroom.store.keepRead({ sourceId, state: { ...NEVER_READ, ...own }, articles: [] })
    await keep('gazette', state)
    await keep('courier', { nextReadAt: now + 24 * 60 * MINUTE })
    expect(await newsroom.desk.readDue()).toMatchObject({ read: 1, newArticles: 1, ahead: ['gazette'] })
    expect(await newsroom.desk.readDue()).toMatchObject({ read: 0, ahead: [] })
  })

  it('lets a source rest that fails, whatever a wrong clock wrote of it', async () => {
    server.serve('/gazette', misbehaviour.fault)
    await open('gazette')
    const state = { ...NEVER_READ, lastSuccessAt: start + 400 * 24 * 60 * MINUTE }
    await newsroom.store.keepRead({ sourceId: 'gazette', state, articles: [] })
    expect(await newsroom.desk.readDue()).toMatchObject({ failures: [{}], ahead: ['gazette'] })
    now += MINUTE
    expect(await newsroom.desk.readDue()).toMatchObject({ failures: [], ahead: [] })
    expect(server.requests).toHaveLength(1)
  })

  it('shows how each source fares', async () => {
    server.serve('/gazette', { body: feed(item('a', 'Ferry sails again')) })
    server.serve('/lost', misbehaviour.gone)
    await open('gazette', 'lost')
    await newsroom.desk.readDue()
    expect(await newsroom.view.sourceHealth()).toMatchObject([
      { sourceId: 'gazette', state: 'active', articles: 1, lastSuccessAt: start },
      { sourceId: 'lost', state: 'gone', articles: 0 },
    ])
  })
})
