import type { PlaceTag } from '../../records/article.ts'
import type { Mention } from './mention.ts'

/**
 * Cities and divisions that the title names, which ends before word `title`. Capitals are left out: in a headline they mostly stand for a government.
 */
export function placesInTitle(mentions: readonly Mention[], title: number): PlaceTag[] {
  const places: PlaceTag[] = []
  for (const { first, key, senses, verdict } of mentions) {
    if (first >= title || verdict === undefined || 'dropped' in verdict) continue
    const { kind, country, division } = verdict.sense
    if (kind !== 'p' && kind !== 'r') continue
    // A city gives its name to the division round it.
    const isCity = senses.some(
      (sense) => sense.kind === 'p' && sense.country === country && ['', division].includes(sense.division),
    )
    places.push({ name: key, country, division, isCity })
  }
  return places
}
