import {
  type AutocompleteInteraction,
  ChannelType,
  type ChatInputCommandInteraction,
  type CommandInteraction,
  type CommandInteractionOption,
  type CommandInteractionOptionResolver,
  DiscordAPIError,
  type Guild,
  type GuildBasedChannel,
  type GuildMember,
  PermissionFlagsBits,
  RESTJSONErrorCodes,
} from 'discord.js'
import { type Asker, type Command, MOST_MANAGED } from '../../../src/chat/command.ts'
import type { Commands, RawOptions, Request } from '../../../src/chat/commands.ts'
import type { ManagedChannel } from '../../../src/records/access-key.ts'
import { shorten } from '../../../src/text/shorten.ts'
import { CHOICE_TEXT, COMMAND_CHOICES } from '../limits.ts'
import { missingAt, placesOf, takesPosts } from '../post/destination.ts'
import { channelDestination } from '../post/place.ts'
import { commandsByPath, NEWS } from '../setup/define-commands.ts'

/**
 * Reads a slash command (`/news` or a word that is its own command). Null for a word that no longer exists.
 * Values are checked like typed text, even if Discord has checked them.
 */
export function readRequest(interaction: ChatInputCommandInteraction, commands: Commands): Request | null {
  const command = commandAt(interaction, commands)
  return command === undefined ? null : { command, options: valuesOf(interaction.options.data), mistakes: [] }
}

/** The command, such as `sources add`, that an interaction names. */
function commandAt(
  {
    commandName,
    options,
  }: Pick<CommandInteraction | AutocompleteInteraction, 'commandName'> & {
    readonly options: Pick<CommandInteractionOptionResolver, 'getSubcommandGroup' | 'getSubcommand'>
  },
  commands: Commands,
): Command | undefined {
  const own = commandName === NEWS ? null : commandName
  const path = [own, options.getSubcommandGroup(false), options.getSubcommand(false)]
  return commandsByPath(commands.all).get(path.filter((word) => word !== null).join(' '))
}

function valuesOf(data: readonly CommandInteractionOption[]): RawOptions {
  const [first] = data
  if (first !== undefined && first.value === undefined) return valuesOf(first.options ?? [])
  return new Map(
    data.flatMap(({ name, value }) => (value === undefined ? [] : [[name, [String(value)]] as const])),
  )
}

type NamedChannel = Awaited<ReturnType<NonNullable<Asker['findChannel']>>>

/** `<#123>`, as Discord writes a picked channel. */
const MENTION = /^<#(\d{17,20})>$/u

/**
 * The channel that somebody typed or picked, among those they can see; null if there is none. Rejects if
 * Discord cannot be asked who is in a private thread.
 */
export async function findChannel(typed: string, guild: Guild, member: GuildMember): Promise<NamedChannel> {
  const id = MENTION.exec(typed)?.[1]
  const name = lettersOf(typed)
  const found =
    id === undefined
      ? placesOf(guild).find((channel) => channel.name.toLowerCase() === name && sees(member, channel))
      : guild.channels.cache.get(id)
  if (found === undefined || !takesPosts(found) || !sees(member, found)) return null
  if (!(await isAdmittedTo(found, member))) return null
  return {
    destination: channelDestination(guild.id, found.id),
    name: `#${found.name}`,
    manages: manages(member, found),
  }
}

/**
 * Channels the member manages (for a server admin, all they can see) in which the bot may post, in the
 * server's order.
 */
export const managedChannels = (
  guild: Guild,
  member: GuildMember,
  isAdmin: boolean,
): readonly ManagedChannel[] =>
  placesOf(guild)
    .filter((channel) => sees(member, channel) && (isAdmin || manages(member, channel)))
    .filter((channel) => missingAt(channel).length === 0)
    .slice(0, MOST_MANAGED)
    .map(({ id, name }) => ({ destination: channelDestination(guild.id, id), name: `#${name}` }))

const manages = (member: GuildMember, channel: GuildBasedChannel): boolean =>
  channel.permissionsFor(member).has(PermissionFlagsBits.ManageChannels)

/** Channels whose name contains the typed text and which the member can see, in the server's order. */
function suggestChannels(typed: string, guild: Guild, member: GuildMember): readonly GuildBasedChannel[] {
  const letters = lettersOf(typed)
  return placesOf(guild).filter(
    (channel) => channel.name.toLowerCase().includes(letters) && sees(member, channel),
  )
}

const lettersOf = (typed: string): string => typed.replace(/^#/u, '').toLowerCase()

const sees = (member: GuildMember, channel: GuildBasedChannel): boolean =>
  channel.permissionsFor(member).has(PermissionFlagsBits.ViewChannel)

/**
 * Whether somebody who sees a channel also sees this thread of it. Private threads are seen by their members
 * and by who manages threads (https://docs.discord.com/developers/topics/threads#private-threads). The
 * gateway reports no members but the bot without a privileged intent.
 */
async function isAdmittedTo(channel: GuildBasedChannel, member: GuildMember): Promise<boolean> {
  if (channel.type !== ChannelType.PrivateThread) return true
  if (channel.permissionsFor(member).has(PermissionFlagsBits.ManageThreads)) return true
  try {
    await channel.members.fetch({ member: member.id, cache: false, force: true })
    return true
  } catch (error) {
    if (error instanceof DiscordAPIError && NOT_THERE.has(error.code)) return false
    throw error
  }
}

/** The person is not in the thread, or the bot is in it no more. */
const NOT_THERE: ReadonlySet<number | string> = new Set([
  RESTJSONErrorCodes.UnknownMember,
  RESTJSONErrorCodes.UnknownChannel,
  RESTJSONErrorCodes.MissingAccess,
])

interface Choice {
  readonly name: string
  readonly value: string
}

/** Suggestions for the option being typed, including the server's channels if the option is a destination. */
export async function suggestValues(
  interaction: AutocompleteInteraction,
  commands: Commands,
  asker: Asker,
): Promise<readonly Choice[]> {
  const command = commandAt(interaction, commands)
  if (command === undefined) return []
  const { name: option, value: typed } = interaction.options.getFocused(true)
  const values = await commands.suggest(command, option, typed, asker)
  const isPlace = command.options.find(({ name }) => name === option)?.kind === 'destination'
  const channels =
    isPlace && interaction.inCachedGuild()
      ? suggestChannels(typed, interaction.guild, interaction.member).map(({ id, name }) => ({
          name: `#${name}`,
          value: `<#${id}>`,
        }))
      : []
  return [...values.map(({ label, value }) => ({ name: shorten(label, CHOICE_TEXT), value })), ...channels]
    .filter(({ name, value }) => name !== '' && value.length <= CHOICE_TEXT)
    .slice(0, COMMAND_CHOICES)
}
