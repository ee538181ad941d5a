import type { Source } from '../records/source.ts'
import type { Summarize } from '../summaries/summary.ts'
import type { Region } from '../tagging/region.ts'
import type { Topic } from '../tagging/topic.ts'

/** What briefings go by, whoever reads them. */
export interface BriefingSettings {
  readonly sources: readonly Source[]
  readonly regions: readonly Region[]
  readonly topics: readonly Topic[]
  /** Summaries for requests with `model`; without it those too are told in the outlets' own sentences. */
  readonly summarize?: Summarize | undefined
}
