import type { Sense } from './sense.ts'

/** Words of a text that name a place or seem to. `first` and `last` are indexes of `Words`. */
export interface Mention {
  readonly first: number
  readonly last: number
  /** The key in the place book under which the name was found: folded, in dictionary form. */
  readonly key: string
  /** The senses that language and capitals allow; never empty. */
  readonly senses: readonly Sense[]
  /** Mentioned in passing: "100 mln Canadian dollars" names Canada and is not about it. */
  isInPassing?: boolean
  /**
   * The leader of a country that the text also names. It counts for whether the text is about the country,
   * and not for the country's score, which orders countries.
   */
  readonly isRepeat?: boolean
  /** The decision: a sense, or the rule that dropped the mention; undefined until one is made. */
  verdict: { readonly sense: Sense } | { readonly dropped: string } | undefined
}

/** The sense that was decided on; undefined if the mention was dropped or is undecided. */
export const senseOf = ({ verdict }: Mention): Sense | undefined =>
  verdict !== undefined && 'sense' in verdict ? verdict.sense : undefined
