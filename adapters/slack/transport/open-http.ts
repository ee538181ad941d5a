import type { Server } from 'node:http'
import { HTTPReceiver, type HTTPReceiverOptions } from '@slack/bolt'
import { LISTENER_LIMITS, MAX_CONNECTIONS } from '../../../src/web/open-public-server.ts'
import type { Entrance } from './workspaces.ts'

/**
 * Allowed clock difference to Slack (https://docs.slack.dev/authentication/verifying-requests-from-slack).
 */
const SKEW_SECONDS = 5 * 60

/**
 * In bytes. A click arrives with its whole message, url-encoded: some 1.2 MB for the largest message we post.
 */
const LARGEST_BODY = 2_000_000

/** Slack waits no longer for an acknowledgement, so a connection still open after that serves no request. */
const ANSWERED_WITHIN_MS = 3_000

interface HttpOptions extends HTTPReceiverOptions {
  readonly port: number
  /** The IP address of this machine on which to listen. */
  readonly host: string
}

/**
 * Receives Slack's requests by HTTP at `/slack/events`; with a client id in `options`, also installs at
 * `/slack/install`.
 */
export function openHttp({ port, host, ...options }: HttpOptions): Entrance {
  const receiver = new HTTPReceiver({ ...options, bodyLimit: LARGEST_BODY })
  const { requestListener } = receiver
  // Bolt rejects only old requests. One dated in the future could be replayed until then.
  receiver.requestListener = (request, response) => {
    if (!isAhead(request.headers['x-slack-request-timestamp'])) {
      requestListener(request, response)
      return
    }
    response.writeHead(401)
    response.end()
  }
  let server: Server | null = null
  return {
    receiver,
    async start() {
      try {
        server = await receiver.start({ port, host }, LISTENER_LIMITS)
        server.maxConnections = MAX_CONNECTIONS
      } catch (error) {
        throw new Error(
          [
            `Slack cannot reach this machine: port ${port} at ${host} cannot be had (${String(error)}). Free`,
            'it, or set another SLACK_PORT, or another address of this machine in SLACK_HOST.',
          ].join(' '),
          { cause: error },
        )
      }
    },
    async stop() {
      if (server === null) return
      const closing = server
      server = null
      const late = setTimeout(() => closing.closeAllConnections(), ANSWERED_WITHIN_MS)
      await receiver.stop()
      clearTimeout(late)
    },
  }
}

const isAhead = (timestamp: string | readonly string[] | undefined): boolean =>
  Number(timestamp) > Date.now() / 1000 + SKEW_SECONDS
