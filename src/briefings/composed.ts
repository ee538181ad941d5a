import type { Briefing } from '../records/briefing.ts'

/** A briefing with what it books: it tells of every story that it prints, and of no other. */
export interface Composed {
  readonly briefing: Briefing
  /** What the destination knows once this was delivered. */
  readonly told: readonly Telling[]
}

export interface Telling {
  /** The id under which the story is printed. */
  readonly storyId: string
  /** Milliseconds since 1970. */
  readonly at: number
  /** What the reader knew before and what was printed, as `articleId@version`. */
  readonly articles: readonly string[]
}
