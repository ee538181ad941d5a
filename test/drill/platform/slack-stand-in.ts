import type { ShownMessage } from './platform-log.ts'
import type { Answer, Described, ReadRequest, StandIn } from './stand-in.ts'

export const SLACK_TEAM = 'T0DRILL01'
export const SLACK_TOKEN = 'xoxb-drill-1'
export const SLACK_APP_TOKEN = 'xapp-1-A0DRILL-1-abc'

export interface SlackTools {
  readonly shown: ShownMessage[]
  /** Channel ids. */
  readonly channels: ReadonlySet<string>
  /** Whether this channel is archived by now. */
  readonly isGone: (place: string) => boolean
  /** Address of Socket Mode. */
  readonly socketUrl: string
  /** Seconds since 1970, with which ids of messages begin. */
  readonly seconds: () => number
}

const MESSAGES = new Set(['chat.postMessage', 'chat.update', 'conversations.open', 'conversations.join'])

/**
 * Stands in for Slack's Web API, as far as a bot that posts uses it
 * (https://docs.slack.dev/reference/methods). Repeated messages are shown again.
 */
export function slackStandIn(tools: SlackTools): StandIn {
  const { shown } = tools
  let count = 0

  const post = ({ body }: ReadRequest): Answer => {
    const channel = String(body['channel'])
    const place = placeOf(channel)
    if (!tools.channels.has(channel) && !channel.startsWith('D')) return refuse('channel_not_found')
    if (tools.isGone(place)) return refuse('is_archived')
    count += 1
    const id = `${Math.floor(tools.seconds())}.${String(count).padStart(6, '0')}`
    shown.push({ platform: 'slack', id, place, under: threadOf(body), body, edits: 0 })
    return accept({ channel, ts: id, message: {} })
  }
  const update = ({ body }: ReadRequest): Answer => {
    const found = shown.find(({ platform, id }) => platform === 'slack' && id === body['ts'])
    if (found === undefined) return refuse('message_not_found')
    if (tools.isGone(found.place)) return refuse('is_archived')
    found.body = { ...asRecord(found.body), ...body }
    found.edits += 1
    return accept({ channel: body['channel'], ts: found.id })
  }

  return {
    platform: 'slack',
    read: (method, url, headers, text) => ({
      method,
      path: url.replace(/^\/api\//u, '').replace(/\?.*$/u, ''),
      token: (headers.authorization ?? '').replace('Bearer ', ''),
      body: readArguments(text),
    }),
    describe({ path, body }): Described {
      const channel = typeof body['channel'] === 'string' ? body['channel'] : null
      const found = shown.find(({ id }) => id === body['ts'])
      return {
        name: path,
        place: channel === null ? null : placeOf(channel),
        under: path === 'chat.update' ? (found?.under ?? null) : threadOf(body),
        isDelivery: MESSAGES.has(path),
      }
    },
    carryOut(request) {
      const expected = request.path === 'apps.connections.open' ? SLACK_APP_TOKEN : SLACK_TOKEN
      if (request.token !== expected) return refuse(request.token === '' ? 'not_authed' : 'invalid_auth')
      switch (request.path) {
        case 'auth.test':
          return accept({
            team_id: SLACK_TEAM,
            user_id: 'U0BOT',
            bot_id: 'B0BOT',
            url: 'https://drill.example/',
          })
        case 'apps.connections.open':
          return accept({ url: tools.socketUrl })
        case 'conversations.open':
          return accept({ channel: { id: `D${String(request.body['users']).slice(1)}` } })
        case 'conversations.join':
          return accept({ channel: { id: request.body['channel'] } })
        case 'chat.postMessage':
          return post(request)
        case 'chat.update':
          return update(request)
        default:
          return refuse('unknown_method')
      }
    },
    refuseToken: () => refuse('invalid_auth'),
    internalError: () => refuse('internal_error'),
  }
}

const accept = (body: object): Answer => ({ status: 200, body: { ok: true, ...body }, refusal: null })
const refuse = (error: string): Answer => ({ status: 200, body: { ok: false, error }, refusal: error })

/** Direct messages to `U1` are the channel `D1` here. */
const placeOf = (channel: string): string =>
  channel.startsWith('D') ? `slack:@${SLACK_TEAM}/U${channel.slice(1)}` : `slack:${SLACK_TEAM}/${channel}`

const threadOf = (body: Readonly<Record<string, unknown>>): string | null =>
  typeof body['thread_ts'] === 'string' ? body['thread_ts'] : null

function readArguments(text: string): Readonly<Record<string, unknown>> {
  const given = [...new URLSearchParams(text)]
  return Object.fromEntries(
    given.map(([name, value]) => [name, /^[[{]/u.test(value) ? JSON.parse(value) : value]),
  )
}

const asRecord = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {}
