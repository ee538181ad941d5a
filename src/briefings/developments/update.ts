import type { BriefedStory } from '../../records/briefing.ts'
import type { KeptFinding } from '../../records/ports/findings.ts'
import type { PlacedArticle } from '../../records/story.ts'

/** A story that is about to be told again, with what its reader knows of it. */
export interface Update {
  readonly briefed: BriefedStory
  /** The reports behind `briefed.outlets`, in the same order. */
  readonly listed: readonly PlacedArticle[]
  /**
   * Reports that the reader was told of as they stand, and reports that are new. A report rewritten since is
   * in neither: its edit is told.
   */
  readonly known: readonly PlacedArticle[]
  readonly fresh: readonly PlacedArticle[]
  /** Figures and sayings of both. */
  readonly findings: readonly KeptFinding[]
}

/** UTF-16 units. Longer sentences and headlines are not shown, and longer names of speakers do not count. */
export const LONGEST_WORDS = 300
export const LONGEST_NAME = 60

/** Returns the index in `listed` of an article's outlet; -1 if it is not listed. */
export const outletOf = ({ listed }: Pick<Update, 'listed'>, { sourceId }: Pick<PlacedArticle, 'sourceId'>) =>
  listed.findIndex((article) => article.sourceId === sourceId)
