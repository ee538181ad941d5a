/** A message that a platform rejected for how it is drawn: a fault of ours. */
export interface Rejection {
  readonly outboxId: string
  readonly destination: string
  /** Milliseconds since 1970. */
  readonly at: number
  /** The platform's words. */
  readonly reason: string
}
