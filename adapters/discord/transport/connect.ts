import { once } from 'node:events'
import { DiscordAPIError, Events, type Client } from 'discord.js'

/** For the first connection and the list of servers, in milliseconds. Thousands of servers arrive in some seconds. */
const READY_MS = 60_000

/** Settles once the gateway has told of the servers. @throws Error with a remedy when Discord knows no such token */
export async function connect(client: Client, token: string): Promise<void> {
  const ready = once(client, Events.ClientReady, { signal: AbortSignal.timeout(READY_MS) })
  // A login that fails leaves nobody waiting for this.
  ready.catch(() => undefined)
  try {
    await client.login(token)
  } catch (error) {
    if (!isUnknownToken(error)) throw error
    throw new Error('Discord does not know DISCORD_TOKEN: `dragoman setup discord` leads you to a new one.', {
      cause: error,
    })
  }
  await ready
}

function isUnknownToken(error: unknown): boolean {
  if (error instanceof DiscordAPIError) return error.status === 401
  return error instanceof Error && 'code' in error && error.code === 'TokenInvalid'
}
