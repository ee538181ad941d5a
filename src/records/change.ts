import type { Preferences } from './preferences.ts'
import type { ReaderRule } from './reader-rule.ts'
import type { Subscription } from './subscription.ts'

/** Something that somebody changed, as it was and as it is since. */
export type Change =
  /** `before` is null where it was made. */
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

/** What one person changed in one place by one word, kept for a while so that it can be taken back. */
export interface KeptChange {
  readonly id: number
  /** A person, as `Subscription.owner`. */
  readonly by: string
  /** The destination in which it was said. */
  readonly place: string
  /** Milliseconds since 1970. */
  readonly at: number
  readonly changes: readonly Change[]
}
