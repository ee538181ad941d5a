import { slackPlatform } from '../../../adapters/slack/platform.ts'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createBot, type Bot } from '../../../src/bot.ts'
import { allCommands } from '../../../src/commands/all-commands.ts'
import { serveSample, type ServedSample } from '../../../src/demo/serve-sample.ts'
import { openNewsroom, type Newsroom } from '../../../src/newsroom.ts'
import { loadSettings } from '../../../src/settings/load-settings.ts'
import type { BriefingRequest } from '../../../src/records/subscription.ts'
import { aConfigDirectory } from '../../settings/a-config-directory.ts'
import { chatTools } from '../../fakes/chat-tools.ts'
import { openSlack, type FakeSlack } from '../../fakes/slack/open-slack.ts'
import {
  ADA,
  GENERAL,
  lostAnswer,
  openWebApi,
  RANDOM,
  refusal,
  TEAM,
  type FakeWebApi,
} from '../../fakes/slack/web-api.ts'

const QUARTER = 900_000

const loaded = loadSettings({ configDirectory: 'config/sample/settings', env: {} })
if (!loaded.ok) throw new Error('the settings of the sample do not load')
const { settings: sampleSettings } = loaded

let data: string
let now: number
let sample: ServedSample
let web: FakeWebApi
let newsroom: Newsroom
let slack: FakeSlack
let bot: Bot

/** Opens the bot as `dragoman start` does, on one data directory. */
async function open(requests: readonly BriefingRequest[] = []): Promise<void> {
  const settings = {
    ...sampleSettings,
    sources: sample.sources,
    dataDirectory: data,
    allowAddresses: ['127.0.0.1'],
  }
  newsroom = await openNewsroom(settings, { now: () => now, steady: true })
  const { desk, store, view } = newsroom
  slack = await openSlack({
    web,
    commands: allCommands(view),
    tools: { ...(await chatTools(store)), now: () => now },
  })
  bot = createBot({
    desk,
    store,
    requests,
    subscriptions: () => store.subscriptions(),
    settings,
    adapters: [slack.adapter],
    now: () => now,
    random: () => 0,
  })
}

async function close(): Promise<void> {
  await slack.close()
  await newsroom.close()
}

async function runUntil(moment: string): Promise<void> {
  for (; now < Date.parse(moment); now += QUARTER) {
    await bot.read()
    await bot.serve()
  }
}

beforeEach(async () => {
  data = mkdtempSync(join(tmpdir(), 'dragoman-slack-'))
  now = Date.parse('2026-03-09T22:00:00Z')
  ;[sample, web] = await Promise.all([serveSample('config/sample', { now: () => now }), openWebApi()])
  await open()
})
afterEach(async () => {
  await close()
  await Promise.all([sample.close(), web.close()])
  rmSync(data, { recursive: true })
})

/** Returns the messages in the channel outside threads. */
const told = async () =>
  (await web.shown(GENERAL)).filter(({ thread_ts, ts }) => thread_ts === undefined || thread_ts === ts)

async function subscribe(text: string): Promise<void> {
  await slack.command(text)
  await slack.responses.until(1)
}

it(
  'serves in Slack what somebody subscribed there, once a day, across a restart',
  { timeout: 90_000 },
  async () => {
    await runUntil('2026-03-10T00:30:00Z')
    await subscribe('subscribe middle-east daily at 07:30 istanbul')
    await runUntil('2026-03-10T04:00:00Z')
    await close()
    await open()
    await runUntil('2026-03-10T05:00:00Z')
    const [first, ...more] = await told()
    expect(more).toEqual([])
    expect(JSON.stringify(first?.blocks)).toContain('Middle East')
    await close()
    await open()
    await runUntil('2026-03-11T06:00:00Z')
    expect(await told()).toHaveLength(2)
  },
)

it(
  'does not send again what was perhaps received, and says so to who subscribed',
  { timeout: 90_000 },
  async () => {
    await subscribe('subscribe middle-east daily at 07:30 istanbul')
    web.breakNext('chat.postMessage', lostAnswer)
    await runUntil('2026-03-10T05:00:00Z')
    expect(await told()).toHaveLength(1)
    const notices = web.of('chat.postMessage').filter(({ args }) => args['channel'] !== GENERAL)
    expect(notices).toMatchObject([
      {
        args: {
          text: expect.stringMatching(/on its way to <#C000000001>, so it may or may not have arrived/u),
          blocks: [
            {
              elements: [
                { elements: expect.arrayContaining([{ type: 'channel', channel_id: GENERAL }]) },
                { elements: [{ text: expect.stringContaining('in the next briefing') }] },
              ],
            },
          ],
        },
      },
    ])
  },
)

it(
  'stops at a refusal, tells who subscribed what helps, and goes on when it is invited',
  { timeout: 90_000 },
  async () => {
    await subscribe('subscribe middle-east daily at 07:30 istanbul')
    web.breakNext('chat.postMessage', refusal('not_in_channel'))
    web.breakNext('conversations.join', refusal('method_not_supported_for_channel_type'))
    await runUntil('2026-03-10T05:00:00Z')
    expect(await told()).toEqual([])
    const notice = web.of('chat.postMessage').find(({ args }) => args['channel'] !== GENERAL)
    expect(notice?.args['text']).toContain('Invite me there')
    await slack.event({
      type: 'member_joined_channel',
      user: 'UBOT00001',
      channel: GENERAL,
      team: TEAM,
      event_ts: '1',
    })
    await expect.poll(() => newsroom.store.destinations()).toEqual(new Map())
    await runUntil('2026-03-11T06:00:00Z')
    expect(await told()).toHaveLength(1)
  },
)

/** An entry of config/briefings.yaml. */
const entry = (id: string, to: string) => `  - { id: ${id}, title: ${id}, at: ["07:30"], to: '${to}' }\n`

it(
  'serves in Slack what config/briefings.yaml sends there, to a channel and to a person',
  { timeout: 90_000 },
  async () => {
    const configDirectory = aConfigDirectory({
      'briefings.yaml': `briefings:\n${entry('desk', `slack:${GENERAL}`)}${entry('wire', `slack:${TEAM}/${RANDOM}`)}${entry('ada', `slack:@${TEAM}/${ADA}`)}`,
    })
    const settings = loadSettings({
      configDirectory,
      destinations: [slackPlatform.destinations],
      env: { DRAGOMAN_ZONE: 'Europe/Istanbul' },
    })
    await close()
    await open(settings.ok ? settings.settings.briefings : [])
    await runUntil('2026-03-10T05:00:00Z')
    const sent = web.of('chat.postMessage').filter(({ args }) => !('thread_ts' in args))
    expect(new Set(sent.map(({ args }) => String(args['channel']).charAt(0)))).toEqual(new Set(['C', 'D']))
    expect(new Set(sent.map(({ args }) => args['channel'])).size).toBe(3)
    expect(await told()).toHaveLength(1)
  },
)
