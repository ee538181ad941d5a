import { APPLICATION, botUser } from '../../fakes/discord/discord-guild.ts'
import type { ShownMessage } from './platform-log.ts'
import type { Answer, Described, ReadRequest, StandIn } from './stand-in.ts'

export const DISCORD_TOKEN = 'OTAwMDAwMDAwMDAwMDAwMDAx.Gdrill.notARealTokenOfAnybodyAtAll'
export const DISCORD_GUILD = '200000000000000001'

export interface DiscordTools {
  readonly shown: ShownMessage[]
  readonly channels: ReadonlySet<string>
  readonly forums: ReadonlySet<string>
  readonly isGone: (place: string) => boolean
  readonly gatewayUrl: () => string
  /** Milliseconds of the bot's clock. */
  readonly now: () => number
}

/**
 * How long a nonce is remembered ("the past few minutes"), by the bot's clock, because the bot uses that
 * clock to judge how long a repeat is safe. With two clocks of different speed neither a kept nor a broken
 * promise would mean anything.
 */
const NONCE_MS = 180_000

interface Thread {
  readonly id: string
  readonly name: string
  readonly parent: string
}

/**
 * Stands in for Discord's REST API, as far as a bot that posts uses it
 * (https://docs.discord.com/developers/reference).
 */
export function discordStandIn(tools: DiscordTools): StandIn {
  const { shown } = tools
  const threads = new Map<string, Thread>()
  const directs = new Map<string, string>()
  const placed = new Map<string, { readonly channel: string; readonly at: number }>()
  const nonces = new Map<string, { readonly message: ShownMessage; readonly at: number }>()
  let last = 1_000_000_000_000_000_000n

  const newId = (): string => String((last += 1n))
  const channelAbove = (channel: string): string => threads.get(channel)?.parent ?? channel
  const placeOf = (channel: string): string => {
    const above = channelAbove(channel)
    const person = directs.get(above)
    return person === undefined ? `discord:${DISCORD_GUILD}/${above}` : `discord:@${person}/${person}`
  }
  const underOf = (channel: string): string | null => (threads.has(channel) ? channel : null)
  const exists = (channel: string): boolean => {
    const above = channelAbove(channel)
    return (tools.channels.has(above) || directs.has(above)) && !tools.isGone(placeOf(channel))
  }
  const show = (channel: string, body: unknown, id = newId()): ShownMessage => {
    const message = {
      platform: 'discord' as const,
      id,
      place: placeOf(channel),
      under: underOf(channel),
      body,
      edits: 0,
    }
    shown.push(message)
    placed.set(id, { channel, at: tools.now() })
    return message
  }
  const find = (id: string | undefined): ShownMessage | undefined =>
    shown.findLast((one) => one.platform === 'discord' && one.id === id)

  const post = (channel: string, body: ReadRequest['body']): Answer => {
    if (!exists(channel)) return UNKNOWN_CHANNEL
    if (tools.forums.has(channel)) return refuse(400, 50_024, 'Cannot execute action on this channel type')
    const nonce = typeof body['nonce'] === 'string' ? `${channel} ${body['nonce']}` : null
    const known = nonce === null ? undefined : nonces.get(nonce)
    if (body['enforce_nonce'] === true && known !== undefined && tools.now() - known.at < NONCE_MS)
      return accept(messageData(known.message, channel))
    const message = show(channel, body)
    if (nonce !== null) nonces.set(nonce, { message, at: tools.now() })
    return accept(messageData(message, channel))
  }
  const openThread = (channel: string, id: string, name: unknown): Answer => {
    if (!exists(channel)) return UNKNOWN_CHANNEL
    if (find(id) === undefined) return refuse(404, 10_008, 'Unknown Message')
    if (threads.has(id)) return refuse(400, 160_004, 'A thread has already been created for this message')
    threads.set(id, { id, name: String(name), parent: channel })
    return accept({ id, name, type: 11, parent_id: channel })
  }
  const openPost = (forum: string, body: ReadRequest['body']): Answer => {
    if (!exists(forum)) return UNKNOWN_CHANNEL
    const id = newId()
    threads.set(id, { id, name: String(body['name']), parent: forum })
    show(id, body['message'], id)
    return accept({ id, name: body['name'], type: 11, parent_id: forum })
  }
  const edit = (id: string, body: ReadRequest['body']): Answer => {
    const found = find(id)
    if (found === undefined) return refuse(404, 10_008, 'Unknown Message')
    found.body = { ...asRecord(found.body), ...body }
    found.edits += 1
    return accept(messageData(found, ''))
  }
  const remove = (id: string): Answer => {
    const at = shown.findIndex((one) => one.platform === 'discord' && one.id === id)
    if (at === -1) return refuse(404, 10_008, 'Unknown Message')
    shown.splice(at, 1)
    return { status: 204, body: undefined, refusal: null }
  }
  const openDirect = (body: ReadRequest['body']): Answer => {
    const person = String(body['recipient_id'])
    const id = `7${person.slice(1)}`
    directs.set(id, person)
    return accept({ id, type: 1, recipients: [] })
  }
  /** Messages newest first, as people see them, without nonces. */
  const history = (channel: string): Answer => ({
    status: 200,
    refusal: null,
    body: shown
      .filter((one) => one.platform === 'discord' && placed.get(one.id)?.channel === channel)
      .toReversed()
      .slice(0, 100)
      .map((one) => {
        const { nonce: _, ...body } = asRecord(one.body)
        const timestamp = new Date(placed.get(one.id)?.at ?? 0).toISOString()
        return { ...messageData({ ...one, body }, channel), timestamp }
      }),
  })
  const activeThreads = (): Answer => ({
    status: 200,
    refusal: null,
    body: {
      threads: [...threads.values()].map(({ id, name, parent }) => ({
        id,
        name,
        parent_id: parent,
        owner_id: APPLICATION,
      })),
      members: [],
    },
  })

  return {
    platform: 'discord',
    read: (method, url, headers, text) => ({
      method,
      path: decodeURIComponent(url.replace(/\?.*$/u, '')).replace(/^\/api\/v10/u, ''),
      token: headers.authorization ?? '',
      body: text === '' ? {} : asRecord(JSON.parse(text)),
    }),
    describe({ method, path }): Described {
      const [, channel, message] = /^\/channels\/(\d+)(?:\/messages\/(\d+))?/u.exec(path) ?? []
      const isThread = path.endsWith('/threads') && message !== undefined
      return {
        name: `${method} ${path.replaceAll(/\d{5,}/gu, ':id')}`,
        place: channel === undefined ? null : placeOf(channel),
        under: channel === undefined ? null : isThread ? (message ?? null) : underOf(channel),
        isDelivery:
          channel !== undefined || path === '/users/@me/channels' || path.endsWith('/threads/active'),
      }
    },
    carryOut({ method, path, token, body }) {
      if (token !== `Bot ${DISCORD_TOKEN}`) return UNAUTHORIZED
      const [, channel = '', message, kind] =
        /^\/channels\/(\d+)\/(?:messages\/(\d+))?\/?(messages|threads|crosspost)?$/u.exec(path) ?? []
      if (path === '/gateway/bot' || path === '/gateway') return accept(gatewayData(tools.gatewayUrl()))
      if (path === '/users/@me') return accept(botUser)
      if (path === '/applications/@me') return accept({ id: APPLICATION, name: 'Dragoman', flags: 0 })
      if (path.startsWith('/applications/')) return { status: 200, body: [], refusal: null }
      if (path === '/users/@me/channels') return openDirect(body)
      if (path === `/guilds/${DISCORD_GUILD}/threads/active`) return activeThreads()
      if (method === 'POST' && message !== undefined && kind === 'threads')
        return openThread(channel, message, body['name'])
      if (method === 'POST' && kind === 'threads') return openPost(channel, body)
      if (method === 'POST' && kind === 'messages') return post(channel, body)
      if (method === 'GET' && kind === 'messages') return exists(channel) ? history(channel) : UNKNOWN_CHANNEL
      if (method === 'PATCH' && message !== undefined) return edit(message, body)
      if (method === 'DELETE' && message !== undefined) return remove(message)
      if (method === 'GET' && message !== undefined) {
        const found = find(message)
        return found === undefined
          ? refuse(404, 10_008, 'Unknown Message')
          : accept(messageData(found, channel))
      }
      return refuse(404, 0, '404: Not Found')
    },
    refuseToken: () => UNAUTHORIZED,
    internalError: () => refuse(500, 0, '500: Internal Server Error'),
  }
}

const accept = (body: object): Answer => ({ status: 200, body, refusal: null })
const refuse = (status: number, code: number, message: string): Answer => ({
  status,
  body: { code, message },
  refusal: `${status} ${code}`,
})
const UNKNOWN_CHANNEL = refuse(404, 10_003, 'Unknown Channel')
const UNAUTHORIZED = refuse(401, 0, '401: Unauthorized')

const gatewayData = (url: string) => ({
  url,
  shards: 1,
  session_start_limit: { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 1 },
})

const messageData = ({ id, body }: ShownMessage, channel: string) => ({
  content: '',
  embeds: [],
  components: [],
  ...asRecord(body),
  id,
  channel_id: channel,
  author: botUser,
  timestamp: '2026-03-10T08:00:00.000000+00:00',
  edited_timestamp: null,
  type: 0,
  tts: false,
  pinned: false,
  mention_everyone: false,
  mentions: [],
  mention_roles: [],
  attachments: [],
  flags: 0,
})

const asRecord = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {}
