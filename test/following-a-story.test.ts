import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createBot } from '../src/bot.ts'
import { allCommands } from '../src/commands/all-commands.ts'
import { serveSample, type ServedSample } from '../src/demo/serve-sample.ts'
import { openNewsroom, type Newsroom } from '../src/newsroom.ts'
import { loadSettings } from '../src/settings/load-settings.ts'
import { anAsker } from './fakes/asker.ts'
import { RecordingChat } from './fakes/recording-chat.ts'

const HOUR = 3_600_000
const FIRST = Date.parse('2026-03-09T00:00:00Z')
const LAST = Date.parse('2026-03-12T16:00:00Z')
const DESK = 'slack:T1/C1'

/** The whole bot over the sample edition: somebody follows the earthquake in the morning of the first day, in words. */
describe('a story that is followed for four days', () => {
  const loaded = loadSettings({ configDirectory: 'config/sample/settings', env: {} })
  if (!loaded.ok) throw new Error('the settings of the sample do not load')
  const data = mkdtempSync(join(tmpdir(), 'dragoman-follow-'))
  const chat = new RecordingChat({ platform: 'slack' })
  let now = FIRST
  let sample: ServedSample
  let newsroom: Newsroom

  beforeAll(async () => {
    sample = await serveSample('config/sample', { now: () => now })
    const settings = {
      ...loaded.settings,
      sources: sample.sources,
      briefings: [],
      dataDirectory: data,
      allowAddresses: ['127.0.0.1'],
    }
    newsroom = await openNewsroom(settings, { now: () => now, steady: true })
    const { desk, store } = newsroom
    const commands = allCommands(newsroom.view)
    const ask = (text: string) => commands.answer(commands.read(text), anAsker({ channel: DESK }))
    const bot = createBot({
      desk,
      store,
      requests: [],
      subscriptions: () => store.subscriptions(),
      settings,
      adapters: [chat],
      now: () => now,
    })
    let isFollowed = false
    for (; now <= LAST; now += HOUR / 2) {
      await bot.read()
      now += 60_000
      if (!isFollowed) {
        const found = await ask('search earthquake')
        const isThere = found.kind === 'search' && found.results.hits.length > 0
        if (isThere) isFollowed = (await ask('keep me posted on the first one')).kind === 'notice'
      }
      await bot.serve()
    }
    now += 9 * 24 * HOUR
    await bot.serve()
    now += HOUR
    await bot.serve()
  }, 120_000)
  afterAll(async () => {
    await newsroom.close()
    await sample.close()
    rmSync(data, { recursive: true })
  })

  it('stands in one message with all that follows under it', () => {
    const [first, ...others] = chat.posts
    expect(chat.posts.length).toBeGreaterThan(3)
    expect(first).toMatchObject({ channel: 'T1/C1', under: null })
    expect(new Set(others.map(({ under }) => under))).toEqual(new Set(['1']))
  })

  it('tells nothing twice, and goes from the first figure to the last', () => {
    const told = chat.posts.flatMap(({ message }) => (message.kind === 'briefing' ? [message.briefing] : []))
    const headlines = told.map(({ sections }) =>
      sections.flatMap(({ stories }) => stories.map(({ headline }) => headline)).join(' | '),
    )
    expect(new Set(headlines).size).toBe(headlines.length)
    expect(headlines.join('\n')).toMatch(/12[\s\S]*19[\s\S]*23/u)
    for (const { timeline } of told) expect(timeline?.entries.length).toBeGreaterThan(0)
  })

  it('ends by itself', async () => {
    expect(chat.posts.at(-1)?.message).toMatchObject({ kind: 'notice' })
    expect(await newsroom.store.subscriptions()).toEqual([])
  })

  it('counts as other messages do', async () => {
    const deliveries = await newsroom.store.deliveries(0)
    expect(deliveries.every(({ state }) => state === 'sent')).toBe(true)
    expect(deliveries).toHaveLength(chat.posts.length)
  })
})
