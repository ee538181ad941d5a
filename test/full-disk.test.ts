import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createBot, type Bot } from '../src/bot.ts'
import { decideAndReport, deliverAndReport, readAndReport } from '../src/cli/report-rounds.ts'
import { openNewsroom, type Newsroom } from '../src/newsroom.ts'
import { loadSettings } from '../src/settings/load-settings.ts'
import { aPostgresDatabase, askServer, noOwnPostgres } from './fakes/a-postgres.ts'
import { aSmallDisk, noSmallDisk, type SmallDisk } from './fakes/a-small-disk.ts'
import { type FeedServer, startFeedServer } from './fakes/feed-server.ts'
import { rssText } from './fakes/feed-text.ts'
import { RecordingChat } from './fakes/recording-chat.ts'
import { aSharedParser } from './feeds/a-shared-parser.ts'
import { aSubscription } from './schedule/a-subscription.ts'

const MINUTE = 60_000
/** Half past seven in Istanbul. */
const BEFORE = Date.parse('2026-03-10T04:30:00Z')

/** A store on a small disk; `address` is as `Settings.store`. */
interface OnDisk {
  readonly address: string | null
  leave(): Promise<void>
}

const ENGINES = [
  {
    name: 'SQLite',
    missing: noSmallDisk,
    megabytes: 10,
    settle: async (): Promise<OnDisk> => ({ address: null, leave: async () => undefined }),
  },
  {
    name: 'PostgreSQL',
    missing: noOwnPostgres ?? noSmallDisk,
    megabytes: 30,
    settle: async ({ directory }: SmallDisk): Promise<OnDisk> => {
      const url = await aPostgresDatabase()
      await askServer(url, `create tablespace small location '${directory}'`)
      await askServer(url, `create database small encoding 'UTF8' template template0 tablespace small`)
      return {
        address: url.replace(/dragoman_test_\w+/u, 'small'),
        async leave() {
          await askServer(url, 'drop database small with (force)')
          await askServer(url, 'drop tablespace small')
        },
      }
    },
  },
]

/** Articles of some kilobytes with unique words. */
const articles = (name: string, count: number, at: number) =>
  Array.from({ length: count }, (_, n) => ({
    title: `${name} ${n} reopens`,
    link: `https://outlet.example/${name}/${n}`,
    guid: `${name}-${n}`,
    date: new Date(at - n * MINUTE).toISOString(),
    html: `<p>${Array.from({ length: 300 }, (_word, nth) => `${name}${n}x${nth * 7919}`).join(' ')}.</p>`,
  }))

describe.each(ENGINES)('a full disk under $name', ({ missing, megabytes, settle }) => {
  describe.skipIf(missing !== null)(`(${missing ?? 'here'})`, { timeout: 120_000 }, () => {
    let disk: SmallDisk
    let onDisk: OnDisk
    let feeds: FeedServer
    let newsroom: Newsroom
    let bot: Bot
    let chat: RecordingChat
    let now: number
    let log: { readonly fields: object; readonly text: string }[]

    const noted = {
      debug: () => undefined,
      info: () => undefined,
      warn: (fields: object, text?: string) => void log.push({ fields, text: text ?? '' }),
      error: (fields: object, text?: string) => void log.push({ fields, text: text ?? '' }),
    }
    async function round(): Promise<void> {
      await readAndReport(bot, noted)
      await decideAndReport(bot, noted)
      await deliverAndReport(bot, noted)
    }

    beforeEach(async () => {
      const loaded = loadSettings({ configDirectory: 'config/sample/settings', env: {} })
      if (!loaded.ok) throw new Error('the settings of the sample do not load')
      disk = aSmallDisk(megabytes)
      onDisk = await settle(disk)
      feeds = await startFeedServer()
      chat = new RecordingChat()
      now = BEFORE
      log = []
      const settings = {
        ...loaded.settings,
        sources: ['early', 'late'].map((id) => ({
          id,
          name: id,
          homepage: 'https://outlet.example/',
          country: 'TR',
          language: 'en',
          ownership: 'private' as const,
          region: 'world',
          feed: feeds.serve(`/${id}`, { body: rssText() }),
        })),
        dataDirectory: disk.directory,
        store: onDisk.address,
        allowAddresses: ['127.0.0.1'],
      }
      newsroom = await openNewsroom(settings, { now: () => now, steady: true, parser: aSharedParser() })
      const { desk, store } = newsroom
      await store.addSubscription(aSubscription({ createdAt: BEFORE }))
      bot = createBot({
        desk,
        store,
        requests: [],
        subscriptions: () => store.subscriptions(),
        settings,
        adapters: [chat],
        now: () => now,
      })
    })
    afterEach(async () => {
      disk.makeRoom()
      await newsroom.close()
      await feeds.close()
      await onDisk.leave()
      disk.close()
    })

    it('loses nothing and tells nothing twice: what could not be kept is said, and done when there is room', async () => {
      feeds.serve('/early', { body: rssText({ items: articles('harbour', 3, now) }) })
      await round()
      expect(log).toEqual([])

      disk.fill()
      now += 31 * MINUTE
      feeds.serve('/late', { body: rssText({ items: articles('ferry', 40, now) }) })
      await round()
      now += 10 * MINUTE
      await round()
      expect(log.map(({ fields }) => fields)).toContainEqual({
        err: expect.objectContaining({
          code: 'disk-full',
          message: expect.stringMatching(/is full\. Make room.*; nothing kept is lost\.$/u),
        }),
      })
      expect(await newsroom.store.counts()).toMatchObject({ articles: 3 })
      expect((await newsroom.store.articlesOf('early', 10)).map(({ title }) => title)).toHaveLength(3)

      disk.makeRoom()
      log = []
      now += 60 * MINUTE
      await round()
      await round()
      expect(log).toEqual([])
      expect(await newsroom.store.counts()).toMatchObject({ articles: 43 })
      expect(chat.posts.map(({ message }) => message.kind)).toEqual(['briefing'])
    })
  })
})
