import type { Words } from '../../language/read-text.ts'
import type { Named } from '../../tagging/names/named.ts'
import type { PlaceName } from '../../tagging/places/place-names.ts'
import type { CueKind } from './saying-words.ts'

/** The words of an article and the names among them, by where they stand. */
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

interface FoundCue extends Span {
  readonly kind: CueKind
}

/** What an article says that somebody says, before it is known who that is. */
export interface FoundSaying {
  /** Words that name the speaker: first and last; null where the text leaves it to the reader. */
  readonly speaker: { readonly first: number; readonly last: number } | null
  /** The verb or phrase that says so; null where a quotation goes on by itself. */
  readonly cue: FoundCue | null
  /** In order; several where who says it stands between them. */
  readonly pieces: readonly Span[]
  readonly form: 'direct' | 'mixed' | 'indirect'
  /** It is a title that begins with a name and a colon. */
  readonly isLabel?: true
  readonly paragraph: number
}
