import type { Wishes } from '../subscriptions/wishes.ts'
import { countryName } from '../words/names.ts'
import type { BriefingSettings } from './briefing-settings.ts'

/** Places, topics and outlets that somebody wishes for, by their names in a language (BCP 47). */
export function wishedNames(
  wishes: Wishes,
  { regions, topics, sources }: Pick<BriefingSettings, 'regions' | 'topics' | 'sources'>,
  language: string,
): {
  readonly places: readonly string[]
  readonly topics: readonly string[]
  readonly sources: readonly string[]
} {
  const own = language.split('-')[0] ?? 'en'
  const named = (
    things: readonly { readonly id: string; readonly names: Readonly<Record<string, string>> }[],
    id: string,
  ): string => {
    const names = things.find((thing) => thing.id === id)?.names
    return names?.[own] ?? names?.['en'] ?? id
  }
  return {
    places: [
      ...wishes.regions.map((id) => named(regions, id)),
      ...wishes.countries.map((code) => countryName(code, language)),
    ],
    topics: wishes.topics.map((id) => named(topics, id)),
    sources: wishes.sources.map((id) => sources.find((source) => source.id === id)?.name ?? id),
  }
}
