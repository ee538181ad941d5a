import type { Message } from './message.ts'
import type { Removal } from './removal.ts'

export interface Decision {
  readonly outboxId: string
  readonly subscription: string
  readonly destination: string
  /** Local date and time of the slot: `2026-03-10 08:00 Europe/Istanbul`. Unique within its subscription. */
  readonly slot: string
  readonly at: number
  /** Null serves the slot without a word. */
  readonly message: Message | null
  readonly told: readonly { readonly storyId: string; readonly articles: readonly string[] }[]
  /**
   * It goes into a thread of its subscription: under the first of its messages that arrived there, or begins it. Who reads the place need not read the
   * thread, so what it tells is known to the subscription alone (`toldApart`).
   */
  readonly apart?: true
}

/** What a destination knows of a story. */
export interface Told {
  readonly storyId: string
  readonly at: number
  /** Article versions that had been told or seen by then, `articleId@version`: the rest is new. */
  readonly articles: readonly string[]
}

/** What a subscription has behind it. Times are milliseconds since 1970. */
export interface Ledger {
  readonly served: ReadonlySet<string>
  readonly lastAt: number
  /** Up to then all was told: the last decision that did not fail for good, and before which none failed unheeded. Null when there is none. */
  readonly toldUntil: number | null
}

export interface ToldBySubscription {
  /** Null where it stood in the answer to whoever subscribed. */
  readonly outboxId: string | null
  readonly storyId: string
  readonly at: number
  /** `failed`: not, and not for what it says. `doubtful`: nobody knows. A message that is refused, or still under way, counts as told. */
  readonly arrival: 'told' | 'doubtful' | 'failed'
}

/** A posted message, as corrections find it. */
interface StandingPost extends Pick<Decision, 'outboxId' | 'subscription' | 'destination'> {
  /** As it stands in the channel now. */
  readonly message: Message
  /** Edits decided so far. */
  readonly edits: number
}

/** A posted message that tells an article whose outlet took its page down, or put it up again. */
export interface PostWithPage extends StandingPost {
  readonly articleId: string
  readonly url: string
  /** Null where it is there again. */
  readonly removal: Removal | null
  /** When that was known, in milliseconds since 1970. */
  readonly changedAt: number
}

/** A posted message that tells an older version (`toldVersion`) of an article than its newest (`version`). */
export interface OutdatedPost extends StandingPost {
  readonly articleId: string
  readonly sourceId: string
  readonly version: number
  readonly toldVersion: number
}

/** `edits` were decided before: a second process that decides the same one comes too late. */
export interface Correction extends Pick<
  OutdatedPost,
  'outboxId' | 'subscription' | 'destination' | 'edits'
> {
  readonly at: number
  readonly corrected: readonly Pick<OutdatedPost, 'articleId' | 'version'>[]
  /** Null when the change shows nowhere in the message; then only that it was looked at is kept. */
  readonly message: Message | null
}
