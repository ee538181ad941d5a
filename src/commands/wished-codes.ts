import type { Region } from '../tagging/region.ts'
import type { Topic } from '../tagging/topic.ts'
import type { Wishes } from '../subscriptions/wishes.ts'

/** ISO codes of the countries and of all countries of the regions. */
export function countriesOf(
  wishes: Pick<Wishes, 'regions' | 'countries'>,
  regions: readonly Region[],
): string[] {
  const ofRegions = wishes.regions.flatMap(
    (id) => regions.find((region) => region.id === id)?.countries ?? [],
  )
  return [...new Set([...wishes.countries, ...ofRegions])]
}

/** IPTC codes of the topics. */
export function topicCodes(wishes: Pick<Wishes, 'topics'>, topics: readonly Topic[]): string[] {
  return wishes.topics.flatMap((id) => topics.find((topic) => topic.id === id)?.code ?? [])
}
