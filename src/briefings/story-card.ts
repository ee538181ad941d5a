import type { BriefedOutlet, BriefedStory } from './briefing.ts'

/** One story whole: outlets side by side and how it moved. */
export interface StoryCard extends BriefedStory {
  readonly firstAt: number
  /** Every article, oldest first. */
  readonly reports: readonly StoryReport[]
}

/** What one outlet says. */
export interface StoryReport extends BriefedOutlet {
  readonly articleId: string
  readonly version: number
  /** Its index among the outlets of the story, whose number sentences cite; null where its outlet stands there for another report. */
  readonly outlet: number | null
  /** Its opening sentence, verbatim; null where the feed carries a headline only. */
  readonly lead: string | null
}
