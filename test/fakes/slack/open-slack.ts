import type { ChatAdapter } from '../../../src/chat/chat-adapter.ts'
import type { Commands } from '../../../src/chat/commands.ts'
import { createSlack } from '../../../adapters/slack/index.ts'
import { readSettings, type SlackSettings } from '../../../adapters/slack/setup/settings.ts'
import { chatTools, type FakeChatTools } from '../chat-tools.ts'
import { echoing } from '../commands.ts'
import { openResponses, type FakeResponses } from './response-server.ts'
import { signedRequest, SIGNING_SECRET, type SignedOptions } from './signed-request.ts'
import { BOT_TOKEN, freePort, openWebApi, TEAM, type FakeWebApi } from './web-api.ts'

interface OpenSlackOptions {
  readonly commands?: Commands
  readonly env?: Readonly<Record<string, string>>
  readonly tools?: FakeChatTools
  readonly web?: FakeWebApi
}

/** The adapter over HTTP, on real sockets, with the emulator of Slack's Web API. */
export interface FakeSlack {
  readonly adapter: ChatAdapter
  readonly web: FakeWebApi
  readonly responses: FakeResponses
  readonly tools: FakeChatTools
  /** Address for Slack's requests. */
  readonly address: string
  /** Sends a signed request and returns the adapter's answer. */
  request(body: string, options?: SignedOptions): Promise<{ readonly status: number; readonly body: string }>
  /** `/news TEXT`. */
  command(
    text: string,
    own?: Readonly<Record<string, string>>,
  ): Promise<{ readonly status: number; readonly body: string }>
  /** Sends a button press, form, shortcut or menu request. */
  interact(payload: object): Promise<{ readonly status: number; readonly body: string }>
  event(event: object, own?: object): Promise<{ readonly status: number; readonly body: string }>
  readonly close: () => Promise<void>
}

let ids = 0

/** Unique, as Slack's ids are. */
export const nextId = (kind: string): string => {
  ids += 1
  return `${kind}-${ids}`
}

export function settingsOf(env: Readonly<Record<string, string>>): SlackSettings {
  const read = readSettings(env)
  if (read.status !== 'set') throw new Error(`settings: ${JSON.stringify(read)}`)
  return read.settings
}

export async function openSlack(options: OpenSlackOptions = {}): Promise<FakeSlack> {
  const web = options.web ?? (await openWebApi())
  const responses = await openResponses()
  const tools = options.tools ?? (await chatTools())
  const port = Number(options.env?.['SLACK_PORT'] ?? (await freePort()))
  const settings = settingsOf({
    SLACK_API_URL: web.url,
    SLACK_SIGNING_SECRET: SIGNING_SECRET,
    SLACK_PORT: String(port),
    ...(options.env?.['SLACK_CLIENT_ID'] === undefined && { SLACK_BOT_TOKEN: BOT_TOKEN }),
    ...options.env,
  })
  const adapter = createSlack({ settings, tools, fetch: web.fetch })
  const silent = echoing((words) =>
    Promise.resolve({ kind: 'notice', level: 'info', text: words, language: 'en' }),
  )
  await adapter.start(options.commands ?? silent)
  const address = `http://127.0.0.1:${port}`

  const request: FakeSlack['request'] = async (body, signing) => {
    const response = await fetch(`${address}/slack/events`, signedRequest(body, signing))
    return { status: response.status, body: await response.text() }
  }
  return {
    adapter,
    web,
    responses,
    tools,
    address,
    request,
    command: (text, own = {}) =>
      request(
        new URLSearchParams({
          command: '/news',
          text,
          team_id: TEAM,
          team_domain: 'emulate',
          user_id: 'U000000001',
          user_name: 'admin',
          channel_id: 'C000000001',
          channel_name: 'general',
          response_url: responses.url(),
          trigger_id: nextId('trigger'),
          api_app_id: 'A1',
          ...own,
        }).toString(),
      ),
    interact: (payload) => request(new URLSearchParams({ payload: JSON.stringify(payload) }).toString()),
    event: (event, own = {}) =>
      request(
        JSON.stringify({
          type: 'event_callback',
          event_id: nextId('Ev'),
          team_id: TEAM,
          api_app_id: 'A1',
          authorizations: [{ team_id: TEAM, enterprise_id: null, is_enterprise_install: false }],
          event,
          ...own,
        }),
      ),
    async close() {
      await adapter.stop()
      await responses.close()
      if (options.web === undefined) await web.close()
      if (options.tools === undefined) await tools.store.close()
    },
  }
}
