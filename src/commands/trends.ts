import { topicCodes, wantedCountries } from '../briefings/match-stories.ts'
import { chooseReports } from '../briefings/choose-reports.ts'
import { leadOf } from '../briefings/write-story-card.ts'
import { headlinedOf } from '../briefings/write-story.ts'
import { dateIn } from '../briefings/trends/clock.ts'
import { readTrends, type Stretch, type TrendDay, type Trends } from '../briefings/trends/read-trends.ts'
import type { Asker, Command } from '../chat/command.ts'
import type { Message, SearchHit, TrendFigure } from '../records/message.ts'
import type { CountedAbout, StorySize } from '../records/ports/report-counts.ts'
import { present } from '../records/present.ts'
import type { Source } from '../records/source.ts'
import type { StoredStory } from '../records/story.ts'
import { filterOf, type NewsFilter } from '../subscriptions/news-filter.ts'
import { readsOf } from '../subscriptions/reads-of.ts'
import { joinNames } from '../words/names.ts'
import { say } from '../words/say.ts'
import { timesIn } from '../words/times.ts'
import { writeAmount } from '../words/write-numbers.ts'
import type { CommandContext } from './command-context.ts'
import { defineCommand } from './define-command.ts'
import { describeFilter } from './describe-subscription.ts'
import { hitOf } from './finding-hits.ts'
import { quoted, warning } from './notice.ts'
import { idOf } from './show-story.ts'

/** Days covered by default, and at most: a chart of more days could not be read. */
const TREND_DAYS = 30
const MOST_DAYS = 90
/** Stories of one kind in one answer: what fits on a screen. */
const MOST_SHOWN = 4
/** Most days in a chart of characters that a phone shows on one line. */
const LONGEST_CHART = 31
const MOST_NAMED = 5

type Reader = Pick<Asker, 'language' | 'zone'>

/** `facts trends`: how much is reported on something, when that was unusual, and what only one side told. */
export function trendsCommand(context: CommandContext): Command {
  return defineCommand({
    name: 'facts trends',
    options: ['what', 'story', 'since'],
    positionalOption: 'what',
    usage: 'facts trends [region, country, topic, source] [story:…] [since TIME]',
    examples: ['facts trends middle east', 'facts trends syria since 2 weeks'],
    async run({ filter, story: named, since }, asker) {
      const { archive } = context
      const [story] = named === undefined ? [] : await archive.stories([await idOf(named, context)])
      if (named !== undefined && story === undefined)
        return warning(asker, 'story.unknown', { id: quoted(named, asker.language) })
      return tellTrendsOf({ filter, story, since }, context, asker)
    },
  })
}

/**
 * Tells what was unusual in the reports on something, or on the running story of a story, since an instant
 * (ms since 1970).
 */
export async function tellTrendsOf(
  {
    filter,
    story,
    since,
  }: {
    readonly filter: NewsFilter
    readonly story?: StoredStory | undefined
    readonly since?: number | undefined
  },
  context: TrendsNewsroom,
  asker: Pick<Asker, 'language' | 'reads' | 'zone'>,
): Promise<Extract<Message, { readonly kind: 'search' }>> {
  const { settings } = context
  const { language, zone } = asker
  const about = {
    ...aboutOf(filter, settings),
    ...(story !== undefined && { storylines: [story.storylineId] }),
  }
  const trends = await trendsOf(about, since, context, asker)
  return {
    kind: 'search',
    results: {
      about: 'trends',
      query: story?.articles[0]?.title ?? describeFilter(filter, settings, language),
      hits: await tellStories(trends, about, context, asker),
      more: false,
      note: tellTrends(trends, settings.sources, asker).join('\n'),
      trend: { days: trends.days.map(figureOf), countries: trends.countries },
    },
    zone,
    language,
  }
}

const figureOf = ({ day, reports, usual, state }: TrendDay): TrendFigure => ({
  day,
  reports,
  low: usual?.low ?? null,
  high: usual?.high ?? null,
  state,
})

type TrendsNewsroom = Pick<
  CommandContext,
  'archive' | 'settings' | 'now' | 'reportCounts' | 'storySizes' | 'sourcesSince' | 'feedStates'
>

function aboutOf(filter: NewsFilter, settings: CommandContext['settings']): CountedAbout {
  const countries = wantedCountries(filter, settings.regions)
  const topics = topicCodes(filter, settings.topics)
  const { sources, languages, people } = filterOf(filter)
  return {
    ...(countries !== null && { countries: [...countries] }),
    ...(topics.length > 0 && { topics }),
    ...present({ sources, languages, people }),
  }
}

function trendsOf(
  about: CountedAbout,
  since: number | undefined,
  context: TrendsNewsroom,
  { zone }: Pick<Reader, 'zone'>,
): Promise<Trends> {
  const now = context.now()
  const today = dateIn(zone, now)
  const wanted = since === undefined ? today.subtract({ days: TREND_DAYS - 1 }) : dateIn(zone, since)
  const earliest = today.subtract({ days: MOST_DAYS - 1 })
  const from = Temporal.PlainDate.compare(wanted, earliest) < 0 ? earliest : wanted
  return readTrends({ about, from, zone, now, sources: context.settings.sources }, context)
}

/**
 * Returns the largest stories of bursts, labelled with their days, then what only one side tells. The latter
 * have no report of another side at all, whatever the report is about.
 */
async function tellStories(
  { bursts, onlyState, onlyForeign }: Trends,
  { countries }: CountedAbout,
  { archive, settings }: Pick<CommandContext, 'archive' | 'settings'>,
  { language, reads }: Pick<Asker, 'language' | 'reads'>,
): Promise<readonly SearchHit[]> {
  const sizes = [...bursts.flatMap(({ stories }) => stories), ...onlyState, ...onlyForeign]
  const read = await archive.stories(sizes.map(({ storyId }) => storyId))
  const storyOf = new Map(read.map((story) => [story.id, story]))
  const sourceOf = new Map(settings.sources.map((source) => [source.id, source]))
  const listed = (some: readonly StorySize[], under: string, isOnly: (story: StoredStory) => boolean) =>
    some
      .flatMap(({ storyId }) => storyOf.get(storyId) ?? [])
      .filter(isOnly)
      .slice(0, MOST_SHOWN)
      .flatMap((story) => hitOfStory(story, under))
  const hitOfStory = (story: StoredStory, under: string): readonly SearchHit[] => {
    const told = chooseReports(story, { mark: null, unseen: [] }, readsOf({ language, reads }))
    const article = headlinedOf(told) ?? story.articles[0]
    if (article === undefined) return []
    const outlets = new Set(story.articles.map(({ sourceId }) => sourceId))
    const others = [...outlets].filter((id) => id !== article.sourceId)
    const dated = { ...article, datedAt: article.publishedAt ?? article.seenAt }
    const hit = hitOf({ article: dated, others }, leadOf(article) ?? '', settings.sources)
    return [{ ...hit, title: `${under} · ${article.title}` }]
  }
  const isAllBy =
    (isMeant: (source: Source) => boolean) =>
    ({ articles }: StoredStory): boolean =>
      articles.every(({ sourceId }) => {
        const source = sourceOf.get(sourceId)
        return source !== undefined && isMeant(source)
      })
  return [
    ...bursts.flatMap((burst) => listed(burst.stories, sayBurst(burst, language), () => true)),
    ...listed(onlyState, say('trends.onlyState', language), isAllBy(isOfState)),
    ...listed(
      onlyForeign,
      say('trends.onlyForeign', language),
      isAllBy(({ country }) => countries?.includes(country) !== true),
    ),
  ]
}

const isOfState = ({ ownership }: Source): boolean => ownership === 'state'

const sayBurst = (burst: Stretch, language: string): string =>
  say('trends.burst', language, figuresOf(burst, language))

const figuresOf = ({ from, to, reports, usual }: Stretch, language: string) => ({
  days: nameDays(from, to, language),
  reports: writeAmount(reports, language),
  usual: writeAmount(Math.round(usual), language),
})

/** Names calendar days, which have no zone. */
const nameDays = (from: string, to: string, language: string): string =>
  timesIn('UTC', language).days(Date.parse(from), Date.parse(to))

function tellTrends(
  { days, bursts, silences, since }: Trends,
  sources: readonly { readonly id: string; readonly name: string }[],
  { language }: Pick<Reader, 'language'>,
): readonly string[] {
  const [first, last] = [days[0], days.at(-1)]
  if (since === null || first === undefined || last === undefined) return [say('trends.empty', language)]
  const reports = writeAmount(
    days.reduce((sum, day) => sum + day.reports, 0),
    language,
  )
  const span = nameDays(first.day, last.day, language)
  const chart =
    days.length > LONGEST_CHART ? [] : [days.map(({ reports }) => barOf(reports, mostOf(days))).join('')]
  const known = days.filter(({ usual, isRunning }) => usual !== null && !isRunning)
  if (known.length === 0)
    return [
      ...chart,
      say('trends.sumUnknown', language, { reports, days: span }),
      say('trends.unknown', language, { day: timesIn('UTC', language).day(Date.parse(since)) }),
    ]
  const middle = known.reduce((sum, { usual }) => sum + (usual?.middle ?? 0), 0) / known.length
  const listed = (stretches: readonly Stretch[]): string =>
    stretches
      .map((one) => say('trends.day', language, figuresOf(one, language)))
      .join(say('list.semicolon', language))
  const isSteady = bursts.length + silences.length === 0
  return [
    ...chart,
    say('trends.sum', language, { reports, days: span, usual: writeAmount(Math.round(middle), language) }),
    ...(last.isRunning && last.usual !== null
      ? [
          say('trends.running', language, {
            reports: writeAmount(last.reports, language),
            usual: writeAmount(Math.round(last.usual.middle), language),
          }),
        ]
      : []),
    ...(bursts.length > 0 ? [say('trends.bursts', language, { days: listed(bursts) })] : []),
    ...(silences.length > 0 ? [say('trends.silences', language, { days: listed(silences) })] : []),
    ...days.flatMap((day) => tellSources(day, sources, language)),
    ...(isSteady ? [say('trends.steady', language)] : []),
  ]
}

/**
 * A chart of characters for every platform, from the first day to the last. The highest is the day with the
 * most reports.
 */
const BARS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const

const mostOf = (days: readonly TrendDay[]): number => Math.max(1, ...days.map(({ reports }) => reports))

const barOf = (reports: number, most: number): string =>
  BARS[Math.round((reports / most) * (BARS.length - 1))] ?? ''

/** Says that a day only looked unusual because of its sources. */
function tellSources(
  { day, state, absent, failed, added }: TrendDay,
  sources: readonly { readonly id: string; readonly name: string }[],
  language: string,
): readonly string[] {
  if (state !== 'sources') return []
  const days = nameDays(day, day, language)
  const nameAll = (ids: readonly string[]): string => {
    const named = ids.slice(0, MOST_NAMED).map((id) => sources.find((source) => source.id === id)?.name ?? id)
    const more = ids.length - named.length
    return joinNames(more > 0 ? [...named, `+${writeAmount(more, language)}`] : named, language).join('')
  }
  return absent.length > 0
    ? [
        say('trends.absent', language, {
          days,
          count: absent.length,
          names: nameAll(absent),
          failed: failed.length,
        }),
      ]
    : [say('trends.added', language, { days, names: nameAll(added) })]
}
