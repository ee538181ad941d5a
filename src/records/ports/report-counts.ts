import type { StoryAbout } from './news-archive.ts'

/**
 * How much is reported, counted and never read: by when reports were published as first stated, as far as they are news (else when they were seen). Times are milliseconds
 * since 1970; of a stretch `[from, to)` whole seconds count.
 */
export interface ReportCounts {
  /** Steps of somebody's clock in which something was reported, the first first; those without any report are absent. */
  reportCounts(query: CountQuery): Promise<readonly ReportCount[]>
  /** Stories with the most outlets among reports of a stretch, the largest first. */
  storySizes(query: SizeQuery): Promise<readonly StorySize[]>
  /** When the first article of each source was seen that is still kept, by source id. */
  sourcesSince(): Promise<ReadonlyMap<string, number>>
}

/** Reports with a country in focus, a topic, a source, a language, a running story and a person of these; a kind that is absent leaves all. */
export interface CountedAbout extends Pick<
  StoryAbout,
  'countries' | 'topics' | 'sources' | 'languages' | 'storylines'
> {
  /** As tags name them. */
  readonly people?: readonly string[]
}

export interface CountQuery {
  readonly about: CountedAbout
  readonly from: number
  readonly to: number
  /** An hour or a day, by the clock. */
  readonly stepMs: number
  /** How far that clock is ahead of UTC from an instant on, in order; the first holds before, too. At least one. */
  readonly clock: readonly { readonly from: number; readonly aheadMs: number }[]
  /** Count each source by itself. */
  readonly bySource?: true
}

export interface ReportCount {
  /** Steps of the clock since 1970 began on it. */
  readonly step: number
  /** Null where sources are counted together. */
  readonly sourceId: string | null
  readonly reports: number
}

export interface SizeQuery {
  readonly about: CountedAbout
  readonly from: number
  readonly to: number
  /** Outlets, copies among them. */
  readonly leastOutlets: number
  /** Stories that only sources of one of these lists report in the stretch, so many of each list; a story of more than one counts to the first. Without it: all stories. */
  readonly amongOnly?: readonly (readonly string[])[]
  /** So many at most. */
  readonly most: number
}

export interface StorySize {
  readonly storyId: string
  readonly reports: number
  readonly outlets: number
  /** Place of its list in `amongOnly`; 0 without. */
  readonly list: number
}
