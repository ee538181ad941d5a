import {
  type Channel,
  ChannelType,
  type Client,
  type Guild,
  type GuildBasedChannel,
  type NonThreadGuildBasedChannel,
  OAuth2Scopes,
  PermissionFlagsBits,
  PermissionsBitField,
} from 'discord.js'
import type { Forum } from './post-in-forum.ts'

/** What a channel is to somebody who posts there. What the gateway has not told of is taken as plain: direct messages, and threads closed long ago. */
type Destination =
  | { readonly kind: 'forum'; readonly forum: Forum }
  | { readonly kind: 'text'; readonly isAnnouncement: boolean; readonly takesThreads: boolean }
  | { readonly kind: 'plain' }

export function destinationOf(client: Client, channelId: string): Destination {
  const channel = client.channels.cache.get(channelId)
  switch (channel?.type) {
    case ChannelType.GuildForum:
    case ChannelType.GuildMedia:
      return { kind: 'forum', forum: channel }
    case ChannelType.GuildText:
    case ChannelType.GuildAnnouncement: {
      const granted = channel.permissionsFor(channel.client.user)
      return {
        kind: 'text',
        isAnnouncement: channel.type === ChannelType.GuildAnnouncement,
        takesThreads: granted !== null && missingOf(NEEDED_FOR_THREADS, granted).length === 0,
      }
    }
    default:
      return { kind: 'plain' }
  }
}

/** Names of the permissions without which the bot cannot post at a channel, as far as the gateway told. */
export function missingAt(channel: Channel | undefined): readonly string[] {
  if (channel === undefined || channel.isDMBased()) return []
  const granted = channel.permissionsFor(channel.client.user)
  return missingOf(neededToPost(channel.isThread()), granted)
}

/** Whether files may hang on messages there, as far as the gateway told. */
export function takesFiles(channel: Channel | undefined): boolean {
  if (channel === undefined || channel.isDMBased()) return true
  return missingOf(['AttachFiles'], channel.permissionsFor(channel.client.user)).length === 0
}

/** Whether what was posted there can be read again, as most servers grant everybody; false where the gateway has not told. */
export function readsHistory(channel: Channel | undefined): boolean {
  if (channel === undefined) return false
  if (channel.isDMBased()) return true
  const granted = channel.permissionsFor(channel.client.user)
  return granted?.has([PermissionFlagsBits.ViewChannel, PermissionFlagsBits.ReadMessageHistory]) === true
}

/** Whether messages, or posts, can be made there at all. */
export function takesPosts(channel: GuildBasedChannel): boolean {
  return channel.isSendable() || channel.isThreadOnly()
}

/** The places of a server at which something can be posted. */
export function placesOf(guild: Guild): readonly NonThreadGuildBasedChannel[] {
  return [...guild.channels.cache.values()].filter(
    (channel): channel is NonThreadGuildBasedChannel => !channel.isThread() && takesPosts(channel),
  )
}

/** All that the bot ever needs, each with its name in Discord's own pages. */
const PERMISSIONS = {
  ViewChannel: 'View Channel',
  SendMessages: 'Send Messages',
  SendMessagesInThreads: 'Send Messages in Threads',
  CreatePublicThreads: 'Create Public Threads',
  EmbedLinks: 'Embed Links',
  AttachFiles: 'Attach Files',
} as const satisfies Partial<Record<keyof typeof PermissionFlagsBits, string>>

type NeededPermission = keyof typeof PERMISSIONS

/** Of all that it asks for, as they stand in the settings of a server. */
export const PERMISSION_NAMES: readonly string[] = Object.values(PERMISSIONS)

/** Without these nothing can be posted at a place. */
export function neededToPost(isThread: boolean): readonly NeededPermission[] {
  return ['ViewChannel', isThread ? 'SendMessagesInThreads' : 'SendMessages', 'EmbedLinks']
}

/** Details go into a thread where these are granted, and into the channel elsewhere. */
export const NEEDED_FOR_THREADS: readonly NeededPermission[] = [
  'CreatePublicThreads',
  'SendMessagesInThreads',
]

/** Names of those that are not granted; none where nobody knows what is. */
export function missingOf(
  needed: readonly NeededPermission[],
  granted: Readonly<PermissionsBitField> | null,
): readonly string[] {
  return needed
    .filter((name) => granted?.has(PermissionFlagsBits[name]) === false)
    .map((name) => PERMISSIONS[name])
}

/**
 * The page on which somebody invites the bot, asking for the least that it needs; to one server, where one is named.
 * https://docs.discord.com/developers/topics/oauth2#bot-authorization-flow
 */
export function inviteAddress(application: string, guild: string | null = null): string {
  const address = new URL('https://discord.com/oauth2/authorize')
  const names = Object.keys(PERMISSIONS).filter((name): name is NeededPermission => name in PERMISSIONS)
  address.search = new URLSearchParams({
    client_id: application,
    scope: [OAuth2Scopes.Bot, OAuth2Scopes.ApplicationsCommands].join(' '),
    permissions: new PermissionsBitField(names).bitfield.toString(),
    ...(guild === null ? {} : { guild_id: guild }),
  }).toString()
  return address.href
}
