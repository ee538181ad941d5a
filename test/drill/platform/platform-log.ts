import type { Fault } from './fault.ts'

export type PlatformName = 'slack' | 'discord'

/**
 * A request of the bot as a platform read it from the socket: the truth against which the bot is judged.
 * Times are real milliseconds since 1970.
 */
export interface LoggedCall {
  readonly platform: PlatformName
  /** Number of the bot's process that called, from 1. */
  readonly life: number
  /** The method without its ids: `chat.postMessage`, `POST /channels/:id/messages`. */
  readonly name: string
  /** Its destination as in subscriptions; null if it has none. */
  readonly place: string | null
  /** The message whose thread, or the forum post in which, it is to appear. */
  readonly under: string | null
  readonly body: unknown
  readonly readAt: number
  readonly fault: Fault | null
  carriedOut: boolean
  /** Slack's error or Discord's code of a refusal; null if there was none. */
  refusal: string | null
  /** When the complete answer was handed to the socket; null if it never was. */
  answeredAt: number | null
}

/** A message as readers of a channel see it, in the order of arrival. */
export interface ShownMessage {
  readonly platform: PlatformName
  readonly id: string
  /** Destination as in subscriptions. */
  readonly place: string
  /** The message whose thread, or the forum post in which, it appears. */
  readonly under: string | null
  body: unknown
  edits: number
}
