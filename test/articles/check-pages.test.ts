import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createPageCheck } from '../../src/articles/check-pages.ts'
import { createBot, type Bot } from '../../src/bot.ts'
import { tellCorrection } from '../../src/chat/wording/correction.ts'
import { createPageReader, type PageReader } from '../../src/feeds/page-reader.ts'
import type { BriefedStory } from '../../src/records/briefing.ts'
import type { Message } from '../../src/records/message.ts'
import type { Store } from '../../src/records/ports/store.ts'
import { openSqliteStore } from '../../src/storage/sqlite/open-sqlite-store.ts'
import { type FeedServer, startFeedServer } from '../fakes/feed-server.ts'
import { RecordingChat } from '../fakes/recording-chat.ts'
import { aSubscription } from '../schedule/a-subscription.ts'
import { aRead, anArticle } from '../storage/a-read.ts'

const EIGHT = Date.parse('2026-03-10T05:00:00Z') // in Istanbul
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const page = { body: '<html><title>Fire at the harbour</title></html>', type: 'text/html', etag: '"1"' }

let store: Store
let server: FeedServer
let pages: PageReader
let chat: RecordingChat
let bot: Bot
let check: ReturnType<typeof createPageCheck>
let now: number

beforeEach(async () => {
  store = await openSqliteStore(':memory:')
  server = await startFeedServer()
  now = EIGHT
  pages = createPageReader({
    userAgent: 'Dragoman/test',
    allowAddresses: ['127.0.0.1'],
    timeoutMs: 3_000,
    now: () => now,
  })
  chat = new RecordingChat()
  check = createPageCheck({ store, checkPage: pages.checkPage, now: () => now })
  bot = createBot({
    desk: { readDue: () => Promise.reject(new Error('not asked')) },
    store,
    requests: [aSubscription()],
    settings: { sources: [], regions: [], topics: [] },
    adapters: [chat],
    now: () => now,
    random: () => 0,
  })
  server.serve('/', { body: 'the front page', type: 'text/html' })
})
afterEach(async () => {
  await Promise.all([pages.close(), server.close()])
  await store.close()
})

async function publish(id: string, storyId = id, own: { title?: string; sourceId?: string } = {}) {
  const { sourceId = 'harbour-post', title = 'Fire at the harbour' } = own
  const article = anArticle({
    id,
    sourceId,
    url: server.serve(`/news/${id}`, page),
    title,
    text: `${title}: eleven people were hurt in the fire at the harbour on Monday night, the port said.`,
    publishedAt: now - 30 * MINUTE,
    seenAt: now - 20 * MINUTE,
    contentHash: id,
  })
  await store.keepRead(aRead([article], { sourceId }, { storyId }))
}

const takeDown = (id: string, status = 404) =>
  server.serve(`/news/${id}`, (_request, response) => response.writeHead(status).end())

const storyIn = (message: Message | undefined): BriefedStory | undefined =>
  message?.kind === 'briefing' ? message.briefing.sections[0]?.stories[0] : undefined

/** Runs a round every ten minutes until `end`; returns how many addresses were judged to be gone. */
async function checkUntil(end: number): Promise<number> {
  let removed = 0
  for (; now <= end; now += 10 * MINUTE) {
    removed += (await check()).removed.length
    await bot.serve()
  }
  return removed
}

const looksAt = (id: string) => server.requests.filter(({ path }) => path === `/news/${id}`).length

describe('a report whose page is taken down', () => {
  it('is believed after two looks, stands in the posted briefing and its thread, and updates its story in the next one, once', async () => {
    await publish('fire')
    await bot.serve()
    await checkUntil(EIGHT + 30 * MINUTE)
    expect(looksAt('fire')).toBe(1)
    takeDown('fire', 410)
    await checkUntil(EIGHT + 2 * HOUR)
    expect(chat.updates).toEqual([])
    expect(await checkUntil(EIGHT + 6 * HOUR)).toBe(1)
    expect(chat.updates).toHaveLength(1)
    const [update] = chat.updates
    const removal = { outlet: 0, seenAt: EIGHT, since: EIGHT + HOUR, at: EIGHT + 3 * HOUR }
    expect(storyIn(update)).toMatchObject({ id: 'fire', removals: [removal] })
    expect(storyIn(update)?.sentences).toEqual(storyIn(chat.posts[0]?.message)?.sentences)
    expect(update && tellCorrection(update)?.text).toBe(
      'About the above: Fire at the harbour\nTaken down by harbour-post (last seen: 08:00; gone: 09:00)',
    )
    now = EIGHT + 24 * HOUR
    await bot.serve()
    expect(storyIn(chat.posts[1]?.message)).toMatchObject({ mark: 'updated', removals: [removal] })
    now = EIGHT + 48 * HOUR
    await bot.serve()
    expect(storyIn(chat.posts[2]?.message)).toBeUndefined()
  })

  it('is told by the reports that stand, where there are others', async () => {
    await publish('fire')
    await bot.serve()
    await checkUntil(EIGHT)
    await publish('blaze', 'fire', { title: 'Blaze in the port is out', sourceId: 'other' })
    takeDown('fire')
    await checkUntil(EIGHT + 4 * HOUR)
    now = EIGHT + 24 * HOUR
    await bot.serve()
    const story = storyIn(chat.posts[1]?.message)
    expect(story).toMatchObject({ mark: 'updated', headline: 'Blaze in the port is out' })
    expect(story?.sentences.map(({ articleId }) => articleId)).not.toContain('fire')
    expect(story?.removals?.map(({ outlet }) => story.outlets[outlet]?.sourceId)).toEqual(['harbour-post'])
  })

  it('is told to be there again where it comes back', async () => {
    await publish('fire')
    await bot.serve()
    await checkUntil(EIGHT)
    takeDown('fire')
    expect(await checkUntil(EIGHT + 4 * HOUR)).toBe(1)
    server.serve('/news/fire', page)
    await checkUntil(EIGHT + 10 * HOUR)
    expect(chat.updates).toHaveLength(2)
    const [removal] = storyIn(chat.updates[1])?.removals ?? []
    expect(removal?.returnedAt).toBeGreaterThan(EIGHT + 4 * HOUR)
    expect(chat.updates[1] && tellCorrection(chat.updates[1])?.text).toContain('Back online at harbour-post')
    expect((await store.stories(['fire']))[0]?.articles[0]).not.toHaveProperty('removal')
  })

  it.each<[string, string]>([
    ['the front page', '/'],
    ['a section above it', '/news'],
  ])('counts as gone where it leads to %s', async (_where, location) => {
    await publish('fire')
    await bot.serve()
    await checkUntil(EIGHT)
    server.serve('/news', { body: 'all the news', type: 'text/html' })
    server.serve('/news/fire', (_request, response) => response.writeHead(302, { location }).end())
    expect(await checkUntil(EIGHT + 4 * HOUR)).toBe(1)
  })

  it.each<[string, () => void]>([
    [
      'is gone for an hour',
      () =>
        server.serve('/news/fire', (_, response) => {
          const isGone = now < EIGHT + 2 * HOUR
          response.writeHead(isGone ? 404 : 200).end('Fire at the harbour')
        }),
    ],
    ['has a fault', () => takeDown('fire', 503)],
    ['is refused to us', () => takeDown('fire', 403)],
    [
      'leads to another address',
      () => {
        server.serve('/news/2026/fire', page)
        server.serve('/news/fire', (_, response) =>
          response.writeHead(301, { location: '/news/2026/fire' }).end(),
        )
      },
    ],
    [
      'leads to a page above it that has its headline',
      () => {
        server.serve('/news', page)
        server.serve('/news/fire', (_, response) => response.writeHead(301, { location: '/news' }).end())
      },
    ],
    [
      'leads into our own network',
      () =>
        server.serve('/news/fire', (_, response) =>
          response.writeHead(302, { location: 'http://10.0.0.1/' }).end(),
        ),
    ],
    [
      'is gone with the front page of its host',
      () => {
        takeDown('fire')
        server.serve('/', (_, response) => response.writeHead(404).end())
      },
    ],
  ])('is not believed of a page that %s', async (_what, happen) => {
    await publish('fire')
    await bot.serve()
    await checkUntil(EIGHT)
    happen()
    expect(await checkUntil(EIGHT + 12 * HOUR)).toBe(0)
    expect(chat.updates).toEqual([])
  })

  it('is not believed where as many pages of its host are missing as found, nor of one that was never found', async () => {
    await publish('fire')
    await publish('flood', 'flood', { title: 'Flood in the valley' })
    await publish('never', 'never', { title: 'Strike at the mill' })
    takeDown('never')
    await bot.serve()
    await checkUntil(EIGHT + 30 * MINUTE)
    takeDown('fire')
    takeDown('flood')
    expect(await checkUntil(EIGHT + 12 * HOUR)).toBe(0)
    server.serve('/news/flood', page)
    expect(await checkUntil(EIGHT + 20 * HOUR)).toBe(1)
  })

  it('is not believed of what its outlet published anew under another address', async () => {
    await publish('fire')
    await bot.serve()
    await checkUntil(EIGHT)
    await publish('fire-2', 'fire', { title: 'Fire at the harbour hurts eleven' })
    takeDown('fire')
    expect(await checkUntil(EIGHT + 12 * HOUR)).toBe(0)
    const looks = looksAt('fire')
    await checkUntil(EIGHT + 36 * HOUR)
    expect(looksAt('fire')).toBe(looks)
  })

  it('asks as politely as feeds are read: as robots.txt allows, with validators, ever less often, and one page of a host in five minutes', async () => {
    await publish('fire')
    await publish('flood', 'flood', { title: 'Flood in the valley' })
    await bot.serve()
    await check()
    now += MINUTE
    await check()
    expect(looksAt('fire') + looksAt('flood')).toBe(1)
    await checkUntil(EIGHT + 8 * 24 * HOUR)
    expect(looksAt('fire')).toBeGreaterThan(8)
    expect(looksAt('fire')).toBeLessThan(14)
    const last = server.requests.findLast(({ path }) => path === '/news/fire')
    expect(last?.headers['if-none-match']).toBe('"1"')
    server.serve('/robots.txt', { body: 'User-agent: *\nDisallow: /news/secret', type: 'text/plain' })
    await publish('secret', 'secret', { title: 'Secret talks held' })
    now = EIGHT + 9 * 24 * HOUR
    await bot.serve()
    await checkUntil(now + HOUR)
    expect(looksAt('secret')).toBe(0)
  })
})
