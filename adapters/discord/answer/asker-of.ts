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
