import { namesPerson } from '../subscriptions/names-person.ts'
import type { Region } from '../tagging/region.ts'
import type { CountryTag, TopicTag } from '../records/article.ts'
import type { Topic } from '../tagging/topic.ts'
import type { Wish } from './wish-of.ts'

/** Which wish a story does not fulfil. */
export type Misfit = 'muted' | 'place' | 'topic' | 'source' | 'person' | 'language' | 'keywords'

/** What a wish is held against. */
export interface FittingStory {
  readonly id: string
  readonly reports: readonly {
    readonly sourceId: string
    readonly language: string
    readonly countries: readonly CountryTag[]
    readonly topics: readonly TopicTag[]
    readonly people: readonly string[]
  }[]
}

/** Ids and names of one request as codes, made once for all stories. */
export interface Fit {
  readonly countries: ReadonlySet<string> | null
  readonly topics: readonly string[]
  readonly sources: readonly string[]
  readonly people: readonly string[]
  readonly languages: readonly string[]
  /** Stories that say what the expression asks; null without one. */
  readonly saying: ReadonlySet<string> | null
  readonly muted: ReadonlySet<string>
}

export function fitOf(
  request: Wish,
  around: {
    readonly regions: readonly Region[]
    readonly topics: readonly Topic[]
    readonly saying?: ReadonlySet<string> | null
    readonly muted?: ReadonlySet<string>
  },
): Fit {
  return {
    countries: wantedCountries(request, around.regions),
    topics: (request.topics ?? []).flatMap((id) =>
      around.topics.filter((topic) => topic.id === id).map((topic) => topic.code),
    ),
    sources: request.sources ?? [],
    people: request.people ?? [],
    languages: request.languages ?? [],
    saying: around.saying ?? null,
    muted: around.muted ?? new Set(),
  }
}

/** The first wish that the story does not fulfil; null when it fits. `about` is what the story as a whole is about. */
export function misfit(
  { id, reports }: FittingStory,
  about: { readonly countries: readonly string[]; readonly topics: readonly string[] },
  fit: Fit,
): Misfit | null {
  const { countries, topics, sources, people, languages, saying, muted } = fit
  if (muted.has(id)) return 'muted'
  if (countries !== null && !about.countries.some((code) => countries.has(code))) return 'place'
  if (topics.length > 0 && !topics.some((code) => about.topics.includes(code))) return 'topic'
  if (sources.length > 0 && !reports.some((report) => sources.includes(report.sourceId))) return 'source'
  if (people.length > 0 && !reports.some((report) => report.people.some((name) => namesPerson(name, people))))
    return 'person'
  if (languages.length > 0 && !reports.some((report) => languages.includes(report.language)))
    return 'language'
  if (saying !== null && !saying.has(id)) return 'keywords'
  return null
}

function wantedCountries(request: Wish, regions: readonly Region[]): ReadonlySet<string> | null {
  const { regions: wantedRegions = [], countries = [] } = request
  if (wantedRegions.length === 0 && countries.length === 0) return null
  const ofRegions = wantedRegions.flatMap((id) => regions.find((region) => region.id === id)?.countries ?? [])
  return new Set([...countries, ...ofRegions])
}
