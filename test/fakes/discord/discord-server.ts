import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { buffer, json } from 'node:stream/consumers'
import { z } from 'zod'
import { ChannelType } from 'discord.js'
import { checkRequest, type DiscordRequest } from './check-request.ts'
import { DiscordRates } from './discord-rates.ts'
import { openGateway, type FakeGateway } from './discord-gateway.ts'
import {
  channelData,
  guildData,
  threadData,
  type FakeChannel,
  type FakeGuild,
  type ThreadBase,
} from './discord-guild.ts'
import { Refused, refusal, type Refusal } from './discord-refusals.ts'
import { DiscordWorld } from './discord-world.ts'
import { routeRequest } from './discord-routes.ts'

/**
 * How a call fails: with an error response, with the call accepted and its answer lost (`lost`) or never
 * given (`silent`), or with the connection broken before (`broken`).
 */
export type Fault = Refusal | 'lost' | 'silent' | 'broken'

export interface FakeDiscord {
  readonly api: string
  readonly token: string
  readonly world: DiscordWorld
  readonly gateway: FakeGateway
  readonly rates: DiscordRates
  /** All requests, in order. */
  readonly requests: readonly DiscordRequest[]
  /** Violations in the requests so far of Discord's schemas and our rules. */
  readonly problems: readonly string[]
  /** Makes the next call whose `METHOD /path` matches fail in this way. */
  breakNext(pattern: RegExp, fault: Fault): void
  /** Events of the servers: the bot is invited or removed, a channel is created or deleted. */
  invite(guild: FakeGuild): void
  remove(guild: string, options?: { readonly unavailable: boolean }): void
  makeChannel(guild: string, channel: FakeChannel): void
  deleteChannel(guild: string, channel: string): void
  /**
   * Opens a thread. A thread that is asleep exists, but the gateway has not reported it since the bot
   * connected.
   */
  openThread(guild: string, thread: ThreadBase & { readonly isAsleep?: boolean }): void
  deleteThread(guild: string, thread: string): void
  close(): Promise<void>
}

export const FAKE_TOKEN = 'OTAwMDAwMDAwMDAwMDAwMDAx.Gfake1.notARealTokenOfAnybodyAtAll'

/**
 * Opens a fake Discord on loopback with all that this bot uses: API, gateway, nonces and, if asked for, rate
 * limits.
 */
export async function openDiscord({
  guilds = [],
  withRates = false,
  checks = true,
}: {
  readonly guilds?: readonly FakeGuild[]
  readonly withRates?: boolean
  readonly checks?: boolean
} = {}): Promise<FakeDiscord> {
  const world = new DiscordWorld(guilds)
  const rates = new DiscordRates()
  const requests: DiscordRequest[] = []
  const problems: string[] = []
  const faults: { readonly pattern: RegExp; readonly fault: Fault }[] = []
  let port = 0

  const takeFault = (call: string): Fault | null => {
    const index = faults.findIndex(({ pattern }) => pattern.test(call))
    return index === -1 ? null : (faults.splice(index, 1)[0]?.fault ?? null)
  }

  const handle = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method = 'GET', url = '/' } = incoming
    const { pathname, searchParams } = new URL(url, 'http://discord')
    const path = decodeURIComponent(pathname).replace(/^\/api\/v10/u, '')
    const query = searchParams.size === 0 ? {} : { body: Object.fromEntries(searchParams) }
    const request = { method, path, ...(await readBody(incoming)), ...query }
    requests.push(request)
    if (checks) problems.push(...checkRequest(request))
    const fault = takeFault(`${method} ${path}`)
    if (fault === 'broken') return void incoming.socket.destroy()
    const counted = withRates ? rates.count(method, path) : { headers: {}, refusal: null }
    const isPublic = /^\/(?:interactions|webhooks)\//u.test(path)
    try {
      if (fault !== null && fault !== 'lost' && fault !== 'silent') throw new Refused(fault)
      if (counted.refusal !== null) throw new Refused(counted.refusal)
      if (!isPublic && incoming.headers.authorization !== `Bot ${FAKE_TOKEN}`)
        throw new Refused(refusal('unauthorized'))
      const answer = routeRequest(request, world, { gatewayUrl: gatewayUrl() })
      if (fault === 'lost') return void incoming.socket.destroy()
      if (fault === 'silent') return
      answerWith(response, answer === undefined ? 204 : 200, answer, counted.headers)
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      const { status, code, message, headers, more } = error.refusal
      answerWith(response, status, { code, message, ...more }, { ...counted.headers, ...headers })
    }
  }

  const server = createServer((incoming, response) => {
    handle(incoming, response).catch((fault: unknown) => {
      problems.push(String(fault))
      response.destroy()
    })
  })
  const gatewayUrl = (): string => `ws://127.0.0.1:${port}`
  const gateway = openGateway(server, {
    token: FAKE_TOKEN,
    guilds: () => world.guilds.values(),
    url: gatewayUrl,
  })
  world.tell = (event, data) => gateway.dispatch(event, data)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  port = typeof address === 'object' && address !== null ? address.port : 0

  return {
    api: `http://127.0.0.1:${port}/api`,
    token: FAKE_TOKEN,
    world,
    gateway,
    rates,
    requests,
    problems,
    breakNext: (pattern, fault) => void faults.push({ pattern, fault }),
    invite(guild) {
      world.add(guild)
      gateway.dispatch('GUILD_CREATE', guildData(guild))
    },
    remove(id, { unavailable } = { unavailable: false }) {
      if (!unavailable) world.removeGuild(id)
      gateway.dispatch('GUILD_DELETE', { id, ...(unavailable ? { unavailable } : {}) })
    },
    makeChannel(guild, channel) {
      world.addChannel(channel, guild)
      gateway.dispatch('CHANNEL_CREATE', channelData(channel, guild))
    },
    deleteChannel(guild, id) {
      const channel = world.channels.get(id)
      world.channels.delete(id)
      gateway.dispatch('CHANNEL_DELETE', channelData(channel ?? { id }, guild))
    },
    openThread(guild, { isAsleep = false, ...thread }) {
      const opened = world.openThread({ ...thread, name: `t${thread.id}`, tags: [] })
      if (!isAsleep) gateway.dispatch('THREAD_CREATE', threadData(opened, guild))
    },
    deleteThread(guild, id) {
      const parent = world.threads.get(id)?.parent
      world.threads.delete(id)
      gateway.dispatch('THREAD_DELETE', {
        id,
        guild_id: guild,
        parent_id: parent,
        type: ChannelType.PublicThread,
      })
    },
    async close() {
      gateway.close()
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}

/** Reads JSON, or a form with files (https://docs.discord.com/developers/reference#uploading-files). */
async function readBody(incoming: IncomingMessage): Promise<Pick<DiscordRequest, 'body' | 'files'>> {
  const type = incoming.headers['content-type'] ?? ''
  if (type.startsWith('multipart/')) {
    const form = await new Response(new Uint8Array(await buffer(incoming)), {
      headers: { 'content-type': type },
    }).formData()
    const files = [...form].flatMap(([field, value]) =>
      value instanceof File ? [{ field, file: value }] : [],
    )
    return { body: JSON.parse(z.string().parse(form.get('payload_json'))), files }
  }
  return { body: Number(incoming.headers['content-length'] ?? 0) > 0 ? await json(incoming) : undefined }
}

function answerWith(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>>,
): void {
  response.writeHead(status, {
    ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    ...headers,
  })
  response.end(body === undefined ? undefined : JSON.stringify(body))
}
