import type { ParsedFeed } from './entry.ts'
import type { Failure, FeedState } from '../records/feed-state.ts'

/** How one read of one source ended. Every outcome carries the state to keep; nothing is thrown for what a feed can do. */
export type ReadOutcome =
  | { readonly status: 'new'; readonly feed: ParsedFeed; readonly state: FeedState }
  | { readonly status: 'unchanged'; readonly state: FeedState }
  | { readonly status: 'failed'; readonly failure: Failure; readonly state: FeedState }
