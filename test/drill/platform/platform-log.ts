import type { Fault } from './fault.ts'

export type PlatformName = 'slack' | 'discord'

/** A request of the bot, as a platform read it from the socket: the truth that the bot is measured against. Times are real milliseconds since 1970. */
export interface LoggedCall {
  readonly platform: PlatformName
  /** Which of the bot's processes asked: the first is 1. */
  readonly life: number
  /** The method with its ids taken out: `chat.postMessage`, `POST /channels/:id/messages`. */
  readonly name: string
  /** The destination it is for, as subscriptions name it; null for what goes nowhere. */
  readonly place: string | null
  /** The message in whose thread, or the post in which, it is to stand. */
  readonly under: string | null
  readonly body: unknown
  readonly readAt: number
  readonly fault: Fault | null
  carriedOut: boolean
  /** Slack's word or Discord's code for a refusal; null where there was none. */
  refusal: string | null
  /** When the whole answer was handed to the socket; null where it never was. */
  answeredAt: number | null
}

/** A message as readers of a channel see it. Messages stand in the order in which they came. */
export interface ShownMessage {
  readonly platform: PlatformName
  readonly id: string
  /** Destination, as subscriptions name it. */
  readonly place: string
  /** The message in whose thread, or the post in which, it stands. */
  readonly under: string | null
  body: unknown
  edits: number
}
