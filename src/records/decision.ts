import type { Message } from './message.ts'
import type { Removal } from './removal.ts'

export interface Decision {
  readonly outboxId: string
  readonly subscription: string
  readonly destination: string
  /** Local date and time of the slot: `2026-03-10 08:00 Europe/Istanbul`. Unique within its subscription. */
  readonly slot: string
  readonly at: number
  /** Null serves the slot without a message. */
  readonly message: Message | null
  readonly told: readonly { readonly storyId: string; readonly articles: readonly string[] }[]
  /**
   * The message goes into a thread of its subscription: under the subscription's first message that arrived
   * there, or as that first message. Readers of the place need not read the thread, so only the subscription
   * counts as told (`toldApart`).
   */
  readonly inThread?: true
}

/** What a destination knows of a story. */
export interface SentStory {
  readonly storyId: string
  readonly at: number
  /** Article versions that had been told or seen by then, as `articleId@version`. Anything else is new. */
  readonly articles: readonly string[]
}

/** What was decided for a subscription. Times are milliseconds since 1970. */
export interface Ledger {
  readonly served: ReadonlySet<string>
  readonly lastAt: number
  /**
   * Everything up to this time was told: the last decision that neither failed nor is in doubt, and was made
   * when all earlier failures were known. Null if there is none.
   */
  readonly toldUntil: number | null
}

export interface SentBySubscription {
  /** Null if it was told in the answer to the person who subscribed. */
  readonly outboxId: string | null
  readonly storyId: string
  readonly at: number
  /**
   * `failed`: did not arrive, for a reason other than its content. `doubtful`: unknown. A message that was
   * refused for its content, or is still on its way, counts too.
   */
  readonly arrival: 'counted' | 'doubtful' | 'failed'
}

/** A posted message, as needed to correct it. */
interface StandingPost extends Pick<Decision, 'outboxId' | 'subscription' | 'destination'> {
  /** As it stands in the channel now, or will once the edits decided so far are made. */
  readonly message: Message
  /** Number of edits decided so far. */
  readonly edits: number
}

/** A posted message that tells an article whose page its outlet took down or restored. */
export interface PostWithPage extends StandingPost {
  readonly articleId: string
  readonly url: string
  /** Null if the page is there again. */
  readonly removal: Removal | null
  /** When that became known, in milliseconds since 1970. */
  readonly changedAt: number
}

/** A posted message that tells version `toldVersion` of an article whose newest version is `version`. */
export interface OutdatedPost extends StandingPost {
  readonly articleId: string
  readonly sourceId: string
  readonly version: number
  readonly toldVersion: number
}

/**
 * An edit of a posted message. `edits` is the number decided before it, so that a second process deciding the
 * same edit is refused.
 */
export interface Correction extends Pick<
  OutdatedPost,
  'outboxId' | 'subscription' | 'destination' | 'edits'
> {
  readonly at: number
  readonly corrected: readonly Pick<OutdatedPost, 'articleId' | 'version'>[]
  /** Null if the change shows nowhere in the message; then it is only recorded as handled. */
  readonly message: Message | null
}
