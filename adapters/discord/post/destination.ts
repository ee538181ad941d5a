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

/**
 * What kind of place a channel is for posting. A channel the gateway has not reported is `plain`: a direct
 * message, or a thread closed long ago.
 */
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

/** Names of the permissions the bot lacks for posting in a channel, as far as the gateway reported. */
export function missingAt(channel: Channel | undefined): readonly string[] {
  if (channel === undefined || channel.isDMBased()) return []
  const granted = channel.permissionsFor(channel.client.user)
  return missingOf(neededToPost(channel.isThread()), granted)
}

/** Whether the bot may attach files there, as far as the gateway reported. */
export function takesFiles(channel: Channel | undefined): boolean {
  if (channel === undefined || channel.isDMBased()) return true
  return missingOf(['AttachFiles'], channel.permissionsFor(channel.client.user)).length === 0
}

/**
 * Whether the bot may read back what it posted there, as most servers grant everybody. False if the gateway
 * has not reported the channel.
 */
export function readsHistory(channel: Channel | undefined): boolean {
  if (channel === undefined) return false
  if (channel.isDMBased()) return true
  const granted = channel.permissionsFor(channel.client.user)
  return granted?.has([PermissionFlagsBits.ViewChannel, PermissionFlagsBits.ReadMessageHistory]) === true
}

/** Whether the channel takes messages, or posts as forums do. */
export function takesPosts(channel: GuildBasedChannel): boolean {
  return channel.isSendable() || channel.isThreadOnly()
}

/** The channels of a server, without threads, that take messages or posts. */
export function placesOf(guild: Guild): readonly NonThreadGuildBasedChannel[] {
  return [...guild.channels.cache.values()].filter(
    (channel): channel is NonThreadGuildBasedChannel => !channel.isThread() && takesPosts(channel),
  )
}

/** Every permission the bot ever needs, with its name in Discord's own interface. */
const PERMISSIONS = {
  ViewChannel: 'View Channel',
  SendMessages: 'Send Messages',
  SendMessagesInThreads: 'Send Messages in Threads',
  CreatePublicThreads: 'Create Public Threads',
  EmbedLinks: 'Embed Links',
  AttachFiles: 'Attach Files',
} as const satisfies Partial<Record<keyof typeof PermissionFlagsBits, string>>

type NeededPermission = keyof typeof PERMISSIONS

/** Names of all permissions the bot asks for, as a server's settings show them. */
export const PERMISSION_NAMES: readonly string[] = Object.values(PERMISSIONS)

/** The permissions without which nothing can be posted at a place. */
export function neededToPost(isThread: boolean): readonly NeededPermission[] {
  return ['ViewChannel', isThread ? 'SendMessagesInThreads' : 'SendMessages', 'EmbedLinks']
}

/** Permissions for putting details into a thread. Without them, details go into the channel. */
export const NEEDED_FOR_THREADS: readonly NeededPermission[] = [
  'CreatePublicThreads',
  'SendMessagesInThreads',
]

/** Names of the needed permissions that are not granted. Empty if `granted` is null (unknown). */
export function missingOf(
  needed: readonly NeededPermission[],
  granted: Readonly<PermissionsBitField> | null,
): readonly string[] {
  return needed
    .filter((name) => granted?.has(PermissionFlagsBits[name]) === false)
    .map((name) => PERMISSIONS[name])
}

/**
 * The page on which somebody invites the bot with the permissions it needs; to a given server if `guild` is
 * set.
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
