import { PermissionFlagsBits, type Guild, type GuildBasedChannel, type GuildMember } from 'discord.js'
import type { Asker } from '../../../src/chat/command.ts'
import { placesOf, takesPosts } from '../post/destination.ts'
import { channelDestination } from '../post/place.ts'

type NamedChannel = Awaited<ReturnType<NonNullable<Asker['findChannel']>>>

/** `<#123>`, as Discord writes a channel that was picked. */
const MENTION = /^<#(\d{17,20})>$/u

/** The channel that somebody typed, among those that they see. */
export function findChannel(typed: string, guild: Guild, member: GuildMember): NamedChannel {
  const id = MENTION.exec(typed)?.[1]
  const name = lettersOf(typed)
  const found =
    id === undefined
      ? placesOf(guild).find((channel) => channel.name.toLowerCase() === name && sees(member, channel))
      : guild.channels.cache.get(id)
  if (found === undefined || !takesPosts(found) || !sees(member, found)) return null
  return {
    destination: channelDestination(guild.id, found.id),
    name: `#${found.name}`,
    manages: found.permissionsFor(member).has(PermissionFlagsBits.ManageChannels),
  }
}

/** Channels whose name has these letters, as a member sees them, in the order of the server. */
export function suggestChannels(
  typed: string,
  guild: Guild,
  member: GuildMember,
): readonly GuildBasedChannel[] {
  const letters = lettersOf(typed)
  return placesOf(guild).filter(
    (channel) => channel.name.toLowerCase().includes(letters) && sees(member, channel),
  )
}

const lettersOf = (typed: string): string => typed.replace(/^#/u, '').toLowerCase()

const sees = (member: GuildMember, channel: GuildBasedChannel): boolean =>
  channel.permissionsFor(member).has(PermissionFlagsBits.ViewChannel)
