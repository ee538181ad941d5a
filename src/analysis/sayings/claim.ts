import type { Cue } from './find-cues.ts'
import type { SpeakerSpan } from './find-speaker.ts'
import type { Span } from './saying.ts'

/** What was read of a unit before a cue, and what comes behind it. */
export interface Before {
  /** The word where the clause may begin. */
  readonly from: number
  /** Up to here the unit belongs to other sayings. */
  readonly taken: number
  readonly subject: SpeakerSpan | null
  readonly next: Cue | undefined
  readonly cues: readonly Cue[]
}

export interface ReadCue {
  readonly speaker: SpeakerSpan | null
  readonly pieces: readonly Span[]
  readonly isBefore: boolean
  /** The last word of who says it. */
  readonly last?: number
}

/** UTF-16 units. */
export const SHORTEST_CLAIM = 4
/** Words that make a clause: what is shorter before a comma says when or where. */
export const SHORTEST_CLAUSE = 4
/** Words behind the verb that only say when, where or to whom. */
export const LONGEST_ADVERBIAL = 14
