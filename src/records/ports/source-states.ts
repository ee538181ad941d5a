import type { KnownVersion, SearchTerms, TaggedArticle } from '../article.ts'
import type { Finding } from '../finding.ts'
import type { FeedState } from '../feed-state.ts'
import type { PrintedLine } from '../source.ts'
import type { Placement } from '../story.ts'

/** What is stored of each source, for the desk that reads them. Times are milliseconds since 1970. */
export interface SourceStates {
  /** State of every source ever read, by source id. */
  feedStates(): Promise<ReadonlyMap<string, FeedState>>
  /**
   * Newest known version of each of these articles, including articles that were let go; unknown ids are
   * absent.
   */
  knownVersions(articleIds: readonly string[]): Promise<ReadonlyMap<string, KnownVersion>>
  /**
   * Stores one read of one source: articles, versions, placements in stories, merges, printed lines and, only
   * together with them, the feed state. One transaction: after a crash either everything is there, or the
   * next read sees the same entries again. Versions already stored are left unchanged.
   */
  keepRead(read: KeptRead): Promise<void>
  /**
   * Stores how the articles of some hours were grouped for good: merges, and moves of their articles and of
   * others, in this order. One transaction. Articles that are not stored are skipped.
   */
  keepSettled(settled: SettledHours): Promise<void>
  /** What is stored of each source ever read, by source id. */
  keptPerSource(): Promise<ReadonlyMap<string, KeptOfSource>>
  /**
   * Deletes some of the articles of a source that were seen earliest, if the source fills more than
   * `bounds.bytes`. Articles that somebody was told stay. Deleted articles stay known by id and hash, at most
   * `bounds.remembered` of them. Returns how many articles were deleted; 0 if the source is within its bound
   * or nothing may go. (The versions of one article are bounded when they are stored.)
   */
  boundSource(sourceId: string, bounds: SourceBounds): Promise<number>
  /** What is known of these lines of a source, by line; unknown ones are absent. */
  printedLines(sourceId: string, lines: readonly string[]): Promise<ReadonlyMap<string, PrintedLine>>
}

export interface KeptRead {
  readonly sourceId: string
  readonly state: FeedState
  /** New articles, and new versions of known ones. */
  readonly articles: readonly KeptArticle[]
  /**
   * New counts of lines of the source. If the source then has more than `most` lines, those under the fewest
   * articles are deleted, of these first the ones printed longest ago.
   */
  readonly printed?: { readonly lines: readonly PrintedLine[]; readonly most: number } | undefined
}

export interface SettledHours {
  readonly placements: readonly Placement[]
  /** Until which hour they are settled: see `settledUntil`. */
  readonly hour: number
  /** When, in milliseconds since 1970. */
  readonly at: number
}

export interface KeptArticle {
  readonly article: TaggedArticle
  readonly placement: Placement
  /** Its terms for search; the store itself reads no text. */
  readonly terms: SearchTerms
  /** Statements, figures and coming events in its text; absent where nobody looked for them. */
  readonly findings?: readonly Finding[]
}

export interface KeptOfSource {
  readonly articles: number
  /** How much was let go because of bounds, and when last; null if nothing ever was. */
  readonly letGo: { readonly articles: number; readonly versions: number; readonly at: number } | null
}

interface SourceBounds {
  /** Bound of titles, texts, addresses and tags of the source. */
  readonly bytes: number
  /** How many of the articles that were let go stay known. */
  readonly remembered: number
  /** Current time in milliseconds since 1970. */
  readonly at: number
}
