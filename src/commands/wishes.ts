import type { Region } from '../tagging/region.ts'
import type { Topic } from '../tagging/topic.ts'
import type { Understood } from './understand.ts'

/** The ids of what was named, by kind. */
export interface Wishes {
  readonly regions: readonly string[]
  readonly countries: readonly string[]
  readonly topics: readonly string[]
  readonly sources: readonly string[]
  readonly languages: readonly string[]
}

export function wishesOf({ terms }: Understood): Wishes {
  const ids = (kind: string): string[] => terms.filter((term) => term.kind === kind).map((term) => term.id)
  return {
    regions: ids('region'),
    countries: ids('country'),
    topics: ids('topic'),
    sources: ids('source'),
    languages: ids('language'),
  }
}

/** ISO codes of the countries and of all countries of the regions. */
export function countriesOf(wishes: Wishes, regions: readonly Region[]): string[] {
  const ofRegions = wishes.regions.flatMap(
    (id) => regions.find((region) => region.id === id)?.countries ?? [],
  )
  return [...new Set([...wishes.countries, ...ofRegions])]
}

/** IPTC codes of the topics. */
export function topicCodes(wishes: Wishes, topics: readonly Topic[]): string[] {
  return wishes.topics.flatMap((id) => topics.find((topic) => topic.id === id)?.code ?? [])
}
