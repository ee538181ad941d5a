import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createBot } from '../src/bot.ts'
import { allCommands } from '../src/commands/all-commands.ts'
import { serveSample } from '../src/demo/serve-sample.ts'
import { openNewsroom } from '../src/newsroom.ts'
import { loadSettings } from '../src/settings/load-settings.ts'
import { storeFile } from '../src/storage/open-store.ts'
import { openSqliteStore } from '../src/storage/sqlite/open-sqlite-store.ts'
import { chatTools } from './fakes/chat-tools.ts'
import { answerTo, asking } from './fakes/discord/asking.ts'
import { DESK, discordAdapter, GUILD } from './fakes/discord/discord-bench.ts'
import { openDiscord } from './fakes/discord/discord-server.ts'
import { aSharedParser } from './feeds/a-shared-parser.ts'

const QUARTER = 900_000

let data: string
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'dragoman-discord-'))
})
afterEach(() => rmSync(data, { recursive: true }))

it(
  'briefs a Discord channel once, also when the bot ends between the post and its receipt',
  { timeout: 60_000 },
  async () => {
    const loaded = loadSettings({ configDirectory: 'config/sample/settings', env: {} })
    if (!loaded.ok) throw new Error('the settings of the sample do not load')
    let now = Date.parse('2026-03-09T22:00:00Z')
    const discord = await openDiscord({ guilds: [{ id: GUILD, channels: [{ id: DESK, name: 'desk' }] }] })
    const sample = await serveSample('config/sample', { now: () => now })
    const settings = {
      ...loaded.settings,
      sources: sample.sources,
      dataDirectory: data,
      allowAddresses: ['127.0.0.1'],
    }
    const start = async () => {
      const store = await openSqliteStore(storeFile(data))
      const newsroom = await openNewsroom(settings, {
        now: () => now,
        steady: true,
        store,
        parser: aSharedParser(),
      })
      const tools = { ...(await chatTools(newsroom.store)), now: () => now }
      const adapter = discordAdapter(discord, tools)
      await adapter.start(allCommands(newsroom.view))
      const bot = createBot({
        desk: newsroom.desk,
        store: newsroom.store,
        requests: [],
        subscriptions: () => newsroom.store.subscriptions(),
        settings,
        adapters: [adapter],
        now: () => now,
      })
      return {
        bot,
        async stop() {
          await adapter.stop()
          await newsroom.close()
        },
      }
    }
    let running = await start()
    const briefings = () => discord.world.shownIn(DESK).filter(({ body }) => body['nonce'] !== undefined)
    const runUntil = async (moment: string) => {
      for (; now < Date.parse(moment); now += QUARTER) {
        await running.bot.read()
        await running.bot.serve()
      }
    }
    try {
      await runUntil('2026-03-10T00:30:00Z')
      const subscribe = { region: 'middle-east', when: 'daily', at: '07:30', zone: 'Europe/Istanbul' }
      const { isPrivate } = await answerTo(asking(discord).news('subscribe', subscribe))
      expect(isPrivate).toBe(false)
      const asked = briefings().length

      await runUntil('2026-03-10T04:30:00Z')
      discord.breakNext(/^POST \/channels\/\d+\/messages$/u, 'lost')
      await running.bot.read()
      await running.bot.serve()
      const arrived = briefings().slice(asked)
      expect(arrived.length).toBeGreaterThan(0)

      await running.stop()
      running = await start()
      now += 20_000
      for (let round = 0; round < 4; round++, now += 20_000) await running.bot.serve()
      const shown = briefings().slice(asked)
      expect(shown.slice(0, arrived.length)).toEqual(arrived)
      const posts = discord.requests.filter(({ path }) => path === `/channels/${DESK}/messages`)
      expect(posts.length).toBeGreaterThan(shown.length)

      await runUntil('2026-03-11T03:00:00Z')
      expect(briefings()).toHaveLength(asked + shown.length)
      await runUntil('2026-03-11T06:00:00Z')
      expect(briefings().length).toBeGreaterThan(asked + shown.length)
      expect(discord.problems).toEqual([])
    } finally {
      await running.stop()
      await sample.close()
      await discord.close()
    }
  },
)
