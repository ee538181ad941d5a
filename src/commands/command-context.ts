import type { BriefingArchive, BriefingSettings } from '../briefings/composition.ts'
import type { Discovered } from '../feeds/discover-feeds.ts'
import type { SourceHealth } from '../records/message.ts'
import type { AccessKeys } from '../records/ports/access-keys.ts'
import type { ReaderRules } from '../records/ports/reader-rules.ts'
import type { Subscriptions } from '../records/ports/subscriptions.ts'
import type { Store } from '../records/ports/store.ts'
import type { Source } from '../records/source.ts'
import type { PlacedArticle } from '../records/story.ts'
import type { BriefingRequest } from '../records/subscription.ts'
import type { Explanation } from '../tagging/explain.ts'
import type { NameIndex } from './name-index.ts'

/**
 * What commands may read and call. Most only read; subscribing, muting, correcting, settings and admin
 * commands write.
 */
export interface CommandContext extends Pick<
  Store,
  | 'search'
  | 'articleByUrl'
  | 'articlesOf'
  | 'storyDeliveries'
  | 'seenBetween'
  | 'findings'
  | 'reportCounts'
  | 'storySizes'
  | 'sourcesSince'
  | 'feedStates'
> {
  readonly archive: BriefingArchive
  readonly settings: BriefingSettings & { readonly briefings: readonly BriefingRequest[] }
  readonly nameIndex: NameIndex
  readonly subscriptions: SubscriptionShelf
  /** Null where sources cannot be changed, as in the demo. */
  readonly sources: SourceEditor | null
  /** Where the pages are, and the keys that open them; null where none are served. */
  readonly pages: { readonly root: string; readonly keys: AccessKeys } | null
  /** Milliseconds since 1970. */
  now(): number
  sourceHealth(): Promise<readonly SourceHealth[]>
  /** Tells which words of an article give which tags, by the current rules. */
  explainTags(article: Pick<PlacedArticle, 'title' | 'text' | 'sourceId'>): Promise<Explanation>
}

/** What is stored for people. */
type SubscriptionShelf = Omit<Subscriptions, 'keepSubscription' | 'muted'> &
  ReaderRules &
  Pick<
    Store,
    | 'keepAnswered'
    | 'lastAnswers'
    | 'keepLastAnswers'
    | 'decide'
    | 'ledgers'
    | 'forgetWorkspace'
    | 'destinations'
    | 'resumeDestination'
  >

/** Done, or refused with a text for people that says what to do. */
type Edited = { readonly status: 'done' } | { readonly status: 'refused'; readonly reason: string }

/** Changes the sources, which are kept in `config/sources.yaml`. */
export interface SourceEditor {
  /** Finds feeds at the address of a site, or of a feed itself. */
  find(address: string): Promise<Discovered>
  add(source: Source): Promise<Edited>
  remove(sourceId: string): Promise<Edited>
}
