import type { Passage } from './read-passages.ts'

/**
 * Orders sentences: the opening, which comes first, then by position in their articles; each sentence that
 * leans on its neighbour directly follows it.
 */
export function inReadingOrder(chosen: readonly Passage[]): readonly Passage[] {
  const place = (passage: Passage): number => (passage === chosen[0] ? -1 : passage.position)
  return chosen
    .filter(
      (passage) => !passage.dangling && !(passage.goesOn && chosen.some((one) => precedes(one, passage))),
    )
    .toSorted((a, b) => place(a) - place(b))
    .flatMap((passage) => [passage, ...followersOf(passage, chosen)])
}

/** Whether a sentence stands directly before another one in its article. */
export const precedes = (one: Passage, other: Passage): boolean =>
  one.article === other.article && one.ordinal + 1 === other.ordinal

function followersOf(passage: Passage, chosen: readonly Passage[]): readonly Passage[] {
  const next = chosen.find((one) => (one.dangling || one.goesOn) && precedes(passage, one))
  return next === undefined ? [] : [next, ...followersOf(next, chosen)]
}
