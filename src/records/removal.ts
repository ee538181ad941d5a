/** The fact that an outlet took an article down. Times are milliseconds since 1970. */
export interface Removal {
  /** When its page was last found. */
  readonly seenAt: number
  /** When it was first found missing. */
  readonly since: number
  /** When the removal was accepted as real. Told removals are dated by it. */
  readonly at: number
}
