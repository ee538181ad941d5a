import {
  ChannelType,
  type Channel,
  type Client,
  type Guild,
  type GuildBasedChannel,
  type NonThreadGuildBasedChannel,
} from 'discord.js'
import { missingOf, NEEDED_FOR_THREADS, neededToPost, permissionName } from './permissions.ts'
import type { Forum } from './post-in-forum.ts'

/** What a channel is to somebody who posts there. What the gateway has not told of is taken as plain: direct messages, and threads closed long ago. */
export type Destination =
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
  return missingOf(neededToPost(channel.isThread()), granted).map(permissionName)
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
