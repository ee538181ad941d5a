import { newestAt, type Reported, reportedAt } from '../articles/reported-at.ts'
import type { CountryTag, Tags, TopicTag } from '../records/article.ts'
import type { PlacedArticle, ReportHead, StoredStory, StoryHead } from '../records/story.ts'
import type { Source } from '../records/source.ts'
import type { Region } from '../tagging/region.ts'
import type { Topic } from '../tagging/topic.ts'

/** What a story is about, whoever asks. */
interface StoryFacts {
  /** ISO 3166-1 alpha-2, strongest first. */
  readonly countries: readonly string[]
  /** IPTC codes, strongest first. */
  readonly topics: readonly string[]
}

const FACTS = new WeakMap<Reports, StoryFacts>()

type Reports = readonly Pick<ReportHead, 'countries' | 'topics'>[]

/** Counts the votes of the reports once for each story read, not once for each of thousands of requests. */
export function factsOf({ reports }: { readonly reports: Reports }): StoryFacts {
  return FACTS.getOrInsertComputed(reports, () => ({
    countries: storyCountries(reports),
    topics: storyTopics(reports),
  }))
}

/** Section of stories that name no country we know. */
export const NO_PLACE = 'no-place'

/** A country must be in focus in this share of the strongest country's weight to count as one the story is about. */
const SHARE_OF_STRONGEST = 0.5

/** Two act, or one somewhere; a third is compared with them or comments, unless it weighs nearly as much. Of seven that stood in a section so, a reader let one. */
const SHARE_OF_THIRD = 0.7
const MOST_WEAKER = 2

const isAmongFirst = (vote: number, votes: readonly (readonly [string, number])[]): boolean =>
  votes.filter(([, other]) => other >= vote).length <= MOST_WEAKER

/** Part of all reports that must have a country in focus: where most name none, what five of twenty name is their own angle. */
const LEAST_PART = 0.3

/**
 * The countries a story is about, strongest first: each report votes with its focus countries, and a country stays
 * when it has at least half the votes of the strongest, so that one outlet's local angle does not move the story.
 */
export function storyCountries(reports: readonly { readonly countries: readonly CountryTag[] }[]): string[] {
  const focused = reports.flatMap(({ countries }) => countries.filter(({ focus }) => focus))
  const votes = ranked(focused)
  const strongest = votes[0]?.[1] ?? 0
  const times = Map.groupBy(focused, ({ code }) => code)
  return votes
    .filter(([, vote]) => vote >= strongest * SHARE_OF_STRONGEST)
    .filter(([, vote]) => vote >= strongest * SHARE_OF_THIRD || isAmongFirst(vote, votes))
    .filter(([code]) => (times.get(code)?.length ?? 0) >= reports.length * LEAST_PART)
    .map(([code]) => code)
}

/** Codes with the sum of their scores, strongest first. */
function ranked(
  tags: readonly { readonly code: string; readonly score: number }[],
): readonly (readonly [string, number])[] {
  const sums = new Map<string, number>()
  for (const { code, score } of tags) sums.set(code, (sums.get(code) ?? 0) + score)
  return [...sums].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))
}

/** The sections a story may stand in, best first: those of its countries which the reader asked for, else of its strongest. */
export function sectionsOf(
  countries: readonly string[],
  regions: readonly Region[],
  wanted: ReadonlySet<string> | null,
): readonly string[] {
  const asked = wanted === null ? countries : countries.filter((code) => wanted.has(code))
  const placed = asked.length > 0 ? asked : countries.slice(0, 1)
  const sections = placed.map(
    (code) => regions.find((region) => region.section && region.countries.includes(code))?.id ?? NO_PLACE,
  )
  return [...new Set(sections)]
}

/** Mean score from which a topic is the story's: one outlet's odd tag does not label it. */
const LEAST_SHARE = 0.25
/**
 * Reports without the topic that the mean is taken with, so that a report alone must be surer (0.5) than many that agree. Of 142 stories of five days told under three
 * topics a reader found 32 of 131 wrong with 0, 18 of 105 with 0.6; of 50 reports alone that 0.6 tells another reader found six of eight wrong below 0.5 and five of
 * eleven between that and 0.6.
 */
const UNSEEN = 1
/** Part that a report without any topic counts for in the mean: it says less against a topic than one that has another. */
const UNTAGGED = 0.5

/** Two labels say what a story is about; a third is doubt. One narrower topic may say it better than either. */
const MOST_BROAD = 2
const MOST_NARROW = 1

/** IPTC numbers its seventeen top-level topics 01000000 to 17000000 and all below them from 20000000. */
export const isBroad = (code: string): boolean => code.endsWith('000000')

/** The topics of a story by their mean score over its reports, strongest first: at most two of the top level and one below. */
export function storyTopics(reports: readonly { readonly topics: readonly TopicTag[] }[]): string[] {
  const tagged = reports.filter(({ topics }) => topics.length > 0).length
  const counted = tagged + UNTAGGED * (reports.length - tagged) + UNSEEN
  const agreed = ranked(reports.flatMap(({ topics }) => topics))
    .filter(([, score]) => score >= counted * LEAST_SHARE)
    .map(([code]) => code)
  return [
    ...agreed.filter(isBroad).slice(0, MOST_BROAD),
    ...agreed.filter((code) => !isBroad(code)).slice(0, MOST_NARROW),
  ]
}

/** News loses half its freshness in this time; chosen so that yesterday's lead still beats today's single report. */
export const HALF_LIFE_MS = 18 * 3_600_000

/** Whose text a report is. */
type Origin = Pick<ReportHead, 'articleId' | 'sourceId' | 'copyOf' | 'agency'>

/** A report as it stands in the head of its story, without when it was changed. */
export const toReportHead = (
  row: Pick<PlacedArticle, 'id' | (keyof ReportHead & keyof PlacedArticle)>,
  { language, countries, topics, people }: Tags,
): Omit<ReportHead, 'changedAt'> => ({
  articleId: row.id,
  sourceId: row.sourceId,
  title: row.title,
  language,
  publishedAt: row.publishedAt,
  seenAt: row.seenAt,
  version: row.version,
  copyOf: row.copyOf,
  agency: row.agency,
  countries,
  topics,
  people: people.map(({ name }) => name),
})

export const reportsOf = (story: Pick<StoredStory, 'articles'>): readonly Omit<ReportHead, 'changedAt'>[] =>
  story.articles.map((article) => toReportHead(article, article.tags))

/**
 * Reports that do not repeat one another: copies of one text count once, all texts of one agency count once, and so
 * do several reports of one outlet. An agency that one copy credits is that of its original and of every other copy.
 */
export const countIndependent = (reports: readonly Origin[]): number => Math.max(1, originsOf(reports).size)

/** What each report goes back to, with the outlet that brought it first here. */
function originsOf(reports: readonly Origin[]): ReadonlyMap<string, string> {
  const textOf = ({ articleId, copyOf }: Origin): string => copyOf ?? articleId
  const agencies = new Map<string, string>()
  for (const report of reports) if (report.agency !== null) agencies.set(textOf(report), report.agency)
  const originals = new Set(reports.map(({ articleId }) => articleId))
  const origins = new Map<string, string>()
  for (const report of reports) {
    const text = textOf(report)
    const agency = agencies.get(text)
    const add = (origin: string) => origins.getOrInsert(origin, report.sourceId)
    if (agency !== undefined) add(`agency:${agency}`)
    else if (report.copyOf === null) add(`outlet:${report.sourceId}`)
    // The original was in another story, or is forgotten: its copies together are one report.
    else if (!originals.has(text)) add(`text:${text}`)
  }
  return origins
}

/**
 * Weight of so many reports, the newest of which is so old: they count by their logarithm (the tenth outlet adds less than the second), times
 * freshness with a half-life of 18 hours. Where more moved than one answer may read, the store reads the strongest by this alone.
 */
export const weighReports = (independent: number, ageMs: number): number =>
  Math.log2(1 + independent) * 2 ** (-ageMs / HALF_LIFE_MS)

/** What stories are weighed by; what is empty weighs nothing. */
export interface Weights {
  readonly topics: readonly Pick<Topic, 'code' | 'weight'>[]
  /** Country of each outlet (ISO 3166-1 alpha-2) by source id. */
  readonly countryOf: ReadonlyMap<string, string>
}

/** Made once for many stories. */
export const weightsOf = ({
  topics,
  sources,
}: Pick<Weights, 'topics'> & { readonly sources: readonly Pick<Source, 'id' | 'country'>[] }): Weights => ({
  topics,
  countryOf: new Map(sources.map(({ id, country }) => [id, country])),
})

/**
 * Weight of a story at `now` (milliseconds since 1970): that of its independent reports, times from how many countries they come, how clearly it has a place, how it
 * grows, and what it is about.
 */
export function weighStory(
  { reports }: Pick<StoryHead, 'reports'>,
  now: number,
  { topics, countryOf }: Weights,
): number {
  const ageMs = Math.max(0, now - newestAt(reports))
  const weight = weighReports(countIndependent(reports), ageMs)
  const focused = reports.filter((report) => report.countries.some((country) => country.focus)).length
  const focus = 0.6 + (0.4 * focused) / Math.max(1, reports.length)
  return (
    weight *
    weightOfCountries(countOutletCountries(reports, countryOf)) *
    focus *
    growthOf(reports, now) *
    weightOfTopics(factsOf({ reports }).topics, topics)
  )
}

/**
 * What outlets of two countries report weighs a tenth more than what as many of one do. In the first five of sixteen mornings and evenings of two streams it put another
 * story six times, where a reader found five better (second angles, programmes, a court's page made room) and one worse; 0.2 eleven times, seven better and three worse.
 */
const ABROAD = 0.1

export const weightOfCountries = (countries: number): number => 1 + ABROAD * Math.log2(countries)

/** From how many countries independent reports come (a text of an agency from that of the outlet that brought it first); 1 at least. */
export function countOutletCountries(reports: readonly Origin[], countryOf: Weights['countryOf']): number {
  const countries = [...originsOf(reports).values()].flatMap((id) => countryOf.get(id) ?? [])
  return Math.max(1, new Set(countries).size)
}

/** What many outlets take up within some hours weighs a little more than what as many told over a day. */
function growthOf(reports: readonly (Origin & Reported)[], now: number): number {
  const fresh = reports.filter((report) => now - reportedAt(report) <= GROWS_MS)
  return 1 + GROWTH * Math.log2(1 + (fresh.length === 0 ? 0 : countIndependent(fresh)))
}

const GROWS_MS = 4 * 3_600_000
const GROWTH = 0.1

/**
 * A story weighs as the weightiest of its broad topics; one of which nobody can say what it is about is seldom hard news.
 */
export function weightOfTopics(
  codes: readonly string[],
  topics: readonly Pick<Topic, 'code' | 'weight'>[],
): number {
  if (topics.length === 0) return 1
  const broad = codes.filter(isBroad)
  if (broad.length === 0) return WITHOUT_TOPIC
  return Math.max(...broad.map((code) => topics.find((topic) => topic.code === code)?.weight ?? 1))
}

const WITHOUT_TOPIC = 0.7

const HOUR_MS = 3_600_000

/** An entry older than this when we first saw it is an archive piece, not news: a new feed shows weeks of them. */
export const NEWS_AGE_MS = 48 * HOUR_MS

/**
 * A story ends a week after its last article, and so long after the first it is still asked what a destination was told of it. Outlets touch up
 * what they published long before; where nobody remembers that it was told, it would come as new.
 */
export const TOLD_MS = 14 * 24 * HOUR_MS

/** True when a report that was fresh when we first saw it came or was changed since `from` (milliseconds since 1970). */
export function isNews(story: StoryHead, from: number): boolean {
  return story.reports.some(({ publishedAt, seenAt, changedAt }) => {
    const published = publishedAt ?? seenAt
    return changedAt >= from && seenAt - published <= NEWS_AGE_MS && changedAt - published <= TOLD_MS
  })
}
