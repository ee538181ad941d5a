import type { ArticleVersion } from '../article.ts'
import type { Expression } from '../expression.ts'
import type { SearchPage, SearchQuery } from '../search.ts'
import type { PlacedArticle, PlaceOfArticle, StoredStory, StoryHead, StoryPlace } from '../story.ts'

/**
 * The news as it was read, for the stages that tell, search or group it. Times are milliseconds since 1970.
 * Each answer sees one state of the store: a read kept at the same time is in it entirely or not at all. A
 * merged story is found under each of its ids.
 */
export interface NewsArchive {
  /**
   * Articles seen at or after `since`, optionally only these ids, with their stories, in order of `seenAt`.
   * The story grouper reads them after a restart.
   */
  placedArticles(since: number, ids?: readonly string[]): Promise<readonly PlacedArticle[]>
  /** Current stories of the articles seen at or after `since`, in the order of `placedArticles`. */
  storyPlaces(since: number): Promise<readonly PlaceOfArticle[]>
  /** The `hour` of the last `keepSettled`; null if there was none. */
  settledUntil(): Promise<number | null>
  /**
   * Stories with a report seen, changed or known to be taken down in the window, without texts, latest change
   * first.
   */
  storyHeads(window: StoryWindow): Promise<readonly StoryHead[]>
  /**
   * Heads of the stories that hold any of these articles, whenever they moved, each once. Unknown ids are
   * absent.
   */
  headsHolding(articleIds: readonly string[]): Promise<readonly StoryHead[]>
  /**
   * Whole stories by id or handle, in the order asked for. A merged id returns the story it forwards to; two
   * ids of one story return it once. Unknown ids are absent.
   */
  stories(ids: readonly string[]): Promise<readonly StoredStory[]>
  /**
   * The current story and running story of each of these story ids, by the id asked for. Unknown ids are
   * absent.
   */
  storylines(ids: readonly string[]): Promise<ReadonlyMap<string, StoryPlace>>
  /** Every version of an article, oldest first; empty if the article is unknown. */
  versions(articleId: string): Promise<readonly ArticleVersion[]>
  /** The article with this canonical URL, the newest if several state it; null if there is none. */
  articleByUrl(url: string): Promise<PlacedArticle | null>
  /** One page of the articles that match. */
  search(query: SearchQuery): Promise<SearchPage>
  /**
   * Ids of stories with one article dated in `[from, to)` that matches the whole expression. No report of the
   * story may match what stands under NOT.
   */
  storiesSaying(
    expression: Expression,
    window: { readonly from: number; readonly to: number },
  ): Promise<ReadonlySet<string>>
  /** Totals of the whole store. */
  counts(): Promise<StoreCounts>
  /** The newest articles of a source by `seenAt`, newest first, at most `most`. */
  articlesOf(sourceId: string, most: number): Promise<readonly PlacedArticle[]>
  /**
   * How many articles of one source, or of all, were first seen between each of these moments (ascending) and
   * the next. Returns one number fewer than there are moments.
   */
  seenBetween(moments: readonly number[], sourceId?: string): Promise<readonly number[]>
  /**
   * Deletes some of the stories in which nothing was seen or changed since `before`: articles, versions,
   * search entries. The articles stay known by id and hash, so that a feed that still lists them brings no
   * news. Returns how many articles were deleted, 0 when none is left. The file does not shrink.
   */
  pruneArticles(before: number): Promise<number>
  /**
   * Among the oldest stories that have a handle, frees the handles of those in which nothing was seen or
   * changed since `before`, so that other stories can get them. Returns how many, 0 when none is left.
   */
  pruneHandles(before: number): Promise<number>
  /**
   * Does a part of the search index's upkeep, which keeps searches fast. Returns 0 when nothing is left to
   * do.
   */
  tidySearch(): Promise<number>
}

/** Selects stories that moved in `[from, to)`. Times are milliseconds since 1970. */
export interface StoryWindow {
  readonly from: number
  readonly to: number
  /** Upper bound; the strongest stories are kept. */
  readonly most?: number
  readonly about?: StoryAbout
}

/**
 * Preselects stories for a request: for each field given, some report from two weeks before the window on has
 * one of its values. The selection may contain stories that do not fit, but misses none that does.
 */
export interface StoryAbout extends Pick<
  SearchQuery,
  'countries' | 'topics' | 'sources' | 'languages' | 'expression'
> {
  /** Running story ids; a story must be part of one of them. */
  readonly storylines?: readonly string[]
}

export interface StoreCounts {
  readonly articles: number
  readonly versions: number
  readonly stories: number
  readonly sources: number
  /** Messages sent and not yet pruned. */
  readonly sent: number
  readonly bytes: number
  /**
   * When the oldest article still stored was first seen, in milliseconds since 1970; null if there is none.
   */
  readonly oldestAt: number | null
  /** Name and version of the database engine: `PostgreSQL 15.14`. */
  readonly engine: string
}
