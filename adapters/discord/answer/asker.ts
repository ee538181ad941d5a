import {
  type BaseInteraction,
  type Client,
  type Guild,
  type GuildMember,
  InteractionContextType,
  type Message as DiscordWritten,
  PermissionFlagsBits,
  PermissionsBitField,
} from 'discord.js'
import type { Asker } from '../../../src/chat/command.ts'
import type { Commands, Request } from '../../../src/chat/commands.ts'
import { notice } from '../../../src/commands/notice.ts'
import type { Message } from '../../../src/records/message.ts'
import { say } from '../../../src/words/say.ts'
import { missingAt, missingOf, neededToPost } from '../post/destination.ts'
import { channelDestination, directDestination } from '../post/place.ts'
import type { DiscordSettings } from '../setup/settings.ts'
import type { IntegrationLimits } from './integration-limits.ts'
import { findChannel, managedChannels } from './read-request.ts'

/** Permissions that let a member manage a channel; one of them is enough. */
const MANAGERS = new PermissionsBitField(['ManageChannels', 'ManageGuild'])

/** Who asks, and where. */
export interface Whereabouts {
  readonly client: Client
  /** Id of the person who asks. */
  readonly user: string
  /** BCP 47. */
  readonly language: string
  /** Null in direct messages, and where the bot is not a member. */
  readonly server: OnServer | null
}

interface OnServer {
  readonly guild: Guild
  readonly channel: string
  readonly member: GuildMember
  /** What the asker may do in the channel, and what the bot may. */
  readonly permissions: Readonly<PermissionsBitField>
  readonly appPermissions: Readonly<PermissionsBitField>
}

/** The whereabouts of an interaction. */
export function whereaboutsOf(interaction: BaseInteraction): Whereabouts {
  const { client, user, locale: language } = interaction
  const here = { client, user: user.id, language }
  if (!interaction.inCachedGuild() || interaction.channelId === null) return { ...here, server: null }
  const { guild, channelId: channel, member, memberPermissions: permissions, appPermissions } = interaction
  return { ...here, server: { guild, channel, member, permissions, appPermissions } }
}

/** The whereabouts of a message; null on a server about which the gateway has not told enough. */
export function whereaboutsOfMessage(written: DiscordWritten, language: string): Whereabouts | null {
  const { client, author, member, channel } = written
  const here = { client, user: author.id, language }
  if (channel.isDMBased()) return { ...here, server: null }
  const [permissions, appPermissions] = [member, channel.guild.members.me].map(
    (one) => one && channel.permissionsFor(one),
  )
  if (!member || !permissions || !appPermissions) return null
  return {
    ...here,
    server: { guild: channel.guild, channel: channel.id, member, permissions, appPermissions },
  }
}

/**
 * Describes who asks. In a place where the bot is not a member (used as somebody's own app) the asker is
 * alone: what they follow there is sent to their direct messages. Discord reports a person's language but not
 * their time zone.
 */
export function askerOf(
  { user, language, server }: Whereabouts,
  { settings, zone }: { readonly settings: DiscordSettings; readonly zone: string },
): Asker {
  const direct = directDestination(user)
  const told = { zone, isZoneGuessed: true, language }
  const person = { platform: 'discord', user, direct, isHost: settings.admins.has(user), ...told } as const
  if (server === null)
    return {
      ...person,
      workspace: user,
      channel: direct,
      isDirect: true,
      isAdmin: true,
      managesChannel: true,
    }
  const { guild, channel, permissions, member } = server
  const isAdmin = permissions.has(PermissionFlagsBits.ManageGuild) || person.isHost
  return {
    ...person,
    workspace: guild.id,
    channel: channelDestination(guild.id, channel),
    isDirect: false,
    name: member.displayName,
    isAdmin,
    // If the bot serves one server only, that server's managers count as hosts.
    isHost: person.isHost || (isAdmin && guild.id === settings.guild),
    managesChannel: permissions.any(MANAGERS),
    subscribers: settings.subscribers,
    findChannel: (typed) => findChannel(typed, guild, member),
    findManaged: () => Promise.resolve(managedChannels(guild, member, isAdmin)),
  }
}

/**
 * Answers a request, unless the server restricts the command or the bot may not post where a subscription
 * should go.
 */
export async function answerIfAllowed(
  request: Request,
  where: Whereabouts,
  asker: Asker,
  { commands, limits }: { readonly commands: Commands; readonly limits: IntegrationLimits },
): Promise<Message> {
  return (
    (await refuseLimited(request, where, asker, limits)) ??
    (await refuse(request, where, asker)) ??
    commands.answer(request, asker)
  )
}

async function refuseLimited(
  { command }: Request,
  { client, server }: Whereabouts,
  { language }: Asker,
  limits: IntegrationLimits,
): Promise<Message | null> {
  if (server === null) return null
  const [word = ''] = command.name.split(' ')
  const channel = client.channels.cache.get(server.channel)
  const isLimited = await limits(word, {
    member: server.member,
    isAdministrator: server.permissions.has(PermissionFlagsBits.Administrator),
    channels: [server.channel, ...(channel?.isThread() && channel.parentId ? [channel.parentId] : [])],
  })
  return isLimited ? notice('warning', say('place.limited', language), { language }) : null
}

/**
 * A refusal that names the permissions the bot lacks where a subscription should be posted; null if none is
 * missing.
 */
async function refuse(
  { command, options }: Request,
  { client, server }: Whereabouts,
  asker: Asker,
): Promise<Message | null> {
  const to = options.get('to')?.[0]
  if (server === null || (command.name !== 'subscribe' && (command.name !== 'edit' || to === undefined)))
    return null
  const named = to === undefined || to === 'here' ? null : await asker.findChannel?.(to)
  if (to !== undefined && to !== 'here' && !named) return null
  const id = named?.destination.split('/')[1] ?? server.channel
  const channel = client.channels.cache.get(id)
  const missing =
    id === server.channel
      ? // An interaction carries the bot's current permissions, which are newer than the gateway's.
        missingOf(neededToPost(channel?.isThread() ?? false), server.appPermissions)
      : missingAt(channel)
  if (missing.length === 0) return null
  const name = channel === undefined || channel.isDMBased() ? id : channel.name
  const permissions = new Intl.ListFormat(asker.language).format(missing)
  return notice('warning', say('place.missing', asker.language, { channel: `#${name}`, permissions }), asker)
}

/** Whether an interaction comes from the direct messages with the bot. */
export const isDirectWithBot = ({ context }: BaseInteraction): boolean =>
  context === InteractionContextType.BotDM

/**
 * Whether the bot is used as somebody's own app: on a server it is not a member of, or in another direct or
 * group chat.
 */
export const isOutside = (interaction: BaseInteraction): boolean =>
  !isDirectWithBot(interaction) && !interaction.inCachedGuild()
