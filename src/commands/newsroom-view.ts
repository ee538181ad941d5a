import type { BriefingArchive } from '../briefings/briefing-archive.ts'
import type { BriefingSettings } from '../briefings/compose-briefing.ts'
import type { SourceHealth } from '../records/message.ts'
import type { Store } from '../records/ports/store.ts'
import type { PlacedArticle } from '../records/story.ts'
import type { BriefingRequest } from '../records/subscription.ts'
import type { Explanation } from '../tagging/explain.ts'
import type { SourceEditor } from './source-editor.ts'
import type { Vocabulary } from './vocabulary.ts'

/** All that commands may see and ask. They read; only subscribing, muting, settings and the admin words write. */
export interface NewsroomView extends Pick<Store, 'search' | 'articleByUrl' | 'tellings'> {
  readonly archive: BriefingArchive
  readonly settings: BriefingSettings & { readonly briefings: readonly BriefingRequest[] }
  readonly vocabulary: Vocabulary
  readonly subscriptions: SubscriptionShelf
  /** Null where the sources cannot be changed, as in the demo. */
  readonly sources: SourceEditor | null
  /** Milliseconds since 1970. */
  now(): number
  sourceHealth(): Promise<readonly SourceHealth[]>
  /** Which words of an article give which tags, by today's rules. */
  explainTags(article: Pick<PlacedArticle, 'title' | 'text' | 'sourceId'>): Explanation
}

/** The few things that are kept for people. */
type SubscriptionShelf = Pick<
  Store,
  | 'subscriptions'
  | 'addSubscription'
  | 'changeSubscription'
  | 'preferences'
  | 'keepPreferences'
  | 'muteStory'
  | 'unmuteStory'
  | 'keepAnswered'
  | 'decide'
  | 'ledgers'
  | 'forgetWorkspace'
  | 'destinations'
  | 'resumeDestination'
>
