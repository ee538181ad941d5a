import {
  type Client,
  Events,
  GatewayDispatchEvents,
  type Guild,
  type GuildBasedChannel,
  type NonThreadGuildBasedChannel,
} from 'discord.js'
import { z } from 'zod'
import type { ChatTools } from '../../../src/chat/chat-platform.ts'
import type { Message } from '../../../src/records/message.ts'
import { say } from '../../../src/words/say.ts'
import type { DiscordMessage } from '../draw/draft.ts'
import { DELETED } from '../errors.ts'
import { missingAt, placesOf } from './destination.ts'
import { channelDestination, readPlace } from './place.ts'
import { postingOnce, sendParts } from './send-parts.ts'

interface WatchTools extends WakeTools, Pick<ChatTools, 'memory' | 'now' | 'loseDestination'> {
  readonly draw: (message: Message, threads: boolean) => DiscordMessage
}

/** How long a word of greeting may take, in milliseconds. */
const GREETING_MS = 28_000

/** As the gateway tells of it. */
const deletedThread = z.looseObject({ id: z.string(), guild_id: z.string() })

/**
 * Keeps up with where the bot is: subscriptions of a server that it was removed from rest, a channel or thread that was
 * deleted is lost, and what was given up wakes when the bot may speak there again; where it is let in again it says so.
 * A server that is down for a while is not one that it has left: discord.js tells the two apart.
 */
export function watchGuilds(client: Client, tools: WatchTools): void {
  const { memory, log, now, loseDestination } = tools
  const follow = (happened: string, work: () => Promise<unknown>): void => {
    work().catch((error: unknown) => log.error({ err: error }, `${happened}, and was not followed up`))
  }
  const lose = (guild: string, channel: string): Promise<void> =>
    loseDestination(channelDestination(guild, channel), { code: 'channel-gone', reason: DELETED })

  client.on(Events.GuildDelete, ({ id }) =>
    follow('the bot left a server', async () => {
      const paused = await memory.pauseSubscriptionsOf({ platform: 'discord', workspace: id }, now())
      const name = leftBehind(id)
      const before = Number((await memory.recall(name)) ?? 0)
      await memory.remember(name, String(before + paused))
      log.info({ guild: id, paused }, 'the bot is no longer on a server; subscriptions there rest')
    }),
  )
  client.on(Events.ChannelDelete, (channel) => {
    if (channel.isDMBased()) return
    const threads = 'threads' in channel ? [...channel.threads.cache.keys()] : []
    follow('a channel was deleted', async () => {
      for (const id of [channel.id, ...threads]) await lose(channel.guildId, id)
    })
  })
  // The event of discord.js tells only of threads that it remembers, and it forgets those that are archived.
  client.ws.on(GatewayDispatchEvents.ThreadDelete, (told: unknown) =>
    follow('a thread was deleted', async () => {
      const { guild_id: guild, id } = deletedThread.parse(told)
      await lose(guild, id)
    }),
  )
  client.on(Events.ChannelUpdate, (before, after) => {
    if (before.isDMBased() || after.isDMBased() || !hasGained(before, after)) return
    follow('a channel was opened to the bot', () =>
      wake(after.guild, tools, ({ id, parentId }) => id === after.id || parentId === after.id),
    )
  })
  client.on(Events.GuildRoleUpdate, (before, after) => {
    const isOurs = after.guild.members.me?.roles.cache.has(after.id) === true
    // A right that was taken closes no channel here: the next post finds out, and its owner is told.
    if (isOurs && !before.permissions.has(after.permissions.bitfield))
      follow('a role of the bot was given rights', () => wake(after.guild, tools))
  })
  client.on(Events.GuildMemberUpdate, (_before, { id, guild }) => {
    if (id === client.user?.id) follow('the bot has other roles', () => wake(guild, tools))
  })
  client.on(Events.GuildCreate, (guild) =>
    follow('the bot joined a server', () => greet(guild, client, tools)),
  )
}

const leftBehind = (guild: string) => ({ platform: 'discord', kind: 'left', id: guild }) as const

/** On a server that the bot was on before, what rests there is named; on a new one nothing is said unasked. */
async function greet(guild: Guild, client: Client, tools: WatchTools): Promise<void> {
  const { memory, draw, log } = tools
  const places = placesOf(guild)
  const resumed = await wake(guild, tools)
  const left = await memory.recall(leftBehind(guild.id))
  if (left === null) return
  await memory.forget(leftBehind(guild.id))
  const place = [
    ...places.filter(({ id }) => resumed.has(id)),
    ...(guild.systemChannel === null ? [] : [guild.systemChannel]),
    ...places,
  ].find((channel) => channel.isTextBased() && lacksNothing(channel))
  log.info({ guild: guild.id, resumed: resumed.size }, 'the bot is back on a server')
  if (place === undefined || Number(left) === 0) return
  const language = guild.preferredLocale
  const text = say('place.back', language, { count: Number(left) })
  const { main } = draw({ kind: 'notice', level: 'info', text, language }, false)
  const name = `back ${guild.id} ${guild.joinedTimestamp}`
  await sendParts(place.id, main, postingOnce(name, client.rest, AbortSignal.timeout(GREETING_MS)))
}

const lacksNothing = (channel: NonThreadGuildBasedChannel): boolean => missingAt(channel).length === 0

/** Whether the bot may do something there that it could not before. */
function hasGained(before: NonThreadGuildBasedChannel, after: NonThreadGuildBasedChannel): boolean {
  const had = before.permissionsFor(before.client.user)
  const has = after.permissionsFor(after.client.user)
  return had !== null && has !== null && !had.has(has.bitfield)
}

type WakeTools = Pick<ChatTools, 'pausedDestinations' | 'resumeDestination' | 'log'>

/**
 * Lets calls to places of a server begin again that were given up and take messages now: channels, and threads, also
 * those that Discord has put away since, of which the gateway does not tell. Gives the ids of these places.
 */
async function wake(
  guild: Guild,
  { pausedDestinations, resumeDestination, log }: WakeTools,
  isMeant: (channel: GuildBasedChannel) => boolean = () => true,
): Promise<ReadonlySet<string>> {
  const woken = new Set<string>()
  for (const destination of await pausedDestinations()) {
    const { channel: id } = readPlace(destination)
    if (destination !== channelDestination(guild.id, id)) continue
    const channel = guild.channels.cache.get(id) ?? (await lookUp(guild, id))
    if (channel === null || !isMeant(channel) || !isOpen(channel)) continue
    if (!(await resumeDestination(destination))) continue
    woken.add(id)
    log.info({ channel: id }, 'a channel takes messages again')
  }
  return woken
}

/**
 * Null also where the bot may not see it, and where Discord does not answer: it is looked at again when rights change
 * the next time.
 */
async function lookUp(guild: Guild, id: string): Promise<GuildBasedChannel | null> {
  const channel = await guild.client.channels.fetch(id).catch(() => null)
  return channel === null || channel.isDMBased() ? null : channel
}

function isOpen(channel: GuildBasedChannel): boolean {
  const isLocked = channel.isThread() && channel.locked === true
  // Of a thread whose channel the gateway has not told of nothing is known.
  return !isLocked && channel.permissionsFor(channel.client.user) !== null && missingAt(channel).length === 0
}
