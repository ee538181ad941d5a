import type { FeedState } from '../../records/feed-state.ts'
import type { TrendFigure } from '../../records/message.ts'
import type { CountedAbout, ReportCount, ReportCounts, StorySize } from '../../records/ports/report-counts.ts'
import type { SourceStates } from '../../records/ports/source-states.ts'
import type { Source } from '../../records/source.ts'
import { clockOf, dateIn, dayOf, numberOf, startOf } from './clock.ts'
import { type CountedDay, judgeCount, LEVEL_DAYS, type Usual, usualOf, WEEKDAY_DAYS } from './usual.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const HOURS = 24

/** Share of a usual day's reports that must be due before today is judged: at night everything is silent. */
const LEAST_SHARE_DUE = 0.25
/** Least number of outlets that tell a one-sided story: where two tell it, a third is often just late. */
const LEAST_OUTLETS = 3
/** Least number of domestic sources for foreign-only stories: with fewer, everything is told from abroad. */
const LEAST_DOMESTIC_SOURCES = 3
const MOST_BURSTS = 4
const MOST_STORIES_OF_BURST = 2
/** Most stories looked at for each side. Some have reports of other outlets as well, about something else. */
const MOST_ONE_SIDED = 6

/** One day of somebody's calendar. */
export interface TrendDay {
  /** ISO 8601: `2026-11-30`. */
  readonly day: string
  readonly reports: number
  /** Null if too few days before it are known, or today has hardly begun. */
  readonly usual: Usual | null
  readonly state: TrendFigure['state']
  /** The day is not over. */
  readonly isRunning: boolean
  /** If a silence is due to sources (`state` is `sources`): ids of those that brought nothing at all. */
  readonly absent: readonly string[]
  /** Those among them whose feed failed on that day. */
  readonly failed: readonly string[]
  /** If a burst is due to sources (`state` is `sources`): ids of those that are read for too short a time. */
  readonly added: readonly string[]
}

/** Days in a row that are out of the usual in the same way. */
export interface Stretch {
  readonly state: 'burst' | 'silence'
  readonly from: string
  readonly to: string
  readonly reports: number
  /** What is usual on these days together. */
  readonly usual: number
  /** The largest stories of a burst; empty for a silence. */
  readonly stories: readonly StorySize[]
}

/** How much was reported about something, and what of that was unusual. */
export interface Trends {
  /** Earliest first; today, which is not over, last. */
  readonly days: readonly TrendDay[]
  /** The strongest first. */
  readonly bursts: readonly Stretch[]
  /** The newest first. */
  readonly silences: readonly Stretch[]
  /** Stories that several outlets tell: all of them state-owned, or all from other countries. */
  readonly onlyState: readonly StorySize[]
  readonly onlyForeign: readonly StorySize[]
  /** The countries asked for that have any reports, those with the most first. */
  readonly countries: readonly { readonly code: string; readonly reports: number }[]
  /** The first day that is known completely; null if nothing was read yet. */
  readonly since: string | null
}

export interface TrendsWish {
  readonly about: CountedAbout
  /** The first day wanted. */
  readonly from: Temporal.PlainDate
  /** IANA name. */
  readonly zone: string
  /** Milliseconds since 1970. */
  readonly now: number
  readonly sources: readonly Source[]
}

export type TrendsStore = ReportCounts & Pick<SourceStates, 'feedStates'>

/** Counts the reports about something by days of a zone, and judges each day by the weeks before it. */
export async function readTrends(wish: TrendsWish, store: TrendsStore): Promise<Trends> {
  const { about, zone, now } = wish
  const today = numberOf(dateIn(zone, now))
  const first = numberOf(wish.from)
  const start = startOf(first - WEEKDAY_DAYS, zone)
  const since = new Map(
    [...(await store.sourcesSince())].toSorted(([one], [other]) => (one < other ? -1 : 1)),
  )
  const oldest = Math.min(...since.values())
  const known = oldest === Number.POSITIVE_INFINITY ? today : numberOf(dateIn(zone, oldest)) + 1
  const stretch = { from: start, to: now, clock: clockOf(zone, start, now) }
  const count = (about: CountedAbout) => store.reportCounts({ ...stretch, about, stepMs: HOUR_MS })
  const hours = await count(about)
  const all = sumDays(hours)
  const share = shareOfDay(hours, today, zone, now)

  /**
   * Judges a day. `excluded`: reports of some sources, by day, that are not counted on it and on all days
   * before.
   */
  const judge = (number: number, excluded: ReadonlyMap<number, number> = new Map()) => {
    const reportsOn = (day: number): number => (all.get(day) ?? 0) - (excluded.get(day) ?? 0)
    const begin = Math.max(known, number - WEEKDAY_DAYS)
    const before: CountedDay[] = Array.from({ length: Math.max(0, number - begin) }, (_, index) => ({
      weekday: dayOf(begin + index).dayOfWeek,
      reports: reportsOn(begin + index),
    }))
    const isRunning = number === today
    const isEarly = isRunning && share < LEAST_SHARE_DUE
    const usual = isEarly ? null : usualOf(before, dayOf(number).dayOfWeek, isRunning ? share : 1)
    return { usual, verdict: usual && judgeCount(reportsOn(number), usual), isRunning }
  }

  const leftOut = new Map<string, Promise<ReadonlyMap<number, number>>>()
  const countOf = (sources: readonly string[]) =>
    leftOut.getOrInsertComputed(sources.join(' '), async () => sumDays(await count({ ...about, sources })))
  const states = new Map<string, FeedState>()

  /**
   * Judges a day. If it is unusual, judges it again without the sources that brought nothing on it, or that
   * were not read in all the weeks before.
   */
  async function explain(number: number): Promise<TrendDay> {
    const { usual, verdict, isRunning } = judge(number)
    const day = {
      day: dayOf(number).toString(),
      reports: all.get(number) ?? 0,
      usual,
      isRunning,
      absent: [],
      failed: [],
      added: [],
    }
    if (usual === null) return { ...day, state: 'unknown' }
    if (verdict === null) return { ...day, state: 'usual' }
    const why = verdict === 'silence' ? await absentOn(number) : addedBefore(number)
    const isGenuine = why.length === 0 || judge(number, await countOf(why)).verdict === verdict
    if (isGenuine) return { ...day, state: verdict }
    if (verdict === 'burst') return { ...day, state: 'sources', added: why }
    if (states.size === 0) for (const [id, state] of await store.feedStates()) states.set(id, state)
    return { ...day, state: 'sources', absent: why, failed: why.filter((id) => hasFailed(id, number)) }
  }

  /** Returns the sources read before a day that brought nothing on it, about anything. */
  async function absentOn(number: number): Promise<readonly string[]> {
    const [from, to] = [startOf(number, zone), Math.min(now, startOf(number + 1, zone))]
    const clock = clockOf(zone, from, to)
    const came = await store.reportCounts({ about: {}, from, to, clock, stepMs: DAY_MS, bySource: true })
    const present = new Set(came.map(({ sourceId }) => sourceId))
    return [...since].flatMap(([id, at]) => (at < from && !present.has(id) ? [id] : []))
  }

  const addedBefore = (number: number): readonly string[] => {
    const begin = startOf(Math.max(known, number - WEEKDAY_DAYS) + 1, zone)
    return [...since].flatMap(([id, at]) => (at >= begin ? [id] : []))
  }

  /** Failures are counted by days in UTC, of which two or three overlap a day of the zone. */
  const hasFailed = (id: string, number: number): boolean => {
    const [from, to] = [startOf(number, zone), startOf(number + 1, zone)]
    return states.get(id)?.failures.some(({ day }) => day * DAY_MS < to && (day + 1) * DAY_MS > from) === true
  }

  const days: TrendDay[] = []
  for (let number = first; number <= today; number++) days.push(await explain(number))
  const stretches = stretchesOf(days)
  const bursts = stretches
    .filter(({ state }) => state === 'burst')
    .toSorted((one, other) => other.reports - other.usual - (one.reports - one.usual))
    .slice(0, MOST_BURSTS)
  const shownBursts: Stretch[] = []
  for (const burst of bursts) {
    const from = Temporal.PlainDate.from(burst.from).toZonedDateTime(zone).epochMilliseconds
    const to = Temporal.PlainDate.from(burst.to).add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds
    const stories = await store.storySizes({ about, from, to, leastOutlets: 1, most: MOST_STORIES_OF_BURST })
    shownBursts.push({ ...burst, stories: stories.filter(({ reports }) => reports > 1) })
  }
  return {
    days,
    bursts: shownBursts,
    silences: stretches.filter(({ state }) => state === 'silence').toReversed(),
    ...(await oneSided(wish, store, { from: startOf(first, zone), to: now })),
    countries: await countriesIn(wish, store, { from: startOf(first, zone), to: now }),
    since: oldest === Number.POSITIVE_INFINITY ? null : dayOf(known).toString(),
  }
}

/** Returns the reports of each day, by its number. */
function sumDays(hours: readonly ReportCount[]): ReadonlyMap<number, number> {
  const days = new Map<number, number>()
  for (const { step, reports } of hours) {
    const day = Math.floor(step / HOURS)
    days.set(day, (days.get(day) ?? 0) + reports)
  }
  return days
}

const sum = (counts: readonly ReportCount[]): number => counts.reduce((all, { reports }) => all + reports, 0)

/** Returns which share of a day's reports is usually there by this time of day, 0 to 1. */
function shareOfDay(hours: readonly ReportCount[], today: number, zone: string, now: number): number {
  const clock = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone)
  const past = hours.filter(({ step }) => step < today * HOURS && step >= (today - LEVEL_DAYS) * HOURS)
  const over = sum(past.filter(({ step }) => step % HOURS < clock.hour))
  const running = sum(past.filter(({ step }) => step % HOURS === clock.hour)) * (clock.minute / 60)
  return past.length === 0 ? 0 : (over + running) / sum(past)
}

function stretchesOf(days: readonly TrendDay[]): readonly Stretch[] {
  const stretches: Stretch[] = []
  for (const [index, { day, state, reports, usual }] of days.entries()) {
    if ((state !== 'burst' && state !== 'silence') || usual === null) continue
    const last = stretches.at(-1)
    if (last?.state === state && days[index - 1]?.day === last.to)
      stretches[stretches.length - 1] = {
        ...last,
        to: day,
        reports: last.reports + reports,
        usual: last.usual + usual.middle,
      }
    else stretches.push({ state, from: day, to: day, reports, usual: usual.middle, stories: [] })
  }
  return stretches
}

/**
 * Returns stories that only state-owned outlets tell, and stories that only foreign ones tell. None of the
 * latter if no country is asked for or too few sources are domestic.
 */
async function oneSided(
  { about, sources }: TrendsWish,
  store: TrendsStore,
  stretch: { readonly from: number; readonly to: number },
): Promise<Pick<Trends, 'onlyState' | 'onlyForeign'>> {
  const home = new Set(about.countries)
  const foreign = sources.filter(({ country }) => !home.has(country))
  const hasHome = home.size > 0 && sources.length - foreign.length >= LEAST_DOMESTIC_SOURCES
  const amongOnly = [
    idsOf(sources.filter(({ ownership }) => ownership === 'state')),
    hasHome ? idsOf(foreign) : [],
  ]
  const found = await store.storySizes({
    about,
    ...stretch,
    leastOutlets: LEAST_OUTLETS,
    amongOnly,
    most: MOST_ONE_SIDED,
  })
  return {
    onlyState: found.filter(({ list }) => list === 0),
    onlyForeign: found.filter(({ list }) => list === 1),
  }
}

const idsOf = (sources: readonly Source[]): readonly string[] => sources.map(({ id }) => id)

/** Counts each country by itself: a report may be about several. */
async function countriesIn(
  { about, zone }: TrendsWish,
  store: TrendsStore,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<Trends['countries']> {
  const counted: Trends['countries'][number][] = []
  for (const code of about.countries ?? []) {
    const stretch = { from, to, clock: clockOf(zone, from, to), stepMs: DAY_MS }
    const reports = sum(await store.reportCounts({ ...stretch, about: { ...about, countries: [code] } }))
    if (reports > 0) counted.push({ code, reports })
  }
  return counted.toSorted((one, other) => other.reports - one.reports || (one.code < other.code ? -1 : 1))
}
