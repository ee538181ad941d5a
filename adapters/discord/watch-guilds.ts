import { createHash } from 'node:crypto'
import { Events, type Client, type Guild, type NonThreadGuildBasedChannel } from 'discord.js'
import { UNKEPT } from '../../src/chat/post-journal.ts'
import { toDeliveryError } from './errors.ts'
import type { ChatTools } from '../../src/chat/chat-platform.ts'
import type { Message } from '../../src/chat/message.ts'
import { say } from '../../src/words/say.ts'
import type { DiscordMessage } from './discord-message.ts'
import { missingAt, placesOf } from './transport/destination.ts'
import { channelDestination } from './transport/place.ts'
import { sendParts } from './transport/send-parts.ts'

interface WatchTools extends Pick<ChatTools, 'memory' | 'log' | 'now' | 'resumeDestination'> {
  readonly draw: (message: Message, threads: boolean) => DiscordMessage
}

/** How long a word of greeting may take, in milliseconds. */
const GREETING_MS = 28_000

/**
 * Keeps up with where the bot is: subscriptions of a server that it was removed from, and of a channel or thread that was deleted, rest; where it is let in
 * again it says so. A server that is down for a while is not one that it has left: discord.js tells the two apart.
 */
export function watchGuilds(client: Client, tools: WatchTools): void {
  const { memory, log, now, resumeDestination } = tools
  const follow = (happened: string, work: () => Promise<void>): void => {
    work().catch((error: unknown) => log.error({ err: error }, `${happened}, and was not followed up`))
  }
  const rest = async (guild: string, channel: string): Promise<void> => {
    const paused = await memory.pauseSubscriptionsOf(
      { platform: 'discord', workspace: guild, channel },
      now(),
    )
    if (paused > 0) log.info({ guild, channel, paused }, 'subscriptions rest: their channel was deleted')
  }

  /** Channels that were given up and take messages again. */
  const wake = async (guild: Guild): Promise<void> => {
    for (const place of placesOf(guild).filter(isOpen))
      if (await resumeDestination(channelDestination(guild.id, place.id)))
        log.info({ channel: place.id }, 'a channel takes messages again')
  }

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
    if (!channel.isDMBased()) follow('a channel was deleted', () => rest(channel.guildId, channel.id))
  })
  client.on(Events.ThreadDelete, ({ guildId, id }) => follow('a thread was deleted', () => rest(guildId, id)))
  client.on(Events.ChannelUpdate, (before, after) => {
    if (after.isDMBased() || missingAt(before).length === 0 || missingAt(after).length > 0) return
    follow('a channel was opened to the bot', async () => {
      if (await resumeDestination(channelDestination(after.guildId, after.id)))
        log.info({ channel: after.id }, 'a channel takes messages again')
    })
  })
  client.on(Events.GuildRoleUpdate, (before, after) => {
    const isOurs = after.guild.members.me?.roles.cache.has(after.id) === true
    // A right that was taken closes no channel here: the next post finds out, and its owner is told.
    if (isOurs && !before.permissions.has(after.permissions.bitfield))
      follow('a role of the bot was given rights', () => wake(after.guild))
  })
  client.on(Events.GuildMemberUpdate, (_before, { id, guild }) => {
    if (id === client.user?.id) follow('the bot has other roles', () => wake(guild))
  })
  client.on(Events.GuildCreate, (guild) =>
    follow('the bot joined a server', () => greet(guild, client, tools)),
  )
}

const leftBehind = (guild: string) => ({ platform: 'discord', kind: 'left', id: guild }) as const

/** On a server that the bot was on before, what rests there is named; on a new one nothing is said unasked. */
async function greet(
  guild: Guild,
  client: Client,
  { memory, resumeDestination, draw, log }: WatchTools,
): Promise<void> {
  const places = placesOf(guild)
  const resumed = new Set<string>()
  for (const { id } of places) if (await resumeDestination(channelDestination(guild.id, id))) resumed.add(id)
  const left = await memory.recall(leftBehind(guild.id))
  if (left === null) return
  await memory.forget(leftBehind(guild.id))
  const place = [
    ...places.filter(({ id }) => resumed.has(id)),
    ...(guild.systemChannel === null ? [] : [guild.systemChannel]),
    ...places,
  ].find((channel) => channel.isTextBased() && isOpen(channel))
  log.info({ guild: guild.id, resumed: resumed.size }, 'the bot is back on a server')
  if (place === undefined || Number(left) === 0) return
  const language = guild.preferredLocale
  const text = say('place.back', language, { count: Number(left) })
  const { main } = draw({ kind: 'notice', level: 'info', text, language }, false)
  await sendParts(place.id, main, {
    rest: client.rest,
    key: createHash('sha256')
      .update(`back ${guild.id} ${guild.joinedTimestamp}`)
      .digest('base64url')
      .slice(0, 22),
    signal: AbortSignal.timeout(GREETING_MS),
    journal: UNKEPT,
    explain: toDeliveryError,
    posted: [],
  })
}

const isOpen = (channel: NonThreadGuildBasedChannel): boolean => missingAt(channel).length === 0
