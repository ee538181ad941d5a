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

/** Those who may change a channel of a server. */
const MANAGERS = new PermissionsBitField(['ManageChannels', 'ManageGuild'])

/** Where something is asked. */
export interface Whereabouts {
  readonly client: Client
  /** Id of who asks. */
  readonly user: string
  /** BCP 47. */
  readonly language: string
  /** Null where only the two of them are, or the bot is no member. */
  readonly server: OnServer | null
}

interface OnServer {
  readonly guild: Guild
  readonly channel: string
  readonly member: GuildMember
  /** What they may do in the channel, and what the bot may. */
  readonly permissions: Readonly<PermissionsBitField>
  readonly appPermissions: Readonly<PermissionsBitField>
}

/** Where somebody typed, pressed or filled in something. */
export function whereOf(interaction: BaseInteraction): Whereabouts {
  const { client, user, locale: language } = interaction
  const here = { client, user: user.id, language }
  if (!interaction.inCachedGuild() || interaction.channelId === null) return { ...here, server: null }
  const { guild, channelId: channel, member, memberPermissions: permissions, appPermissions } = interaction
  return { ...here, server: { guild, channel, member, permissions, appPermissions } }
}

/** Where somebody wrote a message; null on a server of which Discord has not told enough. */
export function whereWritten(written: DiscordWritten, language: string): Whereabouts | null {
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
 * Who asks. A place where the bot is no member (somebody brought it along as their own app) is theirs alone: what they follow there comes to their
 * direct messages. Discord tells the language of a person and not the zone.
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
    // On a bot for one server alone, those who manage it.
    isHost: person.isHost || (isAdmin && guild.id === settings.guild),
    managesChannel: permissions.any(MANAGERS),
    subscribers: settings.subscribers,
    findChannel: (typed) => Promise.resolve(findChannel(typed, guild, member)),
    findManaged: () => Promise.resolve(managedChannels(guild, member, isAdmin)),
  }
}

/** Asks for an answer, unless the server does not want it given or it could not be kept: a subscription to where the bot may not post. */
export async function ask(
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

/** The permissions without which a subscription could not speak where it is wished, to be granted first; null where all are there. */
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
      ? // Discord says with each question what the bot may do there: newer than what the gateway told.
        missingOf(neededToPost(channel?.isThread() ?? false), server.appPermissions)
      : missingAt(channel)
  if (missing.length === 0) return null
  const name = channel === undefined || channel.isDMBased() ? id : channel.name
  const permissions = new Intl.ListFormat(asker.language).format(missing)
  return notice('warning', say('place.missing', asker.language, { channel: `#${name}`, permissions }), asker)
}

/** The direct messages with the bot. */
export const isWithBot = ({ context }: BaseInteraction): boolean => context === InteractionContextType.BotDM

/** Where somebody brought the bot along as their own app: on a server that it is no member of, or among friends. */
export const isOutside = (interaction: BaseInteraction): boolean =>
  !isWithBot(interaction) && !interaction.inCachedGuild()
