import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createSlack } from '../../../adapters/slack/index.ts'
import type { ChatAdapter } from '../../../src/chat/chat-adapter.ts'
import { allCommands } from '../../../src/commands/all-commands.ts'
import { chatTools } from '../../fakes/chat-tools.ts'
import { aNewsroom, type FakeNewsroom } from '../../fakes/newsroom.ts'
import { lookedUp, pressed, submitted, typing } from '../../fakes/slack/interactions.ts'
import { nextId, openSlack, settingsOf } from '../../fakes/slack/open-slack.ts'
import { openSocketServer } from '../../fakes/slack/socket-server.ts'
import { BOT_TOKEN, GENERAL, openWebApi, TEAM } from '../../fakes/slack/web-api.ts'

/** Half of the milliseconds that Slack waits: more is too slow. */
const AT_MOST_MS = 1_500

const URL = 'http://127.0.0.1:9/'
const COMMAND = {
  command: '/news',
  team_id: TEAM,
  user_id: 'U000000001',
  channel_id: GENERAL,
  response_url: URL,
  trigger_id: 'trigger-of-a-command',
}
const FORM = {
  id: 'V1',
  private_metadata: `{"from":"slack:${TEAM}/${GENERAL}","subscription":null}`,
  blocks: [],
}
const PAYLOADS = [
  ['a command', 'slash_commands', { ...COMMAND, text: 'syria' }],
  ['a command for a form', 'slash_commands', { ...COMMAND, text: 'subscribe' }],
  ['a button', 'interactive', pressed({ type: 'button', action_id: 'command:0', value: 'x' })],
  ['a shortcut', 'interactive', lookedUp({ text: 'https://levant-post.example/bridge' }, URL)],
  [
    'a form',
    'interactive',
    submitted(FORM, { region: { region: { type: 'static_select', selected_option: { value: 'africa' } } } }),
  ],
  ['a menu', 'interactive', typing('topic', 'con')],
] as const

let newsroom: FakeNewsroom
beforeEach(async () => {
  newsroom = await aNewsroom()
})

/** Makes the store never answer again. Returns a function that closes it nevertheless. */
function hang(): () => Promise<void> {
  const { promise } = Promise.withResolvers<never>()
  const whole = { ...newsroom.store }
  for (const method of Object.keys(newsroom.store)) Object.assign(newsroom.store, { [method]: () => promise })
  return () => whole.close()
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

describe('while the store hangs', () => {
  it.each(PAYLOADS)('is acknowledged by HTTP: %s', async (_, type, payload) => {
    const slack = await openSlack({
      commands: allCommands(newsroom.view),
      tools: await chatTools(newsroom.store),
    })
    const close = hang()
    const send = () =>
      type === 'interactive'
        ? slack.interact(payload)
        : slack.request(new URLSearchParams(Object.entries(payload)).toString())
    const ms = await timed(async () => expect((await send()).status).toBe(200))
    expect(ms).toBeLessThan(AT_MOST_MS)
    const [noted = Number.POSITIVE_INFINITY] = slack.tools.acknowledged
    expect(noted).toBeLessThanOrEqual(ms)
    await slack.close()
    await close()
  })

  describe('over a socket', () => {
    let adapter: ChatAdapter
    let closeAll: () => Promise<unknown>
    let socket: Awaited<ReturnType<typeof openSocketServer>>
    beforeEach(async () => {
      const web = await openWebApi()
      socket = await openSocketServer()
      web.answer('apps.connections.open', () => ({ ok: true, url: socket.url }))
      const settings = settingsOf({
        SLACK_API_URL: web.url,
        SLACK_BOT_TOKEN: BOT_TOKEN,
        SLACK_APP_TOKEN: 'xapp-1-A1-1-abc',
      })
      adapter = createSlack({ settings, tools: await chatTools(newsroom.store), fetch: web.fetch })
      await adapter.start(allCommands(newsroom.view))
      const close = hang()
      closeAll = () => Promise.all([socket.close(), web.close(), close()])
    })
    afterEach(async () => {
      await adapter.stop()
      await closeAll()
    })

    it.each(PAYLOADS)('is acknowledged: %s', async (_, type, payload) => {
      expect(await timed(() => socket.send({ type, payload }))).toBeLessThan(AT_MOST_MS)
    })

    it('is acknowledged: an event', async () => {
      const payload = {
        type: 'event_callback',
        event_id: nextId('Ev'),
        team_id: TEAM,
        event: { type: 'app_home_opened', user: 'U000000001', tab: 'home', event_ts: '1' },
      }
      expect(await timed(() => socket.send({ type: 'events_api', payload }))).toBeLessThan(AT_MOST_MS)
    })
  })
})
