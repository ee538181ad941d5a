import type { PlacedArticle } from './story.ts'

/**
 * The page of an article to which a message links, and what looks at it found. Times are milliseconds since
 * 1970.
 */
export interface ToldPage extends Pick<
  PlacedArticle,
  'title' | 'sourceId' | 'storyId' | 'seenAt' | 'publishedAt'
> {
  readonly articleId: string
  readonly language: string
  readonly url: string
  readonly toldAt: number
  readonly state: PageState
}

export interface PageState {
  /** HTTP validators of the page when last found. */
  readonly etag: string | null
  readonly lastModified: string | null
  /** When it was last found; null if never. */
  readonly foundAt: number | null
  /** Since when every conclusive look has found it missing; null if the last conclusive look found it. */
  readonly missingSince: number | null
  /** When its removal was accepted as real; null if it is not. */
  readonly removedAt: number | null
}

/**
 * How many other pages of a host were found or missing at their last look. Pages known to be taken down do
 * not count.
 */
export interface HostPages {
  readonly found: number
  readonly missing: number
}
