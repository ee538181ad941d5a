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
import { isHardlyNews } from './story-news-value.ts'

/** A story that a request asks for, the same for every reader. */
export interface Match {
  readonly story: StoryHead
  /** Id of the region in whose section it stands. */
  readonly section: string
  /** Sections of its other countries that the request asks for, strongest first. */
  readonly elsewhere: readonly string[]
  /** Weight among all stories (`weighStory`). */
  readonly weight: number
  /** It is told only where there is room and little else (`isMinor`). */
  readonly isMinor: boolean
  /** It is hardly news to who asked (`withoutHardlyNews`). */
  readonly isHardlyNews: boolean
  /** It was told before and did not arrive. */
  readonly isUndelivered: boolean
}

/** What requests are matched against. */
interface MatchContext {
  readonly regions: readonly Region[]
  readonly topics: readonly Topic[]
  /** Ids of stories that match the expression of the request; null without one. */
  readonly expressionMatches?: ReadonlySet<string> | null
  /** Ids of stories that its reader muted. */
  readonly muted?: ReadonlySet<string>
}

/** A story with its place among all the news, the same for every reader. */
interface Ranked {
  readonly story: StoryHead
  readonly weight: number
  /** Its index in `RankedNews.all`. */
  readonly rank: number
}

/** News, strongest first: all of it and by country. Ten thousand requests are matched against it. */
export interface RankedNews {
  readonly all: readonly Ranked[]
  readonly byCountry: ReadonlyMap<string, readonly Ranked[]>
}

/** Ranks news. Each story is weighed once, at `now` (milliseconds since 1970), not once for each request. */
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

/** Returns the stories that a request asks for, strongest first: the same for each reader who asks for them. */
export function matchStories(
  news: RankedNews,
  selection: Selection,
  context: MatchContext,
): readonly Match[] {
  const criteria = criteriaOf(selection, context)
  const onlyNews = wantsOnlyNews(selection)
  return inCountries(news, criteria.countries).flatMap(({ story, weight }) => {
    if (mismatch(story, criteria) !== null) return []
    const { countries, isMinor, newsValue } = factsOf(story)
    const [section = NO_PLACE, ...elsewhere] = sectionsOf(countries, context.regions, criteria.countries)
    const rated = { isMinor: isMinor && onlyNews, isHardlyNews: onlyNews && isHardlyNews(newsValue) }
    return [{ story, section, elsewhere, weight, ...rated, isUndelivered: false }]
  })
}

/** Leaves out what is hardly news, unless it is nearly all that there is, or did not arrive before. */
export function withoutHardlyNews(matches: readonly Match[]): readonly Match[] {
  if (matches.filter((one) => !one.isHardlyNews).length < ENOUGH_NEWS) return matches
  return matches.filter(({ isHardlyNews, isUndelivered }) => !isHardlyNews || isUndelivered)
}

/**
 * With fewer stories than this, a reader is also told what is hardly news: a bot of one small feed, a quiet
 * country.
 */
const ENOUGH_NEWS = 3

/**
 * Whether a request is for the news of places, or of everything. Who asks for a topic, a source, a person or
 * words also wants the fixtures, features and gossip that come with them.
 */
export const wantsOnlyNews = ({ topics = [], sources = [], people = [], expression }: NewsFilter): boolean =>
  topics.length + sources.length + people.length === 0 && expression === undefined

/**
 * Returns the stories about any of these countries: most requests name some, most stories are about others.
 */
function inCountries({ all, byCountry }: RankedNews, wanted: ReadonlySet<string> | null): readonly Ranked[] {
  if (wanted === null) return all
  const found = new Set([...wanted].flatMap((code) => byCountry.get(code) ?? []))
  return [...found].sort((one, other) => one.rank - other.rank)
}

/** The criterion that a story does not meet. */
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
  /** Ids of stories that match the expression; null without one. */
  readonly expressionMatches: ReadonlySet<string> | null
  readonly muted: ReadonlySet<string>
}

export function criteriaOf(request: Selection, context: MatchContext): Criteria {
  return {
    countries: wantedCountries(request, context.regions),
    topics: topicCodes(request, context.topics),
    withoutTopics: topicCodes({ topics: request.withoutTopics ?? [] }, context.topics),
    withoutCountries: request.withoutCountries ?? [],
    withoutSources: request.withoutSources ?? [],
    sources: request.sources ?? [],
    people: request.people ?? [],
    languages: request.languages ?? [],
    expressionMatches: context.expressionMatches ?? null,
    muted: context.muted ?? new Set(),
  }
}

/** Returns the first criterion that a story does not meet; null if it meets all. */
export function mismatch(
  story: { readonly id: string; readonly reports: readonly Omit<ReportHead, 'changedAt'>[] },
  criteria: Criteria,
): Mismatch | null {
  const { id, reports } = story
  const about = factsOf(story)
  const { countries, topics, sources, people, languages, expressionMatches, muted } = criteria
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
  if (expressionMatches !== null && !expressionMatches.has(id)) return 'keywords'
  return null
}

/** Returns the IPTC codes of the topics that a filter asks for by id. */
export const topicCodes = (filter: Pick<Selection, 'topics'>, topics: readonly Topic[]): readonly string[] =>
  (filter.topics ?? []).flatMap((id) => topics.find((topic) => topic.id === id)?.code ?? [])

/**
 * Returns the ISO codes of the countries asked for and of all countries in the regions asked for; null if any
 * place will do.
 */
export function wantedCountries(
  request: Pick<Selection, 'regions' | 'countries'>,
  regions: readonly Region[],
): ReadonlySet<string> | null {
  const { regions: wantedRegions = [], countries = [] } = request
  if (wantedRegions.length === 0 && countries.length === 0) return null
  const ofRegions = wantedRegions.flatMap((id) => regions.find((region) => region.id === id)?.countries ?? [])
  return new Set([...countries, ...ofRegions])
}

/** What a request asks for, without who asks, where, when and in which language. */
export type Selection = NewsFilter & Pick<BriefingRequest, 'stories' | 'perSection'>

/** Creates a function that returns what a request asks for: the same object for equal ones. */
export function createSelectionCache(): (request: BriefingRequest) => Selection {
  const selections = new Map<string, Selection>()
  return (request) => selections.getOrInsertComputed(selectionKey(request), () => selectionIn(request))
}

/** Returns what a request asks for as a text, equal for requests that ask for the same. */
export const selectionKey = (request: BriefingRequest): string =>
  SELECTION_KEYS.getOrInsertComputed(request, () => JSON.stringify(selectionIn(request)))

/** Written once for each request: ten thousand are read every minute. */
const SELECTION_KEYS = new WeakMap<BriefingRequest, string>()

const selectionIn = (request: BriefingRequest): Selection => ({
  stories: request.stories,
  perSection: request.perSection,
  ...filterOf(request),
})

/**
 * Returns what a story must be about to fit a request, as far as the store can search for it: it cannot
 * search for names of people, and what a request excludes is left to `mismatch`.
 */
export function aboutOf(
  request: BriefingRequest,
  places: Pick<MatchContext, 'regions' | 'topics'>,
): StoryAbout {
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

/**
 * Whether no NOT stands within another. NOT is said of a whole story, but the store searches articles: only
 * then does it miss no story.
 */
function isOneLevel(expression: Expression, isNegated = false): boolean {
  switch (expression.kind) {
    case 'term':
      return true
    case 'not':
      return !isNegated && isOneLevel(expression.of, true)
    default:
      return expression.of.every((part) => isOneLevel(part, isNegated))
  }
}

/**
 * Returns the ids of the stories of a period (milliseconds since 1970) that match the expression of a
 * request; null without one. An expression that cannot be parsed matches nothing.
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

/**
 * Whether a name is one of those asked for: "Araghchi" and "abbas araghchi" both match "Abbas Araghchi",
 * "Duncan Smith" matches "Дункан Смит".
 */
export function namesPerson(name: string, wished: readonly string[]): boolean {
  const keys = keysOf(name)
  return wished.some((wish) => isNamed(keys, keysOf(wish)))
}

/** Names whose keys are kept: ten thousand subscriptions ask for a few. Emptied when full. */
const KEYS_KEPT = 20_000
const keysByName = new Map<string, NameKeys>()

function keysOf(name: string): NameKeys {
  if (keysByName.size > KEYS_KEPT) keysByName.clear()
  return keysByName.getOrInsertComputed(name, nameKeys)
}

/**
 * Factor for stories that no outlet tells in a language of the reader: they have to be told in another one.
 */
const UNREADABLE_FACTOR = 0.4

/** Returns the matches by their weight for a reader of these languages (ISO 639-1), strongest first. */
export function readableFirst(matches: readonly Match[], reads: readonly string[]): readonly Match[] {
  const weighed = matches.map((match) => {
    const isReadable = match.story.reports.some((report) => reads.includes(report.language))
    return { match, weight: match.weight * (isReadable ? 1 : UNREADABLE_FACTOR) }
  })
  return weighed.sort((a, b) => b.weight - a.weight).map(({ match }) => match)
}
