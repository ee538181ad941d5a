import { createBot } from '../../src/bot.ts'
import { createFeedReader } from '../../src/feeds/feed-reader.ts'
import type { Source } from '../../src/feeds/source.ts'
import { createNewsDesk } from '../../src/news-desk.ts'
import { repeatedly } from '../../src/schedule/repeatedly.ts'
import { openSqliteStore } from '../../src/storage/sqlite/open-sqlite-store.ts'
import { createStoryGrouper } from '../../src/stories/create-story-grouper.ts'
import type { Tags } from '../../src/tagging/tags.ts'
import { createStubAdapter } from './stub-adapter.ts'
import { drillPlanSchema, toSubscription } from './drill-plan.ts'

/**
 * Run by the drill as a process of its own, until it is killed: the bot with its real store, feed reader, desk and story grouper. Only the tagger is a stand-in,
 * because loading its tables takes longer than most of these lives. What it decided is said on standard output, one line each.
 */
const plan = drillPlanSchema.parse(JSON.parse(process.argv[2] ?? '{}'))
const { from, startedAt, speed } = plan.clock
const now = (): number => from + (Date.now() - startedAt) * speed
const clock = { now, speed }

const sources: readonly Source[] = plan.feeds.map(({ id, url }) => ({
  id,
  name: id,
  feed: url,
  homepage: url,
  country: 'TR',
  language: 'en',
  ownership: 'independent',
  region: 'world',
}))
const NO_TAGS: Tags = { language: 'en', countries: [], topics: [], people: [], organisations: [] }

/** Discord's "past few minutes", in the time of the clock. */
const RECOGNISED_MS = 3 * 60_000 * speed

const say = (line: string): boolean => process.stdout.write(`${line}\n`)
const sayGivenUp = (key: string): boolean => say(`gave up ${key}`)

const store = await openSqliteStore(plan.store, { exclusive: true })
const reader = createFeedReader({
  userAgent: 'Dragoman drill',
  allowAddresses: ['127.0.0.1'],
  now,
  pace: { floorMs: 60_000, ceilingMs: 3 * 60_000 },
})
const desk = createNewsDesk({
  sources,
  store,
  reader,
  tagger: { tag: () => NO_TAGS },
  grouper: createStoryGrouper(),
  now,
})
await desk.resume()
const subscriptions = plan.subscriptions.map(toSubscription)
const bot = createBot({
  desk,
  store,
  requests: [],
  subscriptions: () => Promise.resolve(subscriptions),
  settings: { sources, regions: [], topics: [] },
  adapters: [
    createStubAdapter('discord', plan.platformUrl, speed, RECOGNISED_MS, sayGivenUp),
    createStubAdapter('slack', plan.platformUrl, speed, 0, sayGivenUp),
  ],
  now,
})

say('ready')
const ticking = [
  repeatedly(
    async () => {
      await bot.read()
    },
    20_000,
    clock,
  ),
  repeatedly(
    async () => {
      const at = now()
      const { faults } = await bot.decide()
      for (const { error } of faults) say(`fault ${String(error)}`)
      say(`decided ${at}`)
    },
    20_000,
    clock,
  ),
  repeatedly(
    async () => {
      await bot.deliver()
    },
    3_000,
    clock,
  ),
]
process.once('SIGTERM', () => {
  void Promise.all(ticking.map((one) => one.stop()))
    .then(() => reader.close())
    .then(() => store.close())
})
