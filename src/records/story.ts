import type { TaggedArticle, Tags } from './article.ts'
import type { Removal } from './removal.ts'

/** How one article was placed. Times are milliseconds since 1970. */
export interface Placement {
  readonly articleId: string
  readonly storyId: string
  /** The running story that the story is part of, for days: an affair with what follows from it. Where it is not given, the story stays in the one it is in. */
  readonly storylineId?: string
  /** The article whose text this one repeats (a wire copy or a reprint), or null for a report of its own. */
  readonly copyOf: string | null
  /** News agency credited in the text ("AFP"), or null. Copies of one agency are one report. */
  readonly agency: string | null
  /** Stories that this article showed to be the same one: the older id stays and these forward to it. */
  readonly mergedStoryIds: readonly string[]
  /** Articles that left their story for this one together with it: that story turned out to be two. */
  readonly movedArticleIds?: readonly string[]
  /** Running stories that turned out to be parts of the one of this story: their stories go on there. */
  readonly mergedStorylineIds?: readonly string[]
}

/** An article and its story. */
export interface PlacedArticle extends TaggedArticle, Pick<Placement, 'storyId' | 'copyOf' | 'agency'> {
  readonly storylineId: string
  /** Absent where nobody knows that its outlet took it down. */
  readonly removal?: Removal
}

/** Where an article stands, without its text. */
export type PlaceOfArticle = Pick<PlacedArticle, 'id' | 'version' | 'storyId' | 'storylineId'>

/** A story, and the running story that it is part of. */
export interface StoryPlace {
  readonly id: string
  readonly storylineId: string
}

/** What is needed to choose a story, without its text. */
export interface StoryHead extends StoryPlace {
  /** Four signs by which people call it (`isHandle`): its own as long as it is remembered. Absent where it has none any more. */
  readonly handle?: string
  readonly firstAt: number
  readonly lastAt: number
  readonly reports: readonly ReportHead[]
}

/** What is needed of one of its reports. */
export interface ReportHead
  extends
    Pick<PlacedArticle, 'sourceId' | 'title' | 'publishedAt' | 'seenAt' | 'version' | 'copyOf' | 'agency'>,
    Pick<Tags, 'language' | 'countries' | 'topics'> {
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
