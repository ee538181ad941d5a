import type { TaggedArticle, Tags } from './article.ts'
import type { Removal } from './removal.ts'

/** The place of one article in a story. Times are milliseconds since 1970. */
export interface Placement {
  readonly articleId: string
  readonly storyId: string
  /**
   * Running story that the story belongs to, for days: an affair and what follows from it. Without it, the
   * story stays in its current one.
   */
  readonly storylineId?: string
  /** Article whose text this one repeats (agency copy or reprint); null for a report of its own. */
  readonly copyOf: string | null
  /** News agency credited in the text ("AFP"), or null. Copies of one agency count as one report. */
  readonly agency: string | null
  /** Stories that this article proved to be the same. The oldest id stays, these forward to it. */
  readonly mergedStoryIds: readonly string[]
  /**
   * Articles that move from their story to this one together with the article, because that story proved to
   * be two.
   */
  readonly movedArticleIds?: readonly string[]
  /** Running stories that proved to be part of this story's running story. Their stories move there. */
  readonly mergedStorylineIds?: readonly string[]
}

/** An article and its story. */
export interface PlacedArticle extends TaggedArticle, Pick<Placement, 'storyId' | 'copyOf' | 'agency'> {
  readonly storylineId: string
  /** Present only if the outlet is known to have taken it down. */
  readonly removal?: Removal
}

/** The place of an article, without its text. */
export type PlaceOfArticle = Pick<
  PlacedArticle,
  'id' | 'version' | 'seenAt' | 'publishedAt' | 'storyId' | 'storylineId'
>

/** A story and its running story. */
export interface StoryPlace {
  readonly id: string
  readonly storylineId: string
}

/** What is needed to select a story, without texts. */
export interface StoryHead extends StoryPlace {
  /**
   * Short name of four characters (`isHandle`), unique while the store keeps it. Absent if the story has none
   * any more.
   */
  readonly handle?: string
  readonly firstAt: number
  readonly lastAt: number
  readonly reports: readonly ReportHead[]
}

/** What is needed of one of its reports. */
export interface ReportHead
  extends
    Pick<PlacedArticle, 'sourceId' | 'title' | 'publishedAt' | 'seenAt' | 'version' | 'copyOf' | 'agency'>,
    Pick<Tags, 'language' | 'countries' | 'topics' | 'newsValue'> {
  readonly articleId: string
  /** When it was changed, or known to be taken down. */
  readonly changedAt: number
  readonly removal?: Removal
  readonly people: readonly string[]
}

export interface StoredStory extends Omit<StoryHead, 'reports'> {
  /** In order of `seenAt`. */
  readonly articles: readonly PlacedArticle[]
}
