/** That an outlet took an article down. Times are milliseconds since 1970. */
export interface Removal {
  /** When its page was found last. */
  readonly seenAt: number
  /** When it was first found to be gone. */
  readonly since: number
  /** When that was believed: what is told of it is as old as this. */
  readonly at: number
}
