import type { FeedState } from '../feeds/read-outcome.ts'
import type { TaggedArticle } from '../tagging/tags.ts'
import type { Candidate, CandidateReport } from './choose-stories.ts'
import type { TextVersion } from './describe-edit.ts'

/** The few questions a briefing asks of what is kept. Times are milliseconds since 1970. */
export interface NewsArchive {
  storyHeads(window: { readonly from: number; readonly to: number }): Promise<readonly StoryOutline[]>
  stories(ids: readonly string[]): Promise<readonly WholeStory[]>
  /** Every version of an article, oldest first. */
  versions(
    articleId: string,
  ): Promise<readonly (TextVersion & { readonly version: number; readonly seenAt: number })[]>
  told(
    destination: string,
  ): Promise<ReadonlyMap<string, { readonly at: number; readonly articles: readonly string[] }>>
  feedStates(): Promise<ReadonlyMap<string, FeedState>>
}

export interface StoryOutline extends Candidate {
  readonly firstAt: number
  readonly reports: readonly (CandidateReport & {
    readonly language: string
    readonly publishedAt: number | null
    readonly seenAt: number
  })[]
}

export interface WholeStory {
  readonly id: string
  readonly firstAt: number
  readonly lastAt: number
  readonly articles: readonly StoryArticle[]
}

export interface StoryArticle extends TaggedArticle {
  readonly copyOf: string | null
  readonly agency: string | null
}
