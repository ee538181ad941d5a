/** What a platform can answer to a post. Adapters translate into these; `src/delivery` decides what follows. */
export type DeliveryErrorCode =
  | 'rate-limited' // wait `retryAfterMs`
  | 'channel-gone' // deleted, archived, or the bot was removed
  | 'not-allowed' // a permission is missing
  | 'rejected' // our payload is wrong: a bug
  | 'unavailable' // the platform did not answer, or answered 5xx

/** A post that did not go out. The message says what a person can do about it. */
export class DeliveryError extends Error {
  override readonly name = 'DeliveryError'
  readonly code: DeliveryErrorCode
  readonly retryAfterMs: number | null

  constructor(
    code: DeliveryErrorCode,
    message: string,
    options: { cause?: unknown; retryAfterMs?: number } = {},
  ) {
    super(message, { cause: options.cause })
    this.code = code
    this.retryAfterMs = options.retryAfterMs ?? null
  }
}
