import { once } from 'node:events'
import { DiscordAPIError, Events, type Client } from 'discord.js'
import { FatalError } from '../../../src/chat/fatal-error.ts'

/** For the first connection and the list of servers, in milliseconds. Thousands of servers arrive in some seconds. */
const READY_MS = 60_000

/**
 * Settles once the gateway has told of the servers.
 * @throws FatalError when Discord knows no such token, and what `ended` gives when the session ends before
 */
export async function connect(client: Client, token: string, ended: Promise<FatalError>): Promise<void> {
  const ready = once(client, Events.ClientReady, { signal: AbortSignal.timeout(READY_MS) })
  const refused = ended.then((error) => Promise.reject(error))
  await Promise.race([Promise.all([logIn(client, token), ready]), refused])
}

async function logIn(client: Client, token: string): Promise<void> {
  try {
    await client.login(token)
  } catch (error) {
    if (!isUnknownToken(error)) throw error
    throw new FatalError(
      'settings',
      'Discord does not know DISCORD_TOKEN: `dragoman setup discord` leads you to a new one.',
      { cause: error },
    )
  }
}

function isUnknownToken(error: unknown): boolean {
  if (error instanceof DiscordAPIError) return error.status === 401
  return error instanceof Error && 'code' in error && error.code === 'TokenInvalid'
}
