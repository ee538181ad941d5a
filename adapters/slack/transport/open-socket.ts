import { setTimeout as wait } from 'node:timers/promises'
import { SocketModeReceiver, webApi } from '@slack/bolt'
import { FatalError } from '../../../src/chat/fatal-error.ts'
import type { Entrance, TransportTools } from './workspaces.ts'

/**
 * Pauses between attempts to connect, in milliseconds. The first is short, since Slack closes each socket
 * every few hours.
 */
const FIRST_PAUSE_MS = 100
const LONGEST_PAUSE_MS = 30_000

/** How long `stop` waits for the closing handshake, in milliseconds. */
const FAREWELL_MS = 2_000

/** Errors of apps.connections.open after which the token will never be accepted. */
const HOPELESS = new Set([
  'invalid_auth',
  'not_authed',
  'not_allowed_token_type',
  'token_revoked',
  'token_expired',
  'account_inactive',
  'missing_scope',
  'no_permission',
])

/**
 * Opens a socket to Slack, and opens it again whenever it closes. Bolt's own reconnecting is not used: it
 * waits at least five seconds, and its failure ends the process (an unhandled rejection in @slack/socket-mode
 * 3.1, `delayReconnectAttempt`).
 */
export function openSocket(
  appToken: string,
  { web, logger, log, endProgram }: Pick<TransportTools, 'web' | 'logger' | 'log' | 'endProgram'>,
): Entrance {
  const receiver = new SocketModeReceiver({
    appToken,
    logger,
    autoReconnectEnabled: false,
    installerOptions: { clientOptions: web },
  })
  const { client } = receiver
  const stopping = new AbortController()
  let connecting: Promise<void> | null = null

  /** Tries until it connects, is stopped, or the token is refused for good. */
  async function connect(): Promise<void> {
    for (
      let pause = FIRST_PAUSE_MS;
      !stopping.signal.aborted;
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS)
    ) {
      try {
        await client.start()
        // The stop arrived while the connection was being opened.
        if (stopping.signal.aborted) await client.disconnect()
        return
      } catch (error) {
        if (isHopeless(error)) throw error
        if (stopping.signal.aborted) return
        log.warn({ retryInMs: pause, err: error }, 'no socket to Slack; trying again')
        await wait(pause, undefined, { signal: stopping.signal }).catch(() => undefined)
      }
    }
  }

  function begin(): Promise<void> {
    const connected = connect()
    connecting = connected
      .catch(() => undefined)
      .finally(() => {
        connecting = null
      })
    return connected
  }

  function stayConnected(): void {
    if (connecting !== null || stopping.signal.aborted) return
    begin().catch((error: unknown) => endProgram(refused('no longer accepts', error)))
  }

  return {
    receiver,
    async start() {
      client.on('disconnected', stayConnected)
      try {
        // If Slack cannot be reached, the bot starts anyway and keeps trying.
        await Promise.race([begin(), wait(PATIENCE_MS, undefined, { ref: false })])
      } catch (error) {
        throw refused('does not accept', error)
      }
    },
    async stop() {
      if (stopping.signal.aborted) return
      stopping.abort()
      await Promise.race([
        Promise.all([client.disconnect(), connecting]),
        wait(FAREWELL_MS, undefined, { ref: false }),
      ])
    },
  }
}

const refused = (how: string, cause: unknown): FatalError =>
  new FatalError(
    'settings',
    `Slack ${how} SLACK_APP_TOKEN (${String(cause)}). Make a token with the scope connections:write under “Basic Information” of the app.`,
    { cause },
  )

/** How long starting waits for the first connection, in milliseconds. */
const PATIENCE_MS = 10_000

const isHopeless = (error: unknown): boolean =>
  error instanceof webApi.WebAPIPlatformError && HOPELESS.has(error.data.error)
