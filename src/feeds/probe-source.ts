import { type ReadOutcome } from './read-outcome.ts'
import { healthOf, type Health } from './source-health.ts'
import { type FeedState, NEVER_READ } from '../records/feed-state.ts'
import type { Source } from '../records/source.ts'

/** What one read of a source shows; nothing is kept. */
export interface Probed {
  readonly health: Health
  readonly feedState: FeedState
  /** In the feed now. */
  readonly entries: number
}

/** Reads a source as if for the first time and says how it fares. `now` in milliseconds since 1970. */
export async function probeSource(
  source: Source,
  reader: { read(source: Source, state: FeedState): Promise<ReadOutcome> },
  now: number,
): Promise<Probed> {
  const outcome = await reader.read(source, NEVER_READ)
  const entries = outcome.status === 'new' ? outcome.feed.entries.length : 0
  return { feedState: outcome.state, entries, health: healthOf(source, outcome.state, now) }
}
