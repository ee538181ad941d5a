import type { BaseInteraction } from 'discord.js'
import type { Asker } from '../../../src/chat/command.ts'
import type { Request } from '../../../src/chat/commands.ts'
import { missingOf, neededToPost, permissionName } from '../post/permissions.ts'
import { missingAt } from '../post/destination.ts'

/** What the bot lacks at a place where somebody wants it to speak. */
interface Missing {
  /** As people write it: `#desk`. */
  readonly channel: string
  /** Names of permissions. */
  readonly permissions: readonly string[]
}

/** The permissions without which a subscription could not speak where it is wished; null where all are there. */
export async function missingFor(
  { command, options }: Request,
  interaction: BaseInteraction,
  asker: Asker,
): Promise<Missing | null> {
  const to = options.get('to')?.[0]
  if (asker.isDirect || (command.name !== 'subscribe' && (command.name !== 'edit' || to === undefined)))
    return null
  const named = to === undefined || to === 'here' ? null : await asker.findChannel?.(to)
  if (to !== undefined && to !== 'here' && !named) return null
  const id = named?.destination.split('/')[1] ?? interaction.channelId ?? ''
  const channel = interaction.client.channels.cache.get(id)
  const permissions =
    id === interaction.channelId
      ? // Discord says with each question what the bot may do there: newer than what the gateway told.
        missingOf(neededToPost(channel?.isThread() ?? false), interaction.appPermissions).map(permissionName)
      : missingAt(channel)
  if (permissions.length === 0) return null
  const name = channel === undefined || channel.isDMBased() ? id : channel.name
  return { channel: `#${name}`, permissions }
}
