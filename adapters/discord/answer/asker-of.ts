import { PermissionFlagsBits, PermissionsBitField, type BaseInteraction } from 'discord.js'
import type { Asker } from '../../../src/chat/command.ts'
import type { DiscordSettings } from '../setup/settings.ts'
import { channelDestination, directDestination } from '../post/place.ts'
import { findChannel } from './find-channel.ts'

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
  const person = { platform: 'discord', user, direct, ...told } as const
  if (!interaction.inCachedGuild() || interaction.channelId === null)
    return {
      ...person,
      workspace: user,
      channel: direct,
      isDirect: true,
      isAdmin: true,
      managesChannel: true,
      maySubscribe: true,
    }
  const { guild, guildId, channelId, memberPermissions, member } = interaction
  return {
    ...person,
    workspace: guildId,
    channel: channelDestination(guildId, channelId),
    isDirect: false,
    name: member.displayName,
    isAdmin: memberPermissions.has(PermissionFlagsBits.ManageGuild) || settings.admins.has(user),
    managesChannel: memberPermissions.any(MANAGERS),
    maySubscribe: settings.subscribers === 'everyone',
    findChannel: (typed) => Promise.resolve(findChannel(typed, guild, member)),
  }
}
