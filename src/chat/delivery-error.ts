import type { Remedy } from '../records/notice.ts'

/**
 * What a platform can answer to a post. Adapters translate into these codes; `src/delivery` decides what
 * follows.
 */
export type DeliveryErrorCode =
  | 'rate-limited' // wait `retryAfterMs`
  | 'channel-gone' // deleted, archived, or the bot was removed
  | 'not-allowed' // a permission is missing
  | 'rejected' // our payload is wrong: a bug
  | 'unavailable' // the platform did not answer, or answered 5xx
  | 'token-refused' // the platform refuses our token (of `account`): nothing was done, no channel is to blame
  | 'in-doubt' // an earlier try may have shown a part that others depend on; a repeat would double it
  | 'not-kept' // the store did not take that it is about to be sent: nothing was done, no channel is to blame

/**
 * What a platform's refusal means. `text` says what a person can do about it, for the log. `remedy` says it
 * in the words shown to people, where more is known than the code says.
 */
export type Meaning = readonly [code: DeliveryErrorCode, text: string, remedy?: Remedy]

/** A post that failed. The message says what a person can do about it. */
export class DeliveryError extends Error {
  override readonly name = 'DeliveryError'
  readonly code: DeliveryErrorCode
  readonly retryAfterMs: number | null
  /**
   * True when the request may have been carried out although no confirmation came: the connection broke after
   * sending, or no answer came in time. Such a request is repeated only where the platform recognises
   * repeats.
   */
  readonly mayHaveArrived: boolean
  /** Present where more is known about a refusal than its code says. */
  readonly remedy: Remedy | null
  /** The workspace whose token was refused; null where one token serves the whole platform. */
  readonly account: string | null

  constructor(
    code: DeliveryErrorCode,
    message: string,
    options: {
      readonly cause?: unknown
      readonly retryAfterMs?: number | null
      readonly mayHaveArrived?: boolean
      readonly remedy?: Remedy | null | undefined
      readonly account?: string | null
    } = {},
  ) {
    super(message, { cause: options.cause })
    this.code = code
    this.retryAfterMs = options.retryAfterMs ?? null
    this.mayHaveArrived = options.mayHaveArrived ?? false
    this.remedy = options.remedy ?? null
    this.account = options.account ?? null
  }
}
