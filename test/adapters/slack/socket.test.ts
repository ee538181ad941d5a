import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createSlack } from '../../../adapters/slack/index.ts'
import type { ChatAdapter } from '../../../src/chat/chat-adapter.ts'
import { chatTools, type FakeChatTools } from '../../fakes/chat-tools.ts'
import { echoing } from '../../fakes/commands.ts'
import { nextId, settingsOf } from '../../fakes/slack/open-slack.ts'
import { openResponses, type FakeResponses } from '../../fakes/slack/response-server.ts'
import { openSocketServer, type FakeSocketServer } from '../../fakes/slack/socket-server.ts'
import {
  BOT,
  BOT_TOKEN,
  RANDOM,
  GENERAL,
  openWebApi,
  refusal,
  TEAM,
  unreachable,
  type FakeWebApi,
} from '../../fakes/slack/web-api.ts'

const joined = (id: string, channel: string) => ({
  type: 'events_api' as const,
  payload: {
    type: 'event_callback',
    event_id: id,
    team_id: TEAM,
    event: { type: 'member_joined_channel', user: BOT, channel, team: TEAM, event_ts: '1' },
  },
})

describe('Slack over a socket', () => {
  let web: FakeWebApi
  let socket: FakeSocketServer
  let responses: FakeResponses
  let tools: FakeChatTools
  let adapter: ChatAdapter
  let asked: string[]
  let resumed: string[]
  beforeEach(async () => {
    ;[web, socket, responses, tools] = await Promise.all([
      openWebApi(),
      openSocketServer(),
      openResponses(),
      chatTools(),
    ])
    web.answer('apps.connections.open', () => ({ ok: true, url: socket.url }))
    asked = []
    const settings = settingsOf({
      SLACK_API_URL: web.url,
      SLACK_BOT_TOKEN: BOT_TOKEN,
      SLACK_APP_TOKEN: 'xapp-1-A1-1-abc',
    })
    resumed = []
    const resumeDestination = async (destination: string) => {
      resumed.push(destination)
      return true
    }
    adapter = createSlack({ settings, tools: { ...tools, resumeDestination }, fetch: web.fetch })
  })
  afterEach(async () => {
    await adapter.stop()
    await Promise.all([socket.close(), responses.close(), web.close(), tools.store.close()])
  })

  const start = () =>
    adapter.start(
      echoing((words) => {
        asked.push(words)
        return Promise.resolve({ kind: 'notice', level: 'info', text: words, language: 'en' })
      }),
    )

  const command = (text: string, trigger = nextId('trigger')) => ({
    type: 'slash_commands' as const,
    payload: {
      command: '/news',
      text,
      team_id: TEAM,
      user_id: 'U000000001',
      channel_id: GENERAL,
      response_url: responses.url(),
      trigger_id: trigger,
    },
  })

  it('acknowledges a command with nothing, and answers it afterwards', async () => {
    await start()
    expect(await socket.send(command('syria'))).toEqual({})
    expect(await responses.until(1)).toMatchObject([{ text: 'syria', response_type: 'ephemeral' }])
  })

  it('shows the app token to Slack, and nothing else', async () => {
    await start()
    expect(web.of('apps.connections.open')).toMatchObject([{ token: 'xapp-1-A1-1-abc' }])
  })

  it.each(['warning', 'refresh_requested', 'too_many_websockets'] as const)(
    'connects anew when Slack asks for it (%s), and answers what comes then',
    async (reason) => {
      await start()
      socket.disconnect(reason)
      await expect.poll(() => socket.connections(), { timeout: 10_000 }).toBe(2)
      await socket.send(command('after'))
      await responses.until(1)
      expect(asked).toEqual(['after'])
    },
  )

  it('connects anew when the connection breaks, also when Slack cannot be reached at first', async () => {
    await start()
    web.breakNext('apps.connections.open', unreachable)
    web.breakNext('apps.connections.open', refusal('internal_error'))
    socket.drop()
    await expect.poll(() => socket.connections(), { timeout: 10_000 }).toBe(2)
    await socket.send(command('after'))
    await responses.until(1)
    expect(asked).toEqual(['after'])
  })

  it('does an event once that comes in two envelopes', async () => {
    await start()
    await socket.send(joined('Ev-twice', GENERAL))
    await socket.send({ ...joined('Ev-twice', GENERAL), retry_attempt: 1 })
    await socket.send(joined('Ev-once', RANDOM))
    await expect.poll(() => resumed).toContain(`slack:${TEAM}/${RANDOM}`)
    expect(resumed.filter((destination) => destination === `slack:${TEAM}/${GENERAL}`)).toHaveLength(1)
  })

  it('does a command once that comes in two envelopes', async () => {
    await start()
    const same = command('syria')
    await socket.send(same)
    await responses.until(1)
    await socket.send(same)
    await socket.send(command('iraq'))
    await responses.until(2)
    expect(asked).toEqual(['syria', 'iraq'])
  })

  it('starts while Slack is down, and connects when it is back', async () => {
    web.breakNext('auth.test', unreachable)
    web.breakNext('apps.connections.open', unreachable)
    await start()
    await expect.poll(() => socket.connections(), { timeout: 10_000 }).toBe(1)
    await socket.send(command('syria'))
    await responses.until(1)
    expect(tools.logged.filter(({ level }) => level === 'warn')).not.toEqual([])
  })

  it('ends the program when Slack no longer accepts the app token, with what to do', async () => {
    await start()
    web.breakNext('apps.connections.open', refusal('token_revoked'))
    socket.drop()
    await expect.poll(() => tools.ended, { timeout: 10_000 }).toHaveLength(1)
    expect(tools.ended).toMatchObject([
      { code: 'settings', message: expect.stringMatching(/SLACK_APP_TOKEN.*connections:write/u) },
    ])
  })

  it.each([
    ['SLACK_BOT_TOKEN', 'auth.test', 'invalid_auth'],
    ['SLACK_APP_TOKEN', 'apps.connections.open', 'not_allowed_token_type'],
  ])('says which token is wrong: %s', async (variable, method, error) => {
    web.breakNext(method, refusal(error))
    await expect(start()).rejects.toThrow(variable)
  })
})
