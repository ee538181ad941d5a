import type { Briefing } from '../records/briefing.ts'
import type { SentStory } from '../records/decision.ts'
import type { Store } from '../records/ports/store.ts'
import type { Source } from '../records/source.ts'
import type { Summarise } from '../summaries/summary.ts'
import type { Region } from '../tagging/region.ts'
import type { Topic } from '../tagging/topic.ts'
import type { Refusal } from './last-reading.ts'

/** What all briefings are made with, the same for every reader. */
export interface BriefingSettings {
  readonly sources: readonly Source[]
  readonly regions: readonly Region[]
  readonly topics: readonly Topic[]
  /**
   * Summarises stories for requests with `model`. If absent, these too get sentences that our own rules
   * choose.
   */
  readonly summarise?: Summarise | undefined
  /**
   * Called with what the last reading refused of a story, once for all readers who would have been told the
   * same. `section`: id of the region, if the refusal is `wrong-section`.
   */
  readonly noteRefusals?:
    | ((storyId: string, refusals: readonly Refusal[], section?: string) => void)
    | undefined
}

/** What briefings read from the store. */
export type BriefingArchive = Pick<
  Store,
  | 'storyHeads'
  | 'headsHolding'
  | 'stories'
  | 'storylines'
  | 'versions'
  | 'storiesSaying'
  | 'told'
  | 'muted'
  | 'feedStates'
  | 'readerRules'
  | 'findings'
>

/**
 * A briefing with what it books: every story that it prints, and no other. Only the first message about a
 * followed story books all of its running story.
 */
export interface Composed {
  readonly briefing: Briefing
  /** What the destination knows once this is delivered. */
  readonly booked: readonly SentStory[]
}
