import type { PlacedArticle } from './story.ts'

/** The page of an article to which a message leads, and how it was found. Times are milliseconds since 1970. */
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
  /** Validators of the page as it was found last. */
  readonly etag: string | null
  readonly lastModified: string | null
  /** When it was found last; null while it never was. */
  readonly foundAt: number | null
  /** Since when each look found it gone; null where the last one that told anything found it. */
  readonly missingSince: number | null
  /** When it was believed to be taken down; null where it is not. */
  readonly removedAt: number | null
}

/** How the pages of a host were found when they were looked at last, without those that are known to be taken down. */
export interface HostPages {
  readonly found: number
  readonly missing: number
}
