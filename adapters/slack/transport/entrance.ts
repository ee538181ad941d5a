import type { HTTPReceiver, SocketModeReceiver } from '@slack/bolt'

/** Where what people do in Slack comes in. */
export interface Entrance {
  readonly receiver: HTTPReceiver | SocketModeReceiver
  /** @throws Error with a remedy when it can never work as it is set up */
  start(): Promise<void>
  stop(): Promise<void>
}
