import type { Words } from '../../language/read-text.ts'
import type { Named } from '../../tagging/names/named.ts'
import type { PlaceName } from '../../tagging/places/place-names.ts'
import type { CueKind } from './saying-words.ts'

/** The words of an article, with the positions of names and places among them. */
export interface NamedText {
  readonly words: Words
  readonly names: readonly Named[]
  readonly places?: readonly PlaceName[]
}

/** UTF-16 offsets. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Words that follow each other: indices of the first and the last. */
export interface WordSpan {
  readonly first: number
  readonly last: number
}

interface FoundCue extends Span {
  readonly kind: CueKind
}

/** A saying before it is known who the speaker is. */
export interface FoundSaying {
  /** First and last word of the speaker; null if the text leaves it to the reader. */
  readonly speaker: WordSpan | null
  /** The verb or phrase of saying; null if a quotation continues by itself. */
  readonly cue: FoundCue | null
  /** Parts of the claim in order; several if the speaker stands between them. */
  readonly pieces: readonly Span[]
  readonly form: 'direct' | 'mixed' | 'indirect'
  /** Set if it is a title that begins with a name and a colon. */
  readonly isLabel?: true
  readonly paragraph: number
}
