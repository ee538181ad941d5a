import type { Expression } from '../records/expression.ts'
import type { NewsArchive, StoryAbout } from '../records/ports/news-archive.ts'
import type { ReportHead, StoryHead } from '../records/story.ts'
import type { BriefingRequest } from '../records/subscription.ts'
import { parseExpression } from '../subscriptions/expression/parse-expression.ts'
import { filterOf, type NewsFilter } from '../subscriptions/news-filter.ts'
import type { Region } from '../tagging/region.ts'
import type { Topic } from '../tagging/topic.ts'
import type { BriefingSettings } from './composition.ts'
import { factsOf, NEWS_AGE_MS, NO_PLACE, sectionsOf, weighStory, weightsOf } from './story-facts.ts'
import { isNamed, type NameKeys, nameKeys } from '../language/name-keys.ts'

/** A story that a request asks for, whoever reads it. */
export interface Match {
  readonly story: StoryHead
  /** Id of the region in whose section it stands. */
  readonly section: string
  /** Sections of its other countries that the request asks for, strongest first. */
  readonly elsewhere: readonly string[]
  /** In the order of all, see `weighStory`. */
  readonly weight: number
}

/** What wishes are read against. */
interface Around {
  readonly regions: readonly Region[]
  readonly topics: readonly Topic[]
  /** Stories that say what the expression of the request asks; null without one. */
  readonly saying?: ReadonlySet<string> | null
  /** Stories that its reader does not want to hear of. */
  readonly muted?: ReadonlySet<string>
}

/** A story among all the news, whoever reads it. */
interface Ranked {
  readonly story: StoryHead
  readonly weight: number
  /** Its place in the order of all. */
  readonly rank: number
}

/** News in the order of all, strongest first, and of each country: what ten thousand wishes are read against. */
export interface RankedNews {
  readonly all: readonly Ranked[]
  readonly byCountry: ReadonlyMap<string, readonly Ranked[]>
}

/** Weighs each story once, at `now` (milliseconds since 1970), not once for each request that asks for it. */
export function rankNews(
  candidates: readonly StoryHead[],
  { now, topics, sources }: Pick<BriefingSettings, 'topics' | 'sources'> & { readonly now: number },
): RankedNews {
  const weights = weightsOf({ topics, sources })
  const all = candidates
    .map((story) => ({ story, weight: weighStory(story, now, weights) }))
    .sort((a, b) => b.weight - a.weight || (a.story.id < b.story.id ? -1 : 1))
    .map((one, rank) => ({ ...one, rank }))
  const byCountry = new Map<string, Ranked[]>()
  for (const one of all)
    for (const code of factsOf(one.story).countries) byCountry.getOrInsertComputed(code, () => []).push(one)
  return { all, byCountry }
}

/** The stories that a request asks for, strongest first. What its reader was told plays no part here: equal wishes share one list. */
export function matchStories(news: RankedNews, selection: Selection, around: Around): readonly Match[] {
  const criteria = criteriaOf(selection, around)
  return inCountries(news, criteria.countries).flatMap(({ story, weight }) => {
    if (mismatch(story, criteria) !== null) return []
    const { countries } = factsOf(story)
    const [section = NO_PLACE, ...elsewhere] = sectionsOf(countries, around.regions, criteria.countries)
    return [{ story, section, elsewhere, weight }]
  })
}

/** Those that are about any of these countries: most wishes name some, and most stories are about others. */
function inCountries({ all, byCountry }: RankedNews, wanted: ReadonlySet<string> | null): readonly Ranked[] {
  if (wanted === null) return all
  const found = new Set([...wanted].flatMap((code) => byCountry.get(code) ?? []))
  return [...found].sort((one, other) => one.rank - other.rank)
}

/** Which wish a story does not fulfil. */
export type Mismatch = 'muted' | 'place' | 'topic' | 'source' | 'person' | 'language' | 'keywords'

/** Ids and names of one request as codes, made once for all stories. */
export interface Criteria {
  readonly countries: ReadonlySet<string> | null
  readonly topics: readonly string[]
  readonly withoutTopics: readonly string[]
  readonly withoutCountries: readonly string[]
  readonly withoutSources: readonly string[]
  readonly sources: readonly string[]
  readonly people: readonly string[]
  readonly languages: readonly string[]
  /** Stories that say what the expression asks; null without one. */
  readonly saying: ReadonlySet<string> | null
  readonly muted: ReadonlySet<string>
}

export function criteriaOf(request: Selection, around: Around): Criteria {
  return {
    countries: wantedCountries(request, around.regions),
    topics: topicCodes(request, around.topics),
    withoutTopics: topicCodes({ topics: request.withoutTopics ?? [] }, around.topics),
    withoutCountries: request.withoutCountries ?? [],
    withoutSources: request.withoutSources ?? [],
    sources: request.sources ?? [],
    people: request.people ?? [],
    languages: request.languages ?? [],
    saying: around.saying ?? null,
    muted: around.muted ?? new Set(),
  }
}

/** The first criterion that the story does not meet; null when it meets all. */
export function mismatch(
  story: { readonly id: string; readonly reports: readonly Omit<ReportHead, 'changedAt'>[] },
  criteria: Criteria,
): Mismatch | null {
  const { id, reports } = story
  const about = factsOf(story)
  const { countries, topics, sources, people, languages, saying, muted } = criteria
  if (muted.has(id)) return 'muted'
  if (countries !== null && !about.countries.some((code) => countries.has(code))) return 'place'
  if (criteria.withoutCountries.some((code) => about.countries.includes(code))) return 'place'
  if (topics.length > 0 && !topics.some((code) => about.topics.includes(code))) return 'topic'
  if (criteria.withoutTopics.some((code) => about.topics.includes(code))) return 'topic'
  const { withoutSources } = criteria
  if (withoutSources.length > 0 && reports.every(({ sourceId }) => withoutSources.includes(sourceId)))
    return 'source'
  if (sources.length > 0 && !reports.some((report) => sources.includes(report.sourceId))) return 'source'
  if (people.length > 0 && !reports.some((report) => report.people.some((name) => namesPerson(name, people))))
    return 'person'
  if (languages.length > 0 && !reports.some((report) => languages.includes(report.language)))
    return 'language'
  if (saying !== null && !saying.has(id)) return 'keywords'
  return null
}

/** IPTC codes of the topics that are wished for by their ids. */
export const topicCodes = (filter: Pick<Selection, 'topics'>, topics: readonly Topic[]): readonly string[] =>
  (filter.topics ?? []).flatMap((id) => topics.find((topic) => topic.id === id)?.code ?? [])

/** ISO codes of the countries that are wished for, and of all countries of the regions; null where every place will do. */
export function wantedCountries(
  request: Pick<Selection, 'regions' | 'countries'>,
  regions: readonly Region[],
): ReadonlySet<string> | null {
  const { regions: wantedRegions = [], countries = [] } = request
  if (wantedRegions.length === 0 && countries.length === 0) return null
  const ofRegions = wantedRegions.flatMap((id) => regions.find((region) => region.id === id)?.countries ?? [])
  return new Set([...countries, ...ofRegions])
}

/** What a request asks for: who asks, where, when and in which language left out. */
export type Selection = NewsFilter & Pick<BriefingRequest, 'stories' | 'perSection'>

/** Reads wishes out of requests; equal ones are the same object. */
export function createSelectionReader(): (request: BriefingRequest) => Selection {
  const selections = new Map<string, Selection>()
  return (request) => selections.getOrInsertComputed(wishOf(request), () => selectionIn(request))
}

/** What a request asks for as a text: equal for those that ask for the same. */
export const wishOf = (request: BriefingRequest): string =>
  TEXTS.getOrInsertComputed(request, () => JSON.stringify(selectionIn(request)))

/** Written once for each request: ten thousand are read every minute. */
const TEXTS = new WeakMap<BriefingRequest, string>()

const selectionIn = (request: BriefingRequest): Selection => ({
  stories: request.stories,
  perSection: request.perSection,
  ...filterOf(request),
})

/** What a story must be about to fit a request, as far as the store can look for it: a person's name it cannot. */
export function aboutOf(request: BriefingRequest, places: Pick<Around, 'regions' | 'topics'>): StoryAbout {
  const { countries, topics, sources, languages } = criteriaOf(request, places)
  const parsed = request.expression === undefined ? null : parseExpression(request.expression)
  return {
    ...(countries !== null && { countries: [...countries] }),
    ...(topics.length > 0 && { topics }),
    ...(sources.length > 0 && { sources }),
    ...(languages.length > 0 && { languages }),
    ...(parsed?.status === 'parsed' && isOneLevel(parsed.expression) && { expression: parsed.expression }),
  }
}

/** A NOT speaks of a whole story, and the store looks at articles: it misses none only where no NOT stands within another. */
function isOneLevel(expression: Expression, isRefused = false): boolean {
  switch (expression.kind) {
    case 'term':
      return true
    case 'not':
      return !isRefused && isOneLevel(expression.of, true)
    default:
      return expression.of.every((part) => isOneLevel(part, isRefused))
  }
}

/**
 * Stories of a period (milliseconds since 1970) that say what the expression of a request asks; null without one. An expression that cannot be read
 * matches nothing.
 */
export async function storiesSaying(
  request: Pick<Selection, 'expression'>,
  period: { readonly from: number; readonly now: number },
  archive: Pick<NewsArchive, 'storiesSaying'>,
): Promise<ReadonlySet<string> | null> {
  if (request.expression === undefined) return null
  const parsed = parseExpression(request.expression)
  if (parsed.status === 'mistake') return new Set()
  // Articles are dated by their publication, a period by when we saw them.
  const window = { from: period.from - NEWS_AGE_MS, to: period.now }
  return archive.storiesSaying(parsed.expression, window)
}

/** Whether a name is one of those wished for: "Araghchi" and "abbas araghchi" both wish for "Abbas Araghchi", "Duncan Smith" for "Дункан Смит". */
export function namesPerson(name: string, wished: readonly string[]): boolean {
  const keys = keysOf(name)
  return wished.some((wish) => isNamed(keys, keysOf(wish)))
}

/** Ten thousand subscriptions ask for a few names. Emptied when full. */
const KEYS_KEPT = 20_000
const kept = new Map<string, NameKeys>()

function keysOf(name: string): NameKeys {
  if (kept.size > KEYS_KEPT) kept.clear()
  return kept.getOrInsertComputed(name, nameKeys)
}

/** What no outlet tells in a language of the reader counts for less: it has to be told in another one. */
const UNREADABLE = 0.4

/** These matches, of languages that a reader reads (ISO 639-1), by what each counts for that reader. */
export function readableFirst(matches: readonly Match[], reads: readonly string[]): readonly Match[] {
  const weighed = matches.map((match) => {
    const isReadable = match.story.reports.some((report) => reads.includes(report.language))
    return { match, weight: match.weight * (isReadable ? 1 : UNREADABLE) }
  })
  return weighed.sort((a, b) => b.weight - a.weight).map(({ match }) => match)
}
