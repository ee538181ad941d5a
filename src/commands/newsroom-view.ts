import type { BriefingSettings } from '../briefings/compose-briefing.ts'
import type { NewsArchive } from '../briefings/news-archive.ts'
import type { Platform } from '../chat/chat-adapter.ts'
import type { ForgottenWorkspace } from '../chat/chat-memory.ts'
import type { Message, SourceHealth } from '../chat/message.ts'
import type { Discovered } from '../feeds/discover-feeds.ts'
import type { Source } from '../feeds/source.ts'
import type { BriefingRequest } from '../subscriptions/briefing-request.ts'
import type { Addition } from '../subscriptions/judge-addition.ts'
import type { Preferences } from '../subscriptions/preferences.ts'
import type { Subscription } from '../subscriptions/subscription.ts'
import type { Explanation } from '../tagging/explanation.ts'
import type { Health } from './describe-subscription.ts'
import type { PlacedArticle, SearchPage, SearchQuery } from './search-query.ts'
import type { Vocabulary } from './vocabulary.ts'

/** All that commands may see and ask. They read; only subscribing, muting, settings and the admin words write. */
export interface NewsroomView {
  readonly archive: NewsArchive
  readonly settings: BriefingSettings & { readonly briefings: readonly BriefingRequest[] }
  readonly vocabulary: Vocabulary
  readonly subscriptions: SubscriptionShelf
  /** Null where the sources cannot be changed, as in the demo. */
  readonly sources: SourceEditor | null
  /** Milliseconds since 1970. */
  now(): number
  search(query: SearchQuery): Promise<SearchPage>
  sourceHealth(): Promise<readonly SourceHealth[]>
  articleByUrl(url: string): Promise<PlacedArticle | null>
  /** Which words of an article give which tags, by today's rules. */
  explainTags(article: Pick<PlacedArticle, 'title' | 'text' | 'sourceId'>): Explanation
  /** Of each of these subscriptions (ids) the newest message that told of a story, in each place it spoke in; oldest first. */
  tellings(storyId: string, subscriptions: readonly string[]): Promise<readonly StoryTelling[]>
}

/** What became of a message that told of a story. Times are milliseconds since 1970. */
export interface StoryTelling {
  readonly subscription: string
  readonly destination: string
  readonly at: number
  readonly state: 'pending' | 'sending' | 'sent' | 'uncertain' | 'failed'
  readonly reason: string | null
}

/** The few things that are kept for people; the store has them. */
interface SubscriptionShelf {
  subscriptions(filter?: {
    readonly id?: string
    readonly to?: string
    readonly owner?: string
    readonly states?: readonly Subscription['state'][]
  }): Promise<readonly Subscription[]>
  /** Keeps a new one, unless its id is taken, it has a twin where it speaks, or that place or its owner has enough. */
  addSubscription(subscription: Subscription): Promise<Addition>
  /** False, and nothing kept, where it is not as `before` says any more, or `after` has a twin or no place by now. */
  changeSubscription(before: Subscription, after: Subscription): Promise<boolean>
  /** Of a destination, or of a person as `Subscription.owner` writes one. */
  preferences(of: string): Promise<Preferences | null>
  keepPreferences(of: string, preferences: Preferences): Promise<void>
  muteStory(destination: string, storyId: string, at: number): Promise<void>
  unmuteStory(destination: string, storyId: string): Promise<void>
  keepAnswered(
    destination: string,
    by: string,
    told: readonly { readonly storyId: string; readonly at: number; readonly articles: readonly string[] }[],
  ): Promise<void>
  /** Sends a message to where a subscription speaks, once for each slot. False when it was decided before, or its destination is paused. */
  decide(decision: {
    readonly outboxId: string
    readonly subscription: string
    readonly destination: string
    readonly slot: string
    readonly at: number
    readonly message: Message
    readonly told: readonly { readonly storyId: string; readonly articles: readonly string[] }[]
  }): Promise<boolean>
  /** When subscriptions were last decided on, by id; those that never were are absent. */
  ledgers(
    subscriptions: readonly string[],
    since: number,
  ): Promise<ReadonlyMap<string, { readonly lastAt: number }>>
  /** Deletes what is kept of a workspace and its people. */
  forgetWorkspace(place: {
    readonly platform: Platform
    readonly workspace: string
  }): Promise<ForgottenWorkspace>
  /** Destinations to which messages do not arrive, or did not lately. `since` in milliseconds since 1970. */
  destinations(): Promise<Health>
  /** Lets a destination speak again that was paused because messages did not arrive. */
  resumeDestination(destination: string): Promise<unknown>
}

/** Done, or refused with a text for people that says what to do. */
type Edited = { readonly status: 'done' } | { readonly status: 'refused'; readonly reason: string }

/** Changes what is read; `config/sources.yaml` is where sources stand. */
export interface SourceEditor {
  /** Feeds at the address of a site or of a feed itself. */
  find(address: string): Promise<Discovered>
  add(source: Source): Promise<Edited>
  remove(sourceId: string): Promise<Edited>
}
