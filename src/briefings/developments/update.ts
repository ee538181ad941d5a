import type { BriefedStory } from '../../records/briefing.ts'
import type { KeptFinding } from '../../records/ports/findings.ts'
import type { PlacedArticle } from '../../records/story.ts'

/** A story that moved, as it is about to be told again, by what its reader knows of it. */
export interface Update {
  readonly briefed: BriefedStory
  /** The reports that stand for its outlets, in their order. */
  readonly listed: readonly PlacedArticle[]
  /** Reports that he was told of as they stand, and those that he was not. What was rewritten since is in neither: its edit is told. */
  readonly known: readonly PlacedArticle[]
  readonly fresh: readonly PlacedArticle[]
  /** What both say: figures and sayings. */
  readonly findings: readonly KeptFinding[]
}

/** UTF-16 units of a sentence or headline that is shown, and of how somebody is named: longer ones are none. */
export const LONGEST_WORDS = 300
export const LONGEST_NAME = 60

/** The outlet that an article is told under; -1 where it is not listed. */
export const outletOf = ({ listed }: Pick<Update, 'listed'>, { sourceId }: Pick<PlacedArticle, 'sourceId'>) =>
  listed.findIndex((article) => article.sourceId === sourceId)
