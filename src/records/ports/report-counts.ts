import type { StoryAbout } from './news-archive.ts'

/**
 * Counts of reports, taken without reading any article. A report counts at the time its outlet first stated
 * as publication, never after it was seen; without one, at the time it was seen. Times are milliseconds since
 * 1970, compared by the second. More than 256 reports of one second count partly in the following seconds.
 */
export interface ReportCounts {
  /** Number of reports per step of a clock, earliest step first. Steps without a report are absent. */
  reportCounts(query: CountQuery): Promise<readonly ReportCount[]>
  /**
   * Stories with the most outlets among the reports of `[from, to)`, largest first; by list if there are
   * several.
   */
  storySizes(query: SizeQuery): Promise<readonly StorySize[]>
  /**
   * When the earliest article still stored of each source was first seen, by source id. Sources without
   * articles are absent.
   */
  sourcesSince(): Promise<ReadonlyMap<string, number>>
}

/**
 * Selects reports: each must have one of the values of every field given. Countries must be in focus. An
 * empty list selects nothing.
 */
export interface CountedAbout extends Pick<
  StoryAbout,
  'countries' | 'topics' | 'sources' | 'languages' | 'storylines'
> {
  /** Names as in `Tags`. */
  readonly people?: readonly string[]
}

export interface CountQuery {
  readonly about: CountedAbout
  readonly from: number
  readonly to: number
  /** Length of a step: an hour or a day on the clock. */
  readonly stepMs: number
  /**
   * Offsets of the clock from UTC, ascending: `aheadMs` from `from` on. The first also holds before its
   * `from`. At least one.
   */
  readonly clock: readonly { readonly from: number; readonly aheadMs: number }[]
  /** Counts each source separately. */
  readonly bySource?: true
}

export interface ReportCount {
  /** Number of the step, counted from the beginning of 1970 on the clock. */
  readonly step: number
  /** Null unless sources are counted separately. */
  readonly sourceId: string | null
  readonly reports: number
}

export interface SizeQuery {
  readonly about: CountedAbout
  readonly from: number
  readonly to: number
  /** Minimum number of outlets, those with copies included. */
  readonly leastOutlets: number
  /**
   * Lists of source ids. Selects the stories that only sources of one list report in the stretch; a story
   * that fits several lists counts for the first. Without it all stories count.
   */
  readonly amongOnly?: readonly (readonly string[])[]
  /** Upper bound of stories, for each list. */
  readonly most: number
}

export interface StorySize {
  readonly storyId: string
  readonly reports: number
  readonly outlets: number
  /** Index of the story's list in `amongOnly`; 0 without lists. */
  readonly list: number
}
