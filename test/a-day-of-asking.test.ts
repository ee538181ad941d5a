import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createBot } from '../src/bot.ts'
import { allCommands } from '../src/commands/all-commands.ts'
import { serveSample } from '../src/demo/serve-sample.ts'
import { openNewsroom } from '../src/newsroom.ts'
import { loadSettings } from '../src/settings/load-settings.ts'
import { anAsker } from './fakes/asker.ts'
import { RecordingChat } from './fakes/recording-chat.ts'

const HOUR = 3_600_000
const QUARTER = HOUR / 4

let data: string
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'dragoman-asking-'))
})
afterEach(() => rmSync(data, { recursive: true }))

it('serves a subscription that is made while it runs, until it is ended', { timeout: 60_000 }, async () => {
  const loaded = loadSettings({ configDirectory: 'config/sample/settings', env: {} })
  if (!loaded.ok) throw new Error('the settings of the sample do not load')
  let now = Date.parse('2026-03-09T22:00:00Z')
  const sample = await serveSample('config/sample', { now: () => now })
  const settings = {
    ...loaded.settings,
    sources: sample.sources,
    dataDirectory: data,
    allowAddresses: ['127.0.0.1'],
  }
  const { store, desk, view, close } = await openNewsroom(settings, { now: () => now, steady: true })
  const chat = new RecordingChat({ platform: 'slack' })
  const bot = createBot({
    desk,
    store,
    requests: [],
    subscriptions: () => store.subscriptions(),
    settings,
    adapters: [chat],
    now: () => now,
  })
  const commands = allCommands(view)
  const ask = (text: string) => commands.answer(commands.read(text), anAsker())
  const runUntil = async (moment: string) => {
    for (; now < Date.parse(moment); now += QUARTER) {
      await bot.read()
      await bot.serve()
    }
  }
  const postedAt = () =>
    chat.posts.map(({ message }) =>
      message.kind === 'briefing' ? new Date(message.briefing.to).toISOString().slice(5, 16) : message.kind,
    )
  try {
    await runUntil('2026-03-10T00:30:00Z')
    const made = await ask('subscribe middle-east daily at 07:30 istanbul')
    if (made.kind !== 'subscription') throw new Error(`it answered with a ${made.kind}`)
    await runUntil('2026-03-11T06:00:00Z')
    expect(postedAt()).toEqual(['03-10T04:30', '03-11T04:30'])
    await ask(`unsubscribe ${made.subscription.id}`)
    await runUntil('2026-03-12T06:00:00Z')
    expect(postedAt()).toHaveLength(2)
  } finally {
    await close()
    await sample.close()
  }
})
