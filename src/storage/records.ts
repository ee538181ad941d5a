import type { Message } from '../chat/message.ts'
import type { Outgoing } from '../delivery/outbox.ts'
import type { PlacedArticle } from '../commands/search-query.ts'
import type { FeedState } from '../feeds/read-outcome.ts'
import type { Placement } from '../stories/story.ts'
import type { Subscription } from '../subscriptions/subscription.ts'
import type { CountryTag, TaggedArticle, TopicTag } from '../tagging/tags.ts'

export interface KnownVersion {
  /** The source that the article is kept under; feeds of one outlet carry the same article with different teasers. */
  readonly sourceId: string
  readonly version: number
  readonly contentHash: string
  readonly seenAt: number
}

export interface KeptRead {
  readonly sourceId: string
  readonly state: FeedState
  /** New articles and new versions of known ones. */
  readonly articles: readonly { readonly article: TaggedArticle; readonly placement: Placement }[]
}

/** What is needed to choose a story, without its text. */
export interface StoryHead {
  readonly id: string
  readonly firstAt: number
  readonly lastAt: number
  readonly reports: readonly ReportHead[]
}

export interface ReportHead {
  readonly articleId: string
  readonly sourceId: string
  readonly title: string
  readonly language: string
  readonly publishedAt: number | null
  readonly seenAt: number
  readonly changedAt: number
  readonly version: number
  readonly copyOf: string | null
  readonly agency: string | null
  readonly countries: readonly CountryTag[]
  readonly topics: readonly TopicTag[]
  readonly people: readonly string[]
}

export interface StoredStory {
  readonly id: string
  readonly firstAt: number
  readonly lastAt: number
  /** In order of `seenAt`. */
  readonly articles: readonly PlacedArticle[]
}

export interface ArticleVersion {
  readonly version: number
  readonly title: string
  readonly text: string
  readonly seenAt: number
}

export interface StoreCounts {
  readonly articles: number
  readonly versions: number
  readonly stories: number
  readonly sources: number
  /** Messages sent and not pruned. */
  readonly sent: number
  readonly bytes: number
}

/** What a destination knows of a story. */
export interface Told {
  readonly storyId: string
  readonly at: number
  /** Article versions that had been told or seen by then, `articleId@version`: the rest is new. */
  readonly articles: readonly string[]
}

/** What became of a message that told of a story. */
export interface Telling {
  readonly subscription: string
  readonly destination: string
  /** When it was decided. */
  readonly at: number
  readonly state: 'pending' | 'sending' | 'sent' | 'uncertain' | 'failed'
  /** Why the last try failed or what is uncertain. */
  readonly reason: string | null
}

/** What a subscription has behind it. Times are milliseconds since 1970. */
export interface Ledger {
  readonly served: ReadonlySet<string>
  readonly lastAt: number
  /** Up to then all was told: the last decision that did not fail for good, and before which none failed unheeded. Null when there is none. */
  readonly toldUntil: number | null
}

export interface OwnTelling {
  /** Null where it stood in the answer to whoever subscribed. */
  readonly outboxId: string | null
  readonly storyId: string
  readonly at: number
  /** It did not arrive, and not for what it says: it may come again at once. */
  readonly failed: boolean
}

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
}

export interface OutboxRow extends Outgoing {
  readonly slot: string
}

/** A row of the outbox without its message. */
export interface Delivery {
  readonly outboxId: string
  readonly subscription: string
  readonly destination: string
  /** Empty for notices and edits. */
  readonly slot: string
  /** When it was decided. */
  readonly at: number
  readonly state: Telling['state']
  /** Id of the row whose posted message it edits. */
  readonly edits: string | null
  readonly attempts: number
  readonly reason: string | null
}

/** A posted message that tells an older version (`toldVersion`) of an article than its newest (`version`). */
export interface OutdatedPost {
  readonly outboxId: string
  readonly subscription: string
  readonly destination: string
  readonly articleId: string
  readonly sourceId: string
  readonly version: number
  readonly toldVersion: number
  /** As it stands in the channel now. */
  readonly message: Message
  /** Edits decided so far. */
  readonly edits: number
}

export interface Correction {
  readonly outboxId: string
  /** Edits decided before: a second process that decides the same one comes too late. */
  readonly edits: number
  readonly subscription: string
  readonly destination: string
  readonly at: number
  readonly corrected: readonly { readonly articleId: string; readonly version: number }[]
  /** Null when the change shows nowhere in the message; then only that it was looked at is kept. */
  readonly message: Message | null
}

/** Fields narrow one another. */
export interface SubscriptionFilter {
  readonly id?: string
  /** Destination. */
  readonly to?: string
  readonly owner?: string
  /** Active and paused ones unless told otherwise. */
  readonly states?: readonly Subscription['state'][]
}
