import type { Guild, GuildBasedChannel } from 'discord.js'
import type { ChatTools } from '../../../src/chat/chat-platform.ts'
import { missingAt } from './destination.ts'
import { channelDestination, readPlace } from './place.ts'

export type WakeTools = Pick<ChatTools, 'pausedDestinations' | 'resumeDestination' | 'log'>

/**
 * Lets calls to places of a server begin again that were given up and take messages now: channels, and threads, also
 * those that Discord has put away since, of which the gateway does not tell. Gives the ids of these places.
 */
export async function wake(
  guild: Guild,
  { pausedDestinations, resumeDestination, log }: WakeTools,
  isMeant: (channel: GuildBasedChannel) => boolean = () => true,
): Promise<ReadonlySet<string>> {
  const woken = new Set<string>()
  for (const destination of await pausedDestinations()) {
    const { channel: id } = readPlace(destination)
    if (destination !== channelDestination(guild.id, id)) continue
    const channel = guild.channels.cache.get(id) ?? (await lookUp(guild, id))
    if (channel === null || !isMeant(channel) || !isOpen(channel)) continue
    if (!(await resumeDestination(destination))) continue
    woken.add(id)
    log.info({ channel: id }, 'a channel takes messages again')
  }
  return woken
}

/**
 * Null also where the bot may not see it, and where Discord does not answer: it is looked at again when rights change
 * the next time.
 */
async function lookUp(guild: Guild, id: string): Promise<GuildBasedChannel | null> {
  const channel = await guild.client.channels.fetch(id).catch(() => null)
  return channel === null || channel.isDMBased() ? null : channel
}

function isOpen(channel: GuildBasedChannel): boolean {
  const isLocked = channel.isThread() && channel.locked === true
  // Of a thread whose channel the gateway has not told of nothing is known.
  return !isLocked && channel.permissionsFor(channel.client.user) !== null && missingAt(channel).length === 0
}
