import type { KeptPart } from '../records/delivery.ts'

/** Ids of the stories that surely arrived with these parts of a message. One that stands in a part in doubt as well may lack its beginning or end. */
export function storiesIn(parts: readonly KeptPart[]): readonly string[] {
  const inState = (wanted: KeptPart['state']): ReadonlySet<string> =>
    new Set(parts.flatMap(({ state, tells }) => (state === wanted ? tells : [])))
  return [...inState('arrived').difference(inState('doubtful'))]
}
