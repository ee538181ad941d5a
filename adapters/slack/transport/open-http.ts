import type { Server } from 'node:http'
import { HTTPReceiver, type HTTPReceiverOptions } from '@slack/bolt'
import { LISTENER_LIMITS, MAX_CONNECTIONS } from '../../../src/web/open-public-server.ts'
import type { Entrance } from './workspaces.ts'

/** Slack's clock and ours may differ by so much (https://docs.slack.dev/authentication/verifying-requests-from-slack). */
const SKEW_SECONDS = 5 * 60

/**
 * In bytes. What Slack sends with a click holds the message below it, url-encoded: of the largest that we post some
 * 1.2 MB.
 */
const LARGEST_BODY = 2_000_000

/** Slack waits no longer for an acknowledgement; what is open then is nobody's request. */
const ANSWERED_WITHIN_MS = 3_000

interface HttpOptions extends HTTPReceiverOptions {
  readonly port: number
  /** The IP address of this machine to listen on. */
  readonly host: string
}

/** Slack's requests by HTTP at `/slack/events`; where `options` name a client id, installing at `/slack/install` too. */
export function openHttp({ port, host, ...options }: HttpOptions): Entrance {
  const receiver = new HTTPReceiver({ ...options, bodyLimit: LARGEST_BODY })
  const { requestListener } = receiver
  // Bolt refuses requests of the past only: one dated ahead could be played again for as long.
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
