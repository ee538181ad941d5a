import { HTTPReceiver, type HTTPReceiverOptions } from '@slack/bolt'
import type { Entrance } from './entrance.ts'

/** Slack's clock and ours may differ by so much (https://docs.slack.dev/authentication/verifying-requests-from-slack). */
const SKEW_SECONDS = 5 * 60

interface HttpOptions extends HTTPReceiverOptions {
  readonly port: number
}

/** Slack's requests by HTTP at `/slack/events`; where `options` name a client id, installing at `/slack/install` too. */
export function openHttp(options: HttpOptions): Entrance {
  const receiver = new HTTPReceiver(options)
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
  let isOpen = false
  return {
    receiver,
    async start() {
      try {
        await receiver.start(options.port)
        isOpen = true
      } catch (error) {
        throw new Error(
          `Slack cannot reach this machine: port ${options.port} is not free (${String(error)}). Set another SLACK_PORT.`,
          { cause: error },
        )
      }
    },
    async stop() {
      if (!isOpen) return
      isOpen = false
      await receiver.stop()
    },
  }
}

const isAhead = (timestamp: string | readonly string[] | undefined): boolean =>
  Number(timestamp) > Date.now() / 1000 + SKEW_SECONDS
