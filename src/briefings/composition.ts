import type { Briefing } from '../records/briefing.ts'
import type { Told } from '../records/decision.ts'
import type { Store } from '../records/ports/store.ts'
import type { Source } from '../records/source.ts'
import type { Summarise } from '../summaries/summary.ts'
import type { Region } from '../tagging/region.ts'
import type { Topic } from '../tagging/topic.ts'
import type { Refusal } from './last-reading.ts'

/** What briefings go by, whoever reads them. */
export interface BriefingSettings {
  readonly sources: readonly Source[]
  readonly regions: readonly Region[]
  readonly topics: readonly Topic[]
  /** Summaries for requests with `model`; without it those too are told in the outlets' own sentences. */
  readonly summarise?: Summarise | undefined
  /** Is told what the last reading refused of a story, and in which section where that is why, once for all who would have been told the same. */
  readonly noteRefusals?:
    | ((storyId: string, refusals: readonly Refusal[], section?: string) => void)
    | undefined
}

/** What briefings ask of what is kept. */
export type BriefingArchive = Pick<
  Store,
  | 'storyHeads'
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

/** A briefing with what it books: it tells of every story that it prints, and of no other. */
export interface Composed {
  readonly briefing: Briefing
  /** What the destination knows once this was delivered. */
  readonly told: readonly Told[]
}
