import { createSlack } from '../../adapters/slack/index.ts'
import { createDiscord } from '../../adapters/discord/index.ts'
import { readSettings } from '../../adapters/slack/setup/settings.ts'
import { createBot } from '../../src/bot.ts'
import { articleTerms } from '../../src/articles/article-terms.ts'
import type { ChatTools } from '../../src/chat/chat-platform.ts'
import { createFeedReader } from '../../src/feeds/feed-reader.ts'
import type { Source } from '../../src/records/source.ts'
import type { Tags } from '../../src/records/article.ts'
import { createNewsDesk } from '../../src/news-desk.ts'
import { REAL_CLOCK, repeatedly } from '../../src/schedule/clock.ts'
import { openSqliteStore } from '../../src/storage/sqlite/open-sqlite-store.ts'
import { createSettlingGrouper } from '../../src/stories/create-settling-grouper.ts'
import { NO_COMMANDS } from '../fakes/commands.ts'
import { noteDecisions } from './bot/note-decisions.ts'
import { watchFetch, watchPort, watchRequests } from './bot/watch-points.ts'
import { drillPlanSchema, orderSchema, toSubscription, type Word } from './drill-plan.ts'
import { clockTime } from './moved-clock.ts'
import { DISCORD_TOKEN } from './platform/discord-stand-in.ts'
import { SLACK_APP_TOKEN, SLACK_TOKEN } from './platform/slack-stand-in.ts'
import { createPoints } from './points.ts'

/**
 * Run by the drill as a separate process until it is killed: the bot with its real store, feed reader, desk,
 * story grouper and adapters. Only the tagger is a fake, because loading its tables would take longer than
 * most of these lives.
 */
const plan = drillPlanSchema.parse(JSON.parse(process.argv[2] ?? '{}'))
let { clock } = plan
const now = (): number => clockTime(clock)
const tell = (word: Word): void => void process.send?.(word)
const complain = (fault: unknown): void => tell({ kind: 'fault', text: String(fault) })

/** Real milliseconds between two rounds: minutes of the moved clock pass within seconds. */
const READ_PAUSE_MS = 400
const DECIDE_PAUSE_MS = 300
const DELIVER_PAUSE_MS = 50

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

const points = createPoints()
points.arm(plan.armed)
const store = await openSqliteStore(plan.store, { exclusive: true })
const watched = watchPort(noteDecisions(store, plan.decisions), 'store', points)
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
  tagging: {
    read: (articles) =>
      Promise.resolve(
        articles.map((article) => ({
          tags: NO_TAGS,
          terms: articleTerms(article, NO_TAGS.language),
          findings: [],
        })),
      ),
  },
  grouper: createSettlingGrouper(),
  now,
})

const silent = (): void => undefined
const tools: ChatTools = {
  memory: watched,
  topicName: (code) => code,
  zone: 'UTC',
  language: 'en',
  log: { debug: silent, info: silent, warn: silent, error: silent },
  now,
  drawPictures: () => Promise.resolve([]),
  resumeDestination: (destination) => store.resumeDestination(destination),
  pausedDestinations: () => Promise.resolve([]),
  async loseDestination(destination, lost) {
    await bot.loseDestination(destination, lost)
  },
  noteAcknowledged: silent,
  endProgram: (error) => {
    throw error
  },
}
const slackSettings = readSettings({
  SLACK_API_URL: plan.slackUrl,
  SLACK_BOT_TOKEN: SLACK_TOKEN,
  SLACK_APP_TOKEN,
})
if (slackSettings.status !== 'set') throw new Error(JSON.stringify(slackSettings))
const adapters = [
  createSlack({ settings: slackSettings.settings, tools, fetch: watchFetch(points) }),
  createDiscord({
    settings: {
      token: DISCORD_TOKEN,
      admins: new Set(),
      guild: null,
      crosspost: false,
      subscribers: 'everyone',
    },
    tools,
    rest: { api: plan.discordUrl, makeRequest: watchRequests(points) },
  }),
]

const subscriptions = plan.subscriptions.map((wish) => toSubscription(wish, plan.createdAt))
const bot = createBot({
  desk,
  store: watched,
  requests: [],
  subscriptions: () => Promise.resolve(subscriptions),
  settings: { sources, regions: [], topics: [] },
  adapters,
  now,
  isStopping: () => isStopping,
})

let isStopping = false
let readAt = 0
let decidedAt = 0

async function stand(): Promise<void> {
  const waiting = (await store.deliveries(0)).filter(
    ({ state }) => state === 'pending' || state === 'sending',
  )
  const notices = waiting.filter(({ slot, edits }) => slot === '' && edits === null).length
  tell({
    kind: 'standing',
    readAt,
    decidedAt,
    left: waiting.length - notices,
    notices,
    points: points.counts(),
  })
}

process.on('message', (text) => {
  const order = orderSchema.parse(text)
  switch (order.kind) {
    case 'clock':
      clock = order.clock
      return
    case 'arm':
      return points.arm(order.armed)
    case 'ask':
      return void stand().catch(complain)
    case 'stop':
      return void stop().catch(complain)
    default:
      return order satisfies never
  }
})

await desk.resume()
await Promise.all(adapters.map((adapter) => adapter.start(NO_COMMANDS)))
tell({ kind: 'ready' })

const round = (work: () => Promise<unknown>) => async (): Promise<void> => {
  await work().catch(complain)
}
const ticking = [
  repeatedly(
    round(async () => {
      const at = now()
      await bot.read()
      readAt = at
    }),
    READ_PAUSE_MS,
    REAL_CLOCK,
  ),
  repeatedly(
    round(async () => {
      const at = now()
      const { faults } = await bot.decide()
      for (const { error } of faults) complain(error)
      decidedAt = at
      tell({ kind: 'decided', at })
    }),
    DECIDE_PAUSE_MS,
    REAL_CLOCK,
  ),
  repeatedly(
    round(() => bot.deliver()),
    DELIVER_PAUSE_MS,
    REAL_CLOCK,
  ),
]

async function stop(): Promise<void> {
  isStopping = true
  await Promise.all(ticking.map((one) => one.stop()))
  await Promise.all(adapters.map((adapter) => adapter.stop()))
  await reader.close()
  await store.close()
  process.disconnect?.()
}
