import { once } from 'node:events'
import {
  type Client,
  DiscordAPIError,
  Events,
  GatewayCloseCodes as Codes,
  Team,
  TeamMemberMembershipState,
  TeamMemberRole,
} from 'discord.js'
import type { ChatLog } from '../../../src/chat/chat-platform.ts'
import { FatalError } from '../../../src/chat/fatal-error.ts'
import { inviteAddress } from '../post/destination.ts'

/**
 * Limit for the first connection and the list of servers, in milliseconds. Thousands of servers arrive in
 * some seconds.
 */
const READY_MS = 60_000

/**
 * Connects, and settles once the gateway has reported the servers.
 * @throws FatalError when Discord does not know the token, or the error of `ended` if the session ends first
 */
export async function connect(client: Client, token: string, ended: Promise<FatalError>): Promise<void> {
  const ready = once(client, Events.ClientReady, { signal: AbortSignal.timeout(READY_MS) })
  const refused = ended.then((error) => Promise.reject(error))
  const loggedIn = client.login(token).catch((error: unknown) => {
    if (!isUnknownToken(error)) throw error
    const text = 'Discord does not know DISCORD_TOKEN: `dragoman setup discord` leads you to a new one.'
    throw new FatalError('settings', text, { cause: error })
  })
  await Promise.race([Promise.all([loggedIn, ready]), refused])
}

function isUnknownToken(error: unknown): boolean {
  if (error instanceof DiscordAPIError) return error.status === 401
  return error instanceof Error && 'code' in error && error.code === 'TokenInvalid'
}

const INTENTS = [
  'Discord refuses the intents of this bot. It asks for none that somebody has to switch on: look at',
  'https://discord.com/developers/applications, your application, page “Bot”, “Privileged Gateway Intents”,',
  'for what is restricted there, and start the bot again',
].join(' ')

/**
 * Close codes that end a session for good.
 * https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes
 */
const FINAL_CLOSE_CODES: ReadonlyMap<number, readonly [FatalError['code'], string]> = new Map([
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
 * Resolves with the reason when Discord ends the session for good. discord.js recovers from all other
 * disconnects.
 */
export function sessionEnd(client: Client): Promise<FatalError> {
  return new Promise((resolve) => {
    client.on(Events.ShardDisconnect, ({ code }) => {
      const [whose, text] = FINAL_CLOSE_CODES.get(code) ?? [
        'fault',
        'Discord ended the session. Start the bot again',
      ]
      resolve(new FatalError(whose, `${text} (close code ${code}).`))
    })
  })
}

/**
 * Checks that the bot is on the only server it should serve, if one is set.
 * @throws FatalError with the invitation link if it is not
 */
export function requireInvitation(client: Client, application: string, guild: string | null): void {
  // The cache includes unavailable servers: the gateway names every server the bot is on.
  if (guild === null || client.guilds.cache.has(guild)) return
  const address = inviteAddress(application, guild)
  const text = [
    `The bot is not on the server ${guild} that DISCORD_GUILD names. Invite it with ${address}`,
    'and start it again, or run `dragoman setup discord` for another server.',
  ]
  throw new FatalError('settings', text.join(' '))
}

/**
 * Ids of the people who own the application: its owner, or the team members who may change it. Empty if
 * Discord does not answer, as the admins named in the settings suffice.
 * https://docs.discord.com/developers/topics/teams#team-member-roles
 */
export async function ownersOf(client: Client, log: Pick<ChatLog, 'warn'>): Promise<readonly string[]> {
  try {
    const { owner } = (await client.application?.fetch()) ?? { owner: null }
    if (!(owner instanceof Team)) return owner === null ? [] : [owner.id]
    return [...owner.members.values()]
      .filter(
        ({ membershipState, role }) =>
          membershipState === TeamMemberMembershipState.Accepted && role !== TeamMemberRole.ReadOnly,
      )
      .map(({ id }) => id)
  } catch (error) {
    log.warn({ err: error }, 'Discord does not say to whom the application belongs')
    return []
  }
}
