import { type Mention, senseOf } from './mention.ts'
import type { SenseKind } from './sense.ts'

/** The name of a place in a text, by its first and last word. */
export interface PlaceName {
  readonly first: number
  readonly last: number
}

const PLACES: ReadonlySet<SenseKind> = new Set(['n', 'm', 'c', 'r', 'p', 'b'])

/** What stands for a place itself: no nationalities and no leaders. In order. */
export const placeNames = (mentions: readonly Mention[]): readonly PlaceName[] =>
  mentions
    .filter((mention) => PLACES.has(senseOf(mention)?.kind ?? 'x') && mention.isRepeat !== true)
    .map(({ first, last }) => ({ first, last }))
    .toSorted((one, other) => one.first - other.first)
