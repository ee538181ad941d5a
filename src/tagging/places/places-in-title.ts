import type { PlaceTag } from '../../records/article.ts'
import { type Mention, senseOf } from './mention.ts'

/**
 * Cities and divisions that the title names, which ends before word `title`. Capitals are left out: in a headline they mostly stand for a government.
 */
export function placesInTitle(mentions: readonly Mention[], title: number): PlaceTag[] {
  return mentions.flatMap((mention) => {
    const sense = mention.first < title ? senseOf(mention) : undefined
    if (sense?.kind !== 'p' && sense?.kind !== 'r') return []
    const { country, division } = sense
    // A city gives its name to the division round it.
    const isCity = mention.senses.some(
      (other) => other.kind === 'p' && other.country === country && ['', division].includes(other.division),
    )
    return [{ name: mention.key, country, division, isCity }]
  })
}
