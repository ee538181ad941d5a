import type { PlaceReason } from '../explanation.ts'
import type { Words } from '../../language/split-words.ts'
import type { Mention } from './mention.ts'
import type { SenseKind } from './sense.ts'

const KINDS: Readonly<Record<SenseKind, string>> = {
  n: 'country',
  a: 'nationality',
  m: 'stands for the country',
  c: 'capital',
  r: 'region',
  p: 'city',
  b: 'abbreviated region',
  l: 'word used there',
  h: 'name of a person',
  x: 'no place',
}

/** What became of each mention, in the order of the text. */
export function explainPlaces(words: Words, mentions: readonly Mention[]): PlaceReason[] {
  return mentions.map(({ first, last, verdict }) => {
    const start = words.start[first] ?? 0
    const kept = verdict !== undefined && 'sense' in verdict ? verdict.sense : undefined
    const dropped = verdict !== undefined && 'dropped' in verdict ? verdict.dropped : ''
    return {
      words: words.text.slice(start, words.end[last]),
      start,
      country: kept?.country ?? null,
      reason: kept === undefined ? dropped : KINDS[kept.kind],
    }
  })
}
