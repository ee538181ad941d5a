import type { ArticleVersion } from '../article.ts'
import type { Expression } from '../expression.ts'
import type { SearchPage, SearchQuery } from '../search.ts'
import type { PlacedArticle, PlaceOfArticle, StoredStory, StoryHead, StoryPlace } from '../story.ts'

/**
 * The news as it was read: for whoever tells of it, looks for it or groups it. Times are milliseconds since 1970. Each answer is one state of what is kept:
 * a read that is kept meanwhile is in it whole or not at all. A story that was merged answers under each of its ids.
 */
export interface NewsArchive {
  /** Articles seen since then, of these ids alone where some are given, with their places: what the story grouper needs after a restart, in order of `seenAt`. */
  placedArticles(since: number, ids?: readonly string[]): Promise<readonly PlacedArticle[]>
  /** Where the articles seen since then stand by now, in the order of `placedArticles`. */
  storyPlaces(since: number): Promise<readonly PlaceOfArticle[]>
  /** Stories with a report seen (or changed) in the window, light, newest first. */
  storyHeads(window: StoryWindow): Promise<readonly StoryHead[]>
  /** Whole stories by their ids or handles; those of merged stories lead to the one they forward to. Unknown ones are absent. */
  stories(ids: readonly string[]): Promise<readonly StoredStory[]>
  /** Where these ids of stories lead by now, and the running story that each is part of, by the ids that were asked for; unknown ids are absent. */
  storylines(ids: readonly string[]): Promise<ReadonlyMap<string, StoryPlace>>
  /** Every version of an article, oldest first; none of an unknown one. */
  versions(articleId: string): Promise<readonly ArticleVersion[]>
  /** The article with this canonical address, if we have it. */
  articleByUrl(url: string): Promise<PlacedArticle | null>
  search(query: SearchQuery): Promise<SearchPage>
  /** Ids of stories with an article dated in `[from, to)` that says what a keyword expression asks. */
  storiesSaying(
    expression: Expression,
    window: { readonly from: number; readonly to: number },
  ): Promise<ReadonlySet<string>>
  counts(): Promise<StoreCounts>
  /** The newest articles of a source by when they were seen first, the newest first. */
  articlesOf(sourceId: string, most: number): Promise<readonly PlacedArticle[]>
  /**
   * How many articles, of one source or in all, were seen first between each of these moments (milliseconds since 1970, ascending) and the next: one number fewer than
   * moments.
   */
  seenBetween(moments: readonly number[], sourceId?: string): Promise<readonly number[]>
  /**
   * Lets go of some stories in which nothing was seen since then: articles, versions, search. Their articles stay known by id and hash, so
   * that a feed which lists them still brings no news. Gives how many articles, 0 when none is left; the file does not shrink.
   */
  pruneArticles(before: number): Promise<number>
  /** Of the oldest stories that have a handle, those in which nothing was seen since then go without: others may have theirs. Gives how many, 0 when none is left. */
  pruneHandles(before: number): Promise<number>
  /** Puts some of the search index in order, so that searches stay quick. Gives 0 when there is nothing left to do. */
  tidySearch(): Promise<number>
}

/** Stories that moved in `[from, to)`, newest first. Times are milliseconds since 1970. */
export interface StoryWindow {
  readonly from: number
  readonly to: number
  /** So many at most, the strongest. */
  readonly most?: number
  readonly about?: StoryAbout
}

/** Stories that may fit a wish: of each kind that names any, some report of the last weeks has one. Some of them do not fit, but none that fits is missing. */
export interface StoryAbout extends Pick<
  SearchQuery,
  'countries' | 'topics' | 'sources' | 'languages' | 'expression'
> {
  /** Ids of running stories: a story must be part of one. */
  readonly storylines?: readonly string[]
}

export interface StoreCounts {
  readonly articles: number
  readonly versions: number
  readonly stories: number
  readonly sources: number
  /** Messages sent and not pruned. */
  readonly sent: number
  readonly bytes: number
  /** When the article was seen that is here for longest; null where there is none. Milliseconds since 1970. */
  readonly oldestAt: number | null
  /** What keeps it, and its version: `PostgreSQL 15.14`. */
  readonly engine: string
}
