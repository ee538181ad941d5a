import type { PlaceTag } from '../../records/article.ts'
import { type Mention, senseOf } from './mention.ts'

/**
 * Cities and divisions that the title names; it ends before the word with index `title`. Capitals are left
 * out: in a headline they mostly stand for a government.
 */
export function placesInTitle(mentions: readonly Mention[], title: number): PlaceTag[] {
  return mentions.flatMap((mention) => {
    const sense = mention.first < title ? senseOf(mention) : undefined
    if (sense?.kind !== 'p' && sense?.kind !== 'r') return []
    const { country, division } = sense
    // A division often has the name of its city.
    const isCity = mention.senses.some(
      (other) => other.kind === 'p' && other.country === country && ['', division].includes(other.division),
    )
    return [{ name: mention.key, country, division, isCity }]
  })
}
