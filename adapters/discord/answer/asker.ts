import {
  type BaseInteraction,
  InteractionContextType,
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
import { findChannel } from './read-request.ts'

/** Those who may change a channel of a server. */
const MANAGERS = new PermissionsBitField(['ManageChannels', 'ManageGuild'])

/**
 * Who asks. A place where the bot is no member (somebody brought it along as their own app) is theirs alone: what they follow there comes to their
 * direct messages. Discord tells the language of a person and not the zone.
 */
export function askerOf(
  interaction: BaseInteraction,
  { settings, zone }: { readonly settings: DiscordSettings; readonly zone: string },
): Asker {
  const user = interaction.user.id
  const direct = directDestination(user)
  const told = { zone, isZoneGuessed: true, language: interaction.locale }
  const person = { platform: 'discord', user, direct, isHost: settings.admins.has(user), ...told } as const
  if (!interaction.inCachedGuild() || interaction.channelId === null)
    return {
      ...person,
      workspace: user,
      channel: direct,
      isDirect: true,
      isAdmin: true,
      managesChannel: true,
    }
  const { guild, guildId, channelId, memberPermissions, member } = interaction
  const isAdmin = memberPermissions.has(PermissionFlagsBits.ManageGuild) || person.isHost
  return {
    ...person,
    workspace: guildId,
    channel: channelDestination(guildId, channelId),
    isDirect: false,
    name: member.displayName,
    isAdmin,
    // On a bot for one server alone, those who manage it.
    isHost: person.isHost || (isAdmin && guildId === settings.guild),
    managesChannel: memberPermissions.any(MANAGERS),
    subscribers: settings.subscribers,
    findChannel: (typed) => Promise.resolve(findChannel(typed, guild, member)),
  }
}

/** Asks for an answer, unless the server does not want it given or it could not be kept: a subscription to where the bot may not post. */
export async function ask(
  request: Request,
  interaction: BaseInteraction,
  asker: Asker,
  { commands, limits }: { readonly commands: Commands; readonly limits: IntegrationLimits },
): Promise<Message> {
  const [word = ''] = request.command.name.split(' ')
  const { channel, channelId } = interaction
  if (interaction.inCachedGuild()) {
    const parent = channel?.isThread() ? channel.parentId : null
    const channels = [channelId, parent].filter((id) => id !== null)
    const isAdministrator = interaction.memberPermissions.has(PermissionFlagsBits.Administrator)
    if (await limits(word, { member: interaction.member, isAdministrator, channels }))
      return notice('warning', say('place.limited', asker.language), asker)
  }
  return (await refuse(request, interaction, asker)) ?? commands.answer(request, asker)
}

/** The permissions without which a subscription could not speak where it is wished, to be granted first; null where all are there. */
async function refuse(
  { command, options }: Request,
  interaction: BaseInteraction,
  asker: Asker,
): Promise<Message | null> {
  const to = options.get('to')?.[0]
  if (asker.isDirect || (command.name !== 'subscribe' && (command.name !== 'edit' || to === undefined)))
    return null
  const named = to === undefined || to === 'here' ? null : await asker.findChannel?.(to)
  if (to !== undefined && to !== 'here' && !named) return null
  const id = named?.destination.split('/')[1] ?? interaction.channelId ?? ''
  const channel = interaction.client.channels.cache.get(id)
  const missing =
    id === interaction.channelId
      ? // Discord says with each question what the bot may do there: newer than what the gateway told.
        missingOf(neededToPost(channel?.isThread() ?? false), interaction.appPermissions)
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
