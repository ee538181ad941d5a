import type { Client } from 'discord.js'
import { FatalError } from '../../../src/chat/fatal-error.ts'
import { inviteAddress } from './permissions.ts'

/** @throws FatalError with the address that invites the bot, where it is not on the only server that it shall serve */
export function requireInvitation(client: Client, application: string, guild: string | null): void {
  // A server that is down is in the cache, too: the gateway names all that the bot is on.
  if (guild === null || client.guilds.cache.has(guild)) return
  const address = inviteAddress(application, guild)
  const text = [
    `The bot is not on the server ${guild} that DISCORD_GUILD names. Invite it with ${address}`,
    'and start it again, or run `dragoman setup discord` for another server.',
  ]
  throw new FatalError('settings', text.join(' '))
}
