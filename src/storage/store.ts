import type { FeedState } from '../feeds/read-outcome.ts'
import type { Placement } from '../stories/story.ts'
import type { CountryTag, TaggedArticle, TopicTag } from '../tagging/tags.ts'
import type { Message } from '../chat/message.ts'
import type { Expression } from '../subscriptions/expression/expression.ts'
import type { Preferences } from '../subscriptions/preferences.ts'
import type { Subscription } from '../subscriptions/subscription.ts'
import type { Receipt } from '../chat/chat-adapter.ts'

/** What must survive a restart. Two stores implement it (node:sqlite now, PostgreSQL to come); one contract test holds both. Times are milliseconds since 1970. */
export interface Store {
  /** State of every source ever read, by source id. */
  feedStates(): Promise<ReadonlyMap<string, FeedState>>
  /** Newest known version of each of these articles; unknown ids are absent. */
  knownVersions(articleIds: readonly string[]): Promise<ReadonlyMap<string, KnownVersion>>
  /**
   * Keeps one read of one source: its articles, their versions, their places in stories, merges, and only with them the
   * feed state. One transaction: a crash either keeps all of it or the next read sees the same entries again.
   */
  keepRead(read: KeptRead): Promise<void>

  /** Articles seen since then, with their places: what the story grouper needs after a restart, in order of `seenAt`. */
  placedArticles(since: number): Promise<readonly PlacedArticle[]>
  /** Stories with a report seen (or changed) in `[from, to)`, light, newest first. */
  storyHeads(window: { readonly from: number; readonly to: number }): Promise<readonly StoryHead[]>
  /** Whole stories; ids of merged stories lead to the one they forward to. Unknown ids are absent. */
  stories(ids: readonly string[]): Promise<readonly StoredStory[]>
  /** Every version of an article, oldest first. */
  versions(articleId: string): Promise<readonly ArticleVersion[]>
  /** The article with this canonical address, if we have it. */
  articleByUrl(url: string): Promise<PlacedArticle | null>
  search(query: SearchQuery): Promise<SearchPage>
  counts(): Promise<StoreCounts>
  /** Articles kept per source id. */
  articlesPerSource(): Promise<ReadonlyMap<string, number>>

  /** What a destination was told of each story, newest telling of each; of these stories only, when given. */
  told(destination: string, storyIds?: readonly string[]): Promise<ReadonlyMap<string, Told>>
  /** Messages that told of this story, or of one that was merged into it, anywhere, oldest first. */
  tellings(storyId: string): Promise<readonly Telling[]>
  /** Slots of these that were already decided. */
  servedSlots(subscription: string, sinceLocalDate: string): Promise<ReadonlySet<string>>
  /** When this subscription was last decided on; null if never. */
  lastDecidedAt(subscription: string): Promise<number | null>
  /**
   * Decides one slot: the slot, the outbox row and what it tells are written in one transaction.
   * Returns false, and writes nothing, when the slot was already decided.
   */
  decide(decision: Decision): Promise<boolean>
  /**
   * Outbox rows that have to go out now, oldest first, at most `limit`: `pending` ones, and `sending` ones that an earlier
   * process left behind. A row is held back while an earlier one of its destination waits or is being sent.
   */
  unsent(now: number, limit?: number): Promise<readonly OutboxRow[]>
  markSending(outboxId: string, at: number): Promise<void>
  markSent(outboxId: string, at: number, receipt: Receipt): Promise<void>
  /** It may or may not have arrived: never repeated in silence, kept for people to see. */
  markUncertain(outboxId: string, at: number, reason: string): Promise<void>
  /** With `retryAt` it is pending again from then on; with null it has failed for good. */
  markFailed(
    outboxId: string,
    failure: { readonly at: number; readonly reason: string; readonly retryAt: number | null },
  ): Promise<void>

  /** In the order in which they were made; ended ones only where `states` asks for them. */
  subscriptions(filter?: SubscriptionFilter): Promise<readonly Subscription[]>
  /** Keeps a new one, or the new form of the one with this id. */
  keepSubscription(subscription: Subscription): Promise<void>
  /** Of a destination or a person (`Subscription.owner`); null where nothing was said. */
  preferences(of: string): Promise<Preferences | null>
  keepPreferences(of: string, preferences: Preferences): Promise<void>
  /** Stories that a destination does not want to hear of, under the ids that they lead to. */
  muted(destination: string): Promise<ReadonlySet<string>>
  muteStory(destination: string, storyId: string, at: number): Promise<void>
  unmuteStory(destination: string, storyId: string): Promise<void>
  /** Remembers what was told outside the outbox: the first briefing that answers a subscription. `by` names it. */
  keepAnswered(destination: string, by: string, told: readonly Told[]): Promise<void>
  /** Ids of stories with an article dated in `[from, to)` that says what a keyword expression asks. */
  storiesSaying(
    expression: Expression,
    window: { readonly from: number; readonly to: number },
  ): Promise<ReadonlySet<string>>

  /** Writes a consistent copy while the bot runs. Refuses to overwrite a file. */
  backup(file: string): Promise<void>
  close(): Promise<void>
}

export interface KnownVersion {
  /** The source that the article is kept under; feeds of one outlet carry the same article with different teasers. */
  readonly sourceId: string
  readonly version: number
  readonly contentHash: string
  readonly seenAt: number
}

export interface PlacedArticle extends TaggedArticle {
  readonly storyId: string
  readonly copyOf: string | null
  readonly agency: string | null
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

export interface SearchQuery {
  /** What people typed: words are AND-ed, "quoted words" are phrases, -word excludes. May be empty when a filter is set. */
  readonly words: string
  readonly countries?: readonly string[]
  readonly topics?: readonly string[]
  readonly sources?: readonly string[]
  readonly languages?: readonly string[]
  readonly since?: number
  readonly until?: number
  readonly order: 'newest' | 'relevance'
  readonly limit: number
  readonly offset: number
}

export interface SearchPage {
  readonly hits: readonly { readonly article: PlacedArticle; readonly snippet: string }[]
  readonly more: boolean
}

export interface StoreCounts {
  readonly articles: number
  readonly versions: number
  readonly stories: number
  readonly sources: number
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

/** A message that told of a story: to edit it when the story is corrected, and to say what was told where. */
export interface Telling {
  readonly outboxId: string
  readonly subscription: string
  readonly destination: string
  readonly slot: string
  /** When it was decided. */
  readonly at: number
  readonly state: 'pending' | 'sending' | 'sent' | 'uncertain' | 'failed'
  readonly message: Message
  /** Of a sent message. */
  readonly receipt: Receipt | null
  /** Why the last try failed or what is uncertain. */
  readonly reason: string | null
}

export interface Decision {
  readonly outboxId: string
  readonly subscription: string
  readonly destination: string
  /** Local date and time of the slot: `2026-03-10 08:00`. Unique within its subscription. */
  readonly slot: string
  readonly at: number
  readonly message: Message
  readonly told: readonly Told[]
}

export interface OutboxRow {
  readonly id: string
  readonly subscription: string
  readonly destination: string
  readonly slot: string
  readonly message: Message
  readonly state: 'pending' | 'sending'
  readonly attempts: number
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
