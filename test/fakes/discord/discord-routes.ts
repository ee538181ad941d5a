import { ChannelType, MessageFlags, PermissionFlagsBits } from 'discord.js'
import { z } from 'zod'
import type { DiscordRequest } from './check-request.ts'
import { APPLICATION, botUser, channelData, threadData, threadMemberData } from './discord-guild.ts'
import { Refused, refusal } from './discord-refusals.ts'
import { standingEvents, eventData, makeEvent, changeEvent } from './discord-events.ts'
import { historyData, messageData, type DiscordWorld, type FakeInteraction } from './discord-world.ts'

type Body = Readonly<Record<string, unknown>>
type Handler = (ids: readonly string[], body: Body, world: DiscordWorld) => unknown

const EPHEMERAL = 64
const DEFERRED = 5
/** Limit for an app that is not on the server (interactions/receiving-and-responding). */
const MOST_FOLLOW_UPS = 5

const ROUTES: readonly (readonly [string, RegExp, Handler])[] = [
  [
    'GET',
    /^\/applications\/@me$/u,
    (_ids, _body, { owner }) => ({ id: APPLICATION, name: 'Dragoman', flags: 0, bot_public: true, ...owner }),
  ],
  ['GET', /^\/applications\/\d+\/commands$/u, (_ids, _body, world) => registered('global', world)],
  [
    'GET',
    /^\/applications\/\d+\/guilds\/(\d+)\/commands\/permissions$/u,
    ([guild = ''], _body, world) =>
      [...(world.limits.get(guild) ?? [])].map(([name, permissions]) => ({
        id: registered('global', world).find((command) => command.name === name)?.id,
        application_id: APPLICATION,
        guild_id: guild,
        permissions,
      })),
  ],
  ['GET', /^\/users\/@me$/u, () => botUser],
  ['PUT', /^\/applications\/\d+\/commands$/u, (_, body, world) => register('global', body, world)],
  [
    'PUT',
    /^\/applications\/\d+\/guilds\/(\d+)\/commands$/u,
    ([guild = ''], body, world) => {
      if (!world.guilds.has(guild)) throw new Refused(refusal('missingAccess'))
      return register(guild, body, world)
    },
  ],
  ['POST', /^\/users\/@me\/channels$/u, openDirect],
  [
    'GET',
    /^\/channels\/(\d+)\/thread-members\/(\d+)$/u,
    ([thread = '', user = ''], _, world) => {
      if (!world.threads.get(thread)?.members?.includes(user)) throw new Refused(refusal('unknownMember'))
      return threadMemberData(thread, user)
    },
  ],
  ['GET', /^\/channels\/(\d+)$/u, ([id = ''], _, world) => channelNamed(id, world)],
  [
    'POST',
    /^\/channels\/(\d+)\/messages$/u,
    ([channel = ''], body, world) => messageData(world.post(channel, body)),
  ],
  [
    'GET',
    /^\/channels\/(\d+)\/messages$/u,
    ([channel = ''], query, world) => {
      const { limit, before } = z
        .object({ limit: z.coerce.number().max(100), before: z.string().nullable().default(null) })
        .parse(query)
      return world.history(channel, limit, before).map(historyData)
    },
  ],
  ['POST', /^\/channels\/\d+\/typing$/u, () => undefined],
  ['PATCH', /^\/channels\/\d+\/messages\/(\d+)$/u, ([id = ''], body, world) => edit(id, body, world)],
  ['DELETE', /^\/channels\/\d+\/messages\/(\d+)$/u, ([id = ''], _, world) => world.remove(id)],
  [
    'POST',
    /^\/channels\/\d+\/messages\/(\d+)\/crosspost$/u,
    ([id = ''], _, world) => {
      world.crossposted.push(id)
      return messageData(world.message(id))
    },
  ],
  ['POST', /^\/channels\/(\d+)\/messages\/(\d+)\/threads$/u, threadUnder],
  ['POST', /^\/channels\/(\d+)\/threads$/u, forumPost],
  [
    'GET',
    /^\/guilds\/(\d+)\/threads\/active$/u,
    ([guild = ''], _, world) => ({
      threads: [...world.threads.values()]
        .filter((thread) => thread.guild === guild)
        .map(({ id, name, parent }) => ({ id, name, parent_id: parent, owner_id: APPLICATION })),
      members: [],
    }),
  ],
  [
    'GET',
    /^\/guilds\/(\d+)\/scheduled-events$/u,
    ([guild = ''], _, world) => standingEvents(guild, world).map(eventData),
  ],
  ['POST', /^\/guilds\/(\d+)\/scheduled-events$/u, makeEvent],
  ['PATCH', /^\/guilds\/(\d+)\/scheduled-events\/(\d+)$/u, changeEvent],
  ['POST', /^\/interactions\/(\d+)\/([^/]+)\/callback$/u, callBack],
  ['POST', /^\/webhooks\/\d+\/([^/]+)$/u, followUp],
  ['PATCH', /^\/webhooks\/\d+\/([^/]+)\/messages\/@original$/u, editOriginal],
  [
    'DELETE',
    /^\/webhooks\/\d+\/([^/]+)\/messages\/@original$/u,
    ([token = ''], _, world) => {
      const asked = find(token, world)
      asked.isDismissed = true
      if (asked.original !== null) world.remove(asked.original.id)
      asked.original = null
    },
  ],
]

/**
 * Executes a call. For a GET the body is its query. Returns undefined for an answer without a body.
 * @throws Refused
 */
export function routeRequest(
  { method, path, body }: DiscordRequest,
  world: DiscordWorld,
  { gatewayUrl }: { readonly gatewayUrl: string },
): unknown {
  if (path === '/gateway/bot')
    return {
      url: gatewayUrl,
      shards: 1,
      session_start_limit: { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 1 },
    }
  for (const [verb, pattern, handler] of ROUTES) {
    const ids = verb === method ? pattern.exec(path)?.slice(1) : undefined
    if (ids !== undefined)
      return handler(
        ids,
        z
          .record(z.string(), z.unknown())
          .or(z.array(z.unknown()).transform((list) => ({ list })))
          .optional()
          .parse(body) ?? {},
        world,
      )
  }
  throw new Error(`this Discord does not know ${method} ${path}`)
}

function register(scope: string, body: Body, world: DiscordWorld): unknown {
  const commands = z.array(z.looseObject({ name: z.string() })).parse(body['list'])
  world.commands.set(scope, commands)
  return registered(scope, world)
}

/** Commands with the ids that Discord assigns. */
const registered = (scope: string, world: DiscordWorld) =>
  z
    .array(z.looseObject({ name: z.string() }))
    .parse(world.commands.get(scope) ?? [])
    .map((command, index) => ({
      id: `80000000000000000${index}`,
      application_id: APPLICATION,
      version: '1',
      ...command,
    }))

function channelNamed(id: string, world: DiscordWorld): unknown {
  const thread = world.threads.get(id)
  if (thread !== undefined) return threadData(thread, thread.guild ?? '')
  const channel = world.channels.get(id)
  if (channel === undefined) throw new Refused(refusal('unknownChannel'))
  return channelData(channel, channel.guild ?? '')
}

/** The same person always has the same channel. */
function openDirect(_: readonly string[], body: Body, world: DiscordWorld): unknown {
  const person = z.string().parse(body['recipient_id'])
  const id = `7${person.replaceAll(/\D/gu, '').padStart(17, '0')}`
  world.addChannel({ id, type: ChannelType.DM }, null)
  return { id, type: ChannelType.DM, recipients: [] }
}

/** A message made of components alone remains one: it can have neither content nor embeds. */
function edit(id: string, body: Body, world: DiscordWorld): unknown {
  const message = world.message(id)
  const [isCards, staysCards] = [message.body, body].map(
    ({ flags }) => (z.number().default(0).parse(flags) & MessageFlags.IsComponentsV2) !== 0,
  )
  if (isCards !== staysCards && (isCards || 'content' in message.body || 'embeds' in message.body))
    throw new Refused(refusal('invalidBody'))
  message.body = { ...message.body, ...body }
  return messageData(message)
}

function threadUnder(
  [channel = '', message = '']: readonly string[],
  body: Body,
  world: DiscordWorld,
): unknown {
  const parent = world.channels.get(channel)
  if (parent === undefined) throw new Refused(refusal('unknownChannel'))
  if (!world.permissionsIn(parent).has(PermissionFlagsBits.CreatePublicThreads))
    throw new Refused(refusal('missingPermissions'))
  if (world.threads.has(message)) throw new Refused(refusal('threadExists'))
  world.message(message)
  const { id, name } = world.openThread({
    id: message,
    name: z.string().parse(body['name']),
    parent: channel,
    tags: [],
  })
  return { id, name, type: ChannelType.PublicThread, parent_id: channel }
}

function forumPost([forum = '']: readonly string[], body: Body, world: DiscordWorld): unknown {
  if (!world.channels.has(forum)) throw new Refused(refusal('unknownChannel'))
  const { name, applied_tags, message } = z
    .object({
      name: z.string(),
      applied_tags: z.array(z.string()),
      message: z.record(z.string(), z.unknown()),
    })
    .parse(body)
  const thread = world.openThread({ id: world.newId(), name, parent: forum, tags: applied_tags })
  world.keep(thread.id, message, false, thread.id)
  return { id: thread.id, name, type: ChannelType.PublicThread, parent_id: forum }
}

function find(token: string, world: DiscordWorld): FakeInteraction {
  const asked = [...world.interactions.values()].find((one) => one.token === token)
  if (asked === undefined) throw new Refused(refusal('unknownInteraction'))
  return asked
}

function callBack([id = '']: readonly string[], body: Body, world: DiscordWorld): unknown {
  const asked = world.interactions.get(id)
  if (asked === undefined) throw new Refused(refusal('unknownInteraction'))
  if (asked.callback !== null) throw new Refused(refusal('alreadyAcknowledged'))
  const { type, data } = z
    .object({ type: z.number(), data: z.record(z.string(), z.unknown()).optional() })
    .parse(body)
  asked.callback = { type, ...(data === undefined ? {} : { data }) }
  return undefined
}

const isPrivate = (asked: FakeInteraction): boolean => asked.callback?.data?.['flags'] === EPHEMERAL

function editOriginal([token = '']: readonly string[], body: Body, world: DiscordWorld): unknown {
  const asked = find(token, world)
  if (asked.callback?.type !== DEFERRED || asked.isDismissed) throw new Refused(refusal('unknownMessage'))
  if (asked.original === null) asked.original = world.keep(asked.channel, body, isPrivate(asked))
  else asked.original.body = { ...asked.original.body, ...body }
  return messageData(asked.original)
}

/**
 * The first follow-up after a deferral that is still waiting becomes the answer itself and keeps its privacy.
 */
function followUp(ids: readonly string[], body: Body, world: DiscordWorld): unknown {
  const asked = find(ids[0] ?? '', world)
  if (asked.callback === null) throw new Refused(refusal('unknownInteraction'))
  if (asked.callback.type === DEFERRED && asked.original === null && !asked.isDismissed)
    return editOriginal(ids, body, world)
  if (asked.isOutside && asked.followUps.length >= MOST_FOLLOW_UPS)
    throw new Refused(refusal('tooManyFollowUps'))
  const flags = z.number().default(0).parse(body['flags'])
  const message = world.keep(asked.channel, body, (flags & EPHEMERAL) !== 0)
  asked.followUps.push(message)
  return messageData(message)
}
