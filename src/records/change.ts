import type { Preferences } from './preferences.ts'
import type { ReaderRule } from './reader-rule.ts'
import type { Subscription } from './subscription.ts'

/** A change that somebody made, with the values before and after. */
export type Change =
  /** `before` is null if the subscription was made. */
  | { readonly kind: 'subscription'; readonly before: Subscription | null; readonly after: Subscription }
  | {
      readonly kind: 'mute'
      readonly destination: string
      readonly storyId: string
      readonly isMuted: boolean
    }
  | {
      readonly kind: 'preferences'
      readonly of: string
      readonly before: Preferences | null
      readonly after: Preferences
    }
  /** A rule that was made. */
  | { readonly kind: 'rule'; readonly rule: ReaderRule }

/** What one person changed in one place with one command, kept for a while so that it can be undone. */
export interface KeptChange {
  readonly id: number
  /** The person, as in `Subscription.owner`. */
  readonly by: string
  /** Destination where the command was given. */
  readonly place: string
  /** Milliseconds since 1970. */
  readonly at: number
  readonly changes: readonly Change[]
}
