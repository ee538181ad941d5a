import type { BriefingRequest } from '../records/subscription.ts'
import { splitRefused } from '../subscriptions/expression/split-refused.ts'
import { filterOf, type NewsFilter } from '../subscriptions/news-filter.ts'
import type { Region } from '../tagging/region.ts'
import { countryName, joinNames, languageName } from '../words/names.ts'
import { say } from '../words/say.ts'
import type { BriefingSettings } from './composition.ts'
import { NO_PLACE } from './story-facts.ts'

/** UTF-16 units of a title made from a filter. */
const LONGEST_TITLE = 80

/**
 * Returns the name given to a request, or what it is about in the language of its reader (BCP 47): "Syria ·
 * Conflict".
 */
export function titleOf(
  request: BriefingRequest,
  settings: Pick<BriefingSettings, 'regions' | 'topics' | 'sources'>,
  language: string,
): string {
  if (request.title !== null) return request.title
  const filter = filterOf(request)
  const { places, topics, sources, keywords, without, refused } = filterNames(filter, settings, language)
  const { people = [], languages = [] } = filter
  const names = [...places, ...topics, ...people, ...sources, ...(keywords === null ? [] : [keywords])]
  const excluded = [...without, ...refused]
  const languageNames = languages.map((code) => languageName(code, language))
  const title = [
    ...(names.length === 0 ? [say('filter.all', language)] : names),
    ...(languageNames.length === 0
      ? []
      : [
          say('filter.languages', language, {
            names: joinNames(languageNames, language, 'disjunction').join(''),
          }),
        ]),
    ...(excluded.length === 0
      ? []
      : [say('filter.without', language, { names: joinNames(excluded, language, 'disjunction').join('') })]),
  ].join(' · ')
  return title.length > LONGEST_TITLE ? `${title.slice(0, LONGEST_TITLE - 1)}…` : title
}

/** Returns what a filter names, as names in a language (BCP 47). */
export function filterNames(
  filter: NewsFilter,
  settings: Pick<BriefingSettings, 'regions' | 'topics' | 'sources'>,
  language: string,
): {
  readonly places: readonly string[]
  readonly topics: readonly string[]
  readonly sources: readonly string[]
  /** Keywords asked for; null if there are none. */
  readonly keywords: string | null
  /** Topics, countries and outlets left out. */
  readonly without: readonly string[]
  /** Keywords left out. */
  readonly refused: readonly string[]
} {
  const { regions = [], countries = [], topics = [], sources = [], expression } = filter
  const { wanted, refused } =
    expression === undefined ? { wanted: null, refused: [] } : splitRefused(expression)
  const { withoutTopics = [], withoutCountries = [], withoutSources = [] } = filter
  const named = (named: readonly (Named & { readonly id: string })[], id: string): string =>
    nameIn(
      named.find((thing) => thing.id === id),
      language,
      id,
    )
  const sourceName = (id: string): string => settings.sources.find((source) => source.id === id)?.name ?? id
  return {
    places: [
      ...regions.map((id) => named(settings.regions, id)),
      ...countries.map((code) => countryName(code, language)),
    ],
    topics: topics.map((id) => named(settings.topics, id)),
    sources: sources.map(sourceName),
    keywords: wanted,
    refused,
    without: [
      ...withoutTopics.map((id) => named(settings.topics, id)),
      ...withoutCountries.map((code) => countryName(code, language)),
      ...withoutSources.map(sourceName),
    ],
  }
}

/** Returns the title of a region's section in a language (BCP 47). */
export function nameSection(regionId: string, regions: readonly Region[], language: string): string {
  if (regionId === NO_PLACE) return say('section.noPlace', language)
  return nameIn(
    regions.find((region) => region.id === regionId),
    language,
    regionId,
  )
}

interface Named {
  readonly names: Readonly<Record<string, string>>
}

/**
 * Returns the name of something in a language (BCP 47), in English if it has none there, or else `otherwise`.
 */
export const nameIn = (thing: Named | undefined, language: string, otherwise: string): string =>
  thing?.names[language.split('-')[0] ?? 'en'] ?? thing?.names['en'] ?? otherwise
