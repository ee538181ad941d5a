import type { KnownVersion, SearchTerms, TaggedArticle } from '../article.ts'
import type { Finding } from '../finding.ts'
import type { FeedState } from '../feed-state.ts'
import type { PrintedLine } from '../source.ts'
import type { Placement } from '../story.ts'

/** What is kept of each source: for the desk that reads them. Times are milliseconds since 1970. */
export interface SourceStates {
  /** State of every source ever read, by source id. */
  feedStates(): Promise<ReadonlyMap<string, FeedState>>
  /** Newest known version of each of these articles, also of those that were let go; unknown ids are absent. */
  knownVersions(articleIds: readonly string[]): Promise<ReadonlyMap<string, KnownVersion>>
  /**
   * Keeps one read of one source: its articles, their versions, their places in stories, merges, what it printed, and only with them the
   * feed state. One transaction: a crash either keeps all of it or the next read sees the same entries again.
   */
  keepRead(read: KeptRead): Promise<void>
  /** What is kept of each source ever read, by source id. */
  keptPerSource(): Promise<ReadonlyMap<string, KeptOfSource>>
  /**
   * Lets go of some of the articles of a source that were seen first, where it fills more than it may, but of none
   * that somebody was told. They stay known by id and hash, so many of them as the bounds say. Gives how many
   * articles, 0 when it fills no more, or nothing is left to go. (Versions of one article are bounded as they are
   * kept.)
   */
  boundSource(sourceId: string, bounds: SourceBounds): Promise<number>
  /** What is known of these lines of a source, by line; unknown ones are absent. */
  printedLines(sourceId: string, lines: readonly string[]): Promise<ReadonlyMap<string, PrintedLine>>
}

export interface KeptRead {
  readonly sourceId: string
  readonly state: FeedState
  /** New articles and new versions of known ones. */
  readonly articles: readonly KeptArticle[]
  /** New counts of lines of the source. Of more than `most` those of the fewest articles go, the ones first that were not printed for longest. */
  readonly printed?: { readonly lines: readonly PrintedLine[]; readonly most: number } | undefined
}

export interface KeptArticle {
  readonly article: TaggedArticle
  readonly placement: Placement
  /** By which it is found; the store reads no text. */
  readonly terms: SearchTerms
  /** What it says that is looked up by itself; none where nobody looked. */
  readonly findings?: readonly Finding[]
}

export interface KeptOfSource {
  readonly articles: number
  /** What was let go in all because it was too much to keep, and when the last time; null where nothing ever was. */
  readonly letGo: { readonly articles: number; readonly versions: number; readonly at: number } | null
}

interface SourceBounds {
  /** Of what the source wrote. */
  readonly bytes: number
  /** Articles let go that stay known. */
  readonly remembered: number
  /** When it is: milliseconds since 1970. */
  readonly at: number
}
