import type { FeedState } from '../feeds/read-outcome.ts'
import type { Expression } from '../subscriptions/expression/expression.ts'
import type { TaggedArticle } from '../tagging/tags.ts'
import type { Candidate, CandidateReport } from './choose-stories.ts'
import type { TextVersion } from './describe-edit.ts'

/** The few questions a briefing asks of what is kept. Times are milliseconds since 1970. */
export interface NewsArchive {
  storyHeads(window: StoryWindow): Promise<readonly StoryOutline[]>
  stories(ids: readonly string[]): Promise<readonly WholeStory[]>
  /** Every version of an article, oldest first. */
  versions(
    articleId: string,
  ): Promise<readonly (TextVersion & { readonly version: number; readonly seenAt: number })[]>
  /** What a destination was told of each story. A merged story stands under each of its ids, with the id that it leads to. */
  told(
    destination: string,
  ): Promise<
    ReadonlyMap<
      string,
      { readonly storyId: string; readonly at: number; readonly articles: readonly string[] }
    >
  >
  /** Stories that a destination does not want to hear of, by destination. */
  muted(): Promise<ReadonlyMap<string, ReadonlySet<string>>>
  /** Ids of stories with an article dated in `[from, to)` that says what a keyword expression asks. */
  storiesSaying(
    expression: Expression,
    window: { readonly from: number; readonly to: number },
  ): Promise<ReadonlySet<string>>
  feedStates(): Promise<ReadonlyMap<string, FeedState>>
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
export interface StoryAbout {
  /** ISO 3166-1 alpha-2. */
  readonly countries?: readonly string[]
  /** IPTC codes. */
  readonly topics?: readonly string[]
  /** Ids. */
  readonly sources?: readonly string[]
  /** ISO 639-1. */
  readonly languages?: readonly string[]
  readonly expression?: Expression
}

export interface StoryOutline extends Candidate {
  readonly firstAt: number
  readonly reports: readonly (CandidateReport & {
    readonly title: string
    readonly publishedAt: number | null
    readonly seenAt: number
    /** When we saw the newest version. */
    readonly changedAt: number
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
