import type { Sense } from './sense.ts'

/** Words of a text that name a place, or look so. Word numbers are those of `Words`. */
export interface Mention {
  readonly first: number
  readonly last: number
  /** The key under which the name was found: folded, in dictionary form. */
  readonly key: string
  /** Senses that language and capitals allow; never empty. */
  readonly senses: readonly Sense[]
  /** Said by the way: "100 mln Canadian dollars" mentions Canada and is not about it. */
  faint?: boolean
  /** The leader of a country that the text names: tells that it is about the country, and not that it is more so than about another. */
  readonly isRepeat?: boolean
  /** What the rules decided: a country, or none with the name of the rule that dropped it. */
  verdict: { readonly sense: Sense } | { readonly dropped: string } | undefined
}

/** What a mention was taken as; undefined where it was dropped or nothing is decided yet. */
export const senseOf = ({ verdict }: Mention): Sense | undefined =>
  verdict !== undefined && 'sense' in verdict ? verdict.sense : undefined
