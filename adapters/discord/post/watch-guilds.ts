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
import { info } from '../../../src/commands/notice.ts'
import type { DiscordMessage } from '../draw/drawing.ts'
import { DELETED } from '../errors.ts'
import { missingAt, placesOf } from './destination.ts'
import { channelDestination, readPlace } from './place.ts'
import { postingOnce, sendParts } from './send-parts.ts'

interface WatchTools extends WakeTools, Pick<ChatTools, 'memory' | 'now' | 'loseDestination'> {
  readonly draw: (message: Message, threads: boolean) => DiscordMessage
}

/** Time limit for the message after a return, in milliseconds. */
const GREETING_MS = 28_000

/** The gateway's event for a deleted thread. */
const deletedThread = z.looseObject({ id: z.string(), guild_id: z.string() })

/**
 * Follows the bot's access to servers and channels. Removed from a server: its subscriptions are paused.
 * Channel or thread deleted: the destination is lost. Access regained: paused destinations resume. Back on a
 * server: the bot says so there. discord.js tells a temporarily unavailable server from one the bot has left.
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
  // discord.js reports only threads in its cache, which drops archived threads.
  client.ws.on(GatewayDispatchEvents.ThreadDelete, (payload: unknown) =>
    follow('a thread was deleted', async () => {
      const { guild_id: guild, id } = deletedThread.parse(payload)
      await lose(guild, id)
    }),
  )
  client.on(Events.ChannelUpdate, (before, after) => {
    if (before.isDMBased() || after.isDMBased() || !hasGained(before, after)) return
    follow('a channel was opened to the bot', () =>
      resumeWherePossible(after.guild, tools, ({ id, parentId }) => id === after.id || parentId === after.id),
    )
  })
  client.on(Events.GuildRoleUpdate, (before, after) => {
    const isOurs = after.guild.members.me?.roles.cache.has(after.id) === true
    // A lost permission needs no action here: the next post fails, and the owner is told.
    if (isOurs && !before.permissions.has(after.permissions.bitfield))
      follow('a role of the bot was given rights', () => resumeWherePossible(after.guild, tools))
  })
  client.on(Events.GuildMemberUpdate, (_before, { id, guild }) => {
    if (id === client.user?.id) follow('the bot has other roles', () => resumeWherePossible(guild, tools))
  })
  client.on(Events.GuildCreate, (guild) =>
    follow('the bot joined a server', () => greet(guild, client, tools)),
  )
}

const leftBehind = (guild: string) => ({ platform: 'discord', kind: 'left', id: guild }) as const

/**
 * On a server the bot was on before, posts how many subscriptions are paused there. On a new server it stays
 * silent.
 */
async function greet(guild: Guild, client: Client, tools: WatchTools): Promise<void> {
  const { memory, draw, log } = tools
  const places = placesOf(guild)
  const resumed = await resumeWherePossible(guild, tools)
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
  const { main } = draw(
    info({ language: guild.preferredLocale }, 'place.back', { count: Number(left) }),
    false,
  )
  const name = `back ${guild.id} ${guild.joinedTimestamp}`
  await sendParts(place.id, main, postingOnce(name, client.rest, AbortSignal.timeout(GREETING_MS)))
}

const lacksNothing = (channel: NonThreadGuildBasedChannel): boolean => missingAt(channel).length === 0

/** Whether a change gave the bot a permission it did not have before. */
function hasGained(before: NonThreadGuildBasedChannel, after: NonThreadGuildBasedChannel): boolean {
  const had = before.permissionsFor(before.client.user)
  const has = after.permissionsFor(after.client.user)
  return had !== null && has !== null && !had.has(has.bitfield)
}

type WakeTools = Pick<ChatTools, 'pausedDestinations' | 'resumeDestination' | 'log'>

/**
 * Resumes delivery to paused channels and threads of a server that accept messages now. Includes archived
 * threads, which the gateway does not report. Returns the ids of the resumed places.
 */
async function resumeWherePossible(
  guild: Guild,
  { pausedDestinations, resumeDestination, log }: WakeTools,
  isMeant: (channel: GuildBasedChannel) => boolean = () => true,
): Promise<ReadonlySet<string>> {
  const woken = new Set<string>()
  for (const destination of await pausedDestinations()) {
    const { channel: id } = readPlace(destination)
    if (destination !== channelDestination(guild.id, id)) continue
    const channel = guild.channels.cache.get(id) ?? (await lookUp(guild, id))
    if (channel === null || !isMeant(channel) || !acceptsPosts(channel)) continue
    if (!(await resumeDestination(destination))) continue
    woken.add(id)
    log.info({ channel: id }, 'a channel takes messages again')
  }
  return woken
}

/**
 * A channel by id; null if the bot may not see it or Discord does not answer. The next change of permissions
 * looks again.
 */
async function lookUp(guild: Guild, id: string): Promise<GuildBasedChannel | null> {
  const channel = await guild.client.channels.fetch(id).catch(() => null)
  return channel === null || channel.isDMBased() ? null : channel
}

function acceptsPosts(channel: GuildBasedChannel): boolean {
  const isLocked = channel.isThread() && channel.locked === true
  // Permissions are unknown (null) in a thread whose channel the gateway has not reported.
  return !isLocked && channel.permissionsFor(channel.client.user) !== null && missingAt(channel).length === 0
}
