import type { Cue } from './find-cues.ts'
import type { Span, WordSpan } from './saying.ts'

/** What was read of a unit before a cue, and the cues after it. */
export interface Before {
  /** The word at which the clause may begin. */
  readonly from: number
  /** Offset up to which the unit belongs to other sayings. */
  readonly taken: number
  readonly subject: WordSpan | null
  readonly next: Cue | undefined
  readonly cues: readonly Cue[]
}

export interface ReadCue {
  readonly speaker: WordSpan | null
  readonly pieces: readonly Span[]
  readonly isBefore: boolean
  /** The last word of the speaker. */
  readonly last?: number
}

/** In UTF-16 units. */
export const SHORTEST_CLAIM = 4
/** Least words of a clause: fewer before a comma only say when or where. */
export const SHORTEST_CLAUSE = 4
/** Most words after the verb that only say when, where or to whom. */
export const LONGEST_ADVERBIAL = 14
