import { Events, GatewayCloseCodes as Codes, type Client } from 'discord.js'
import { FatalError } from '../../../src/chat/fatal-error.ts'

const INTENTS = [
  'Discord refuses the intents of this bot. It asks for “Guilds” alone, which nobody has to switch on: look at',
  'https://discord.com/developers/applications, your application, page “Bot”, “Privileged Gateway Intents”,',
  'for what is restricted there, and start the bot again',
].join(' ')

/**
 * What ends a session for good:
 * https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes
 */
const ENDS: ReadonlyMap<number, readonly [FatalError['code'], string]> = new Map([
  [
    Codes.AuthenticationFailed,
    [
      'settings',
      'Discord does not take DISCORD_TOKEN any more: `dragoman setup discord` leads you to a new one',
    ],
  ],
  [Codes.InvalidShard, ['fault', 'Discord divides the servers of this bot anew. Start the bot again']],
  [
    Codes.ShardingRequired,
    ['fault', 'The bot is on more servers than one connection may carry. Start the bot again'],
  ],
  [
    Codes.InvalidAPIVersion,
    ['fault', 'Discord no longer speaks the version of its API that this bot knows. Get a newer Dragoman'],
  ],
  [Codes.InvalidIntents, ['settings', INTENTS]],
  [Codes.DisallowedIntents, ['settings', INTENTS]],
])

/**
 * Settles, with why, once Discord ends a session so that none follows it. What else breaks a connection discord.js
 * mends.
 */
export function sessionEnd(client: Client): Promise<FatalError> {
  return new Promise((resolve) => {
    client.on(Events.ShardDisconnect, ({ code }) => {
      const [whose, text] = ENDS.get(code) ?? ['fault', 'Discord ended the session. Start the bot again']
      resolve(new FatalError(whose, `${text} (close code ${code}).`))
    })
  })
}
