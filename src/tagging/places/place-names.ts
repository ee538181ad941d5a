import { type Mention, senseOf } from './mention.ts'
import type { SenseKind } from './sense.ts'

/** A place in a text, by the indexes of its first and last word. */
export interface PlaceName {
  readonly first: number
  readonly last: number
}

const PLACE_KINDS: ReadonlySet<SenseKind> = new Set(['n', 'm', 'c', 'r', 'p', 'b'])

/**
 * The mentions that name a place itself, in the order of the text. Nationalities and local words are left
 * out, and leaders who only repeat a country.
 */
export const placeNames = (mentions: readonly Mention[]): readonly PlaceName[] =>
  mentions
    .filter((mention) => PLACE_KINDS.has(senseOf(mention)?.kind ?? 'x') && mention.isRepeat !== true)
    .map(({ first, last }) => ({ first, last }))
    .toSorted((one, other) => one.first - other.first)
