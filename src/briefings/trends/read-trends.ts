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

/** How much of a day must be over before it is judged: in the night everything is silent. */
const LEAST_SHARE = 0.25
/** Outlets that tell a story that no others tell: of two the third is often late. */
const LEAST_OUTLETS = 3
/** Outlets at home without which everything is told from abroad. */
const LEAST_AT_HOME = 3
const MOST_BURSTS = 4
const STORIES_OF_BURST = 2
/** Looked at on each side: a part of them have reports of others that are about something else. */
const MOST_ONE_SIDED = 6

/** One day of somebody's calendar. */
export interface TrendDay {
  /** ISO 8601: `2026-11-30`. */
  readonly day: string
  readonly reports: number
  /** Null where too little is known before it. */
  readonly usual: Usual | null
  readonly state: TrendFigure['state']
  /** It is not over. */
  readonly isRunning: boolean
  /** Where that is why: ids of sources that brought nothing at all. */
  readonly absent: readonly string[]
  /** Those of them whose feed failed on that day. */
  readonly failed: readonly string[]
  /** Sources that are read for too short a time. */
  readonly added: readonly string[]
}

/** Days in a row that are out of the usual in the same way. */
export interface Stretch {
  readonly state: 'burst' | 'silence'
  readonly from: string
  readonly to: string
  readonly reports: number
  /** Of the same days. */
  readonly usual: number
  /** Of a burst: its largest stories. */
  readonly stories: readonly StorySize[]
}

/** How much was told of something, and what of that was out of the usual. */
export interface Trends {
  /** The first first; today, which is running, last. */
  readonly days: readonly TrendDay[]
  /** The strongest first. */
  readonly bursts: readonly Stretch[]
  /** The newest first. */
  readonly silences: readonly Stretch[]
  /** Stories that several outlets tell, all owned by states, and all from elsewhere. */
  readonly onlyState: readonly StorySize[]
  readonly onlyForeign: readonly StorySize[]
  /** Of the countries asked for, those that anything was told of: the most first. */
  readonly countries: readonly { readonly code: string; readonly reports: number }[]
  /** The first day that is known whole; null where nothing was read yet. */
  readonly since: string | null
}

export interface TrendsWish {
  readonly about: CountedAbout
  /** The first day that is wanted. */
  readonly from: Temporal.PlainDate
  /** IANA. */
  readonly zone: string
  /** Milliseconds since 1970. */
  readonly now: number
  readonly sources: readonly Source[]
}

export type TrendsStore = ReportCounts & Pick<SourceStates, 'feedStates'>

/** Counts what was told of something by days of a zone, and judges each day by the weeks before it. */
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

  /** How a day stands, with what some sources brought left out of it and of all before. */
  const judge = (number: number, left: ReadonlyMap<number, number> = new Map()) => {
    const reportsOn = (day: number): number => (all.get(day) ?? 0) - (left.get(day) ?? 0)
    const begin = Math.max(known, number - WEEKDAY_DAYS)
    const before: CountedDay[] = Array.from({ length: Math.max(0, number - begin) }, (_, index) => ({
      weekday: dayOf(begin + index).dayOfWeek,
      reports: reportsOn(begin + index),
    }))
    const isRunning = number === today
    const isEarly = isRunning && share < LEAST_SHARE
    const usual = isEarly ? null : usualOf(before, dayOf(number).dayOfWeek, isRunning ? share : 1)
    return { usual, verdict: usual && judgeCount(reportsOn(number), usual), isRunning }
  }

  const leftOut = new Map<string, Promise<ReadonlyMap<number, number>>>()
  const countOf = (sources: readonly string[]) =>
    leftOut.getOrInsertComputed(sources.join(' '), async () => sumDays(await count({ ...about, sources })))
  const states = new Map<string, FeedState>()

  /** Whether it is out of the usual without the sources that brought nothing on it, or were not read in the weeks before. */
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
    const isOwn = why.length === 0 || judge(number, await countOf(why)).verdict === verdict
    if (isOwn) return { ...day, state: verdict }
    if (verdict === 'burst') return { ...day, state: 'sources', added: why }
    if (states.size === 0) for (const [id, state] of await store.feedStates()) states.set(id, state)
    return { ...day, state: 'sources', absent: why, failed: why.filter((id) => hasFailed(id, number)) }
  }

  /** Sources of which nothing came on a day, whatever it was about. */
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

  /** Failures are counted by days in UTC, of which two or three make one of the zone. */
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
  const told: Stretch[] = []
  for (const burst of bursts) {
    const from = Temporal.PlainDate.from(burst.from).toZonedDateTime(zone).epochMilliseconds
    const to = Temporal.PlainDate.from(burst.to).add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds
    const stories = await store.storySizes({ about, from, to, leastOutlets: 1, most: STORIES_OF_BURST })
    told.push({ ...burst, stories: stories.filter(({ reports }) => reports > 1) })
  }
  return {
    days,
    bursts: told,
    silences: stretches.filter(({ state }) => state === 'silence').toReversed(),
    ...(await oneSided(wish, store, { from: startOf(first, zone), to: now })),
    countries: await countriesIn(wish, store, { from: startOf(first, zone), to: now }),
    since: oldest === Number.POSITIVE_INFINITY ? null : dayOf(known).toString(),
  }
}

/** Days by their number. */
function sumDays(hours: readonly ReportCount[]): ReadonlyMap<number, number> {
  const days = new Map<number, number>()
  for (const { step, reports } of hours) {
    const day = Math.floor(step / HOURS)
    days.set(day, (days.get(day) ?? 0) + reports)
  }
  return days
}

const sum = (some: readonly ReportCount[]): number => some.reduce((all, { reports }) => all + reports, 0)

/** How much of what a day brings is usually there at this hour: 0 to 1. */
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

/** Stories that only outlets of states tell, or only those from elsewhere; none where there are no others that could have. */
async function oneSided(
  { about, sources }: TrendsWish,
  store: TrendsStore,
  stretch: { readonly from: number; readonly to: number },
): Promise<Pick<Trends, 'onlyState' | 'onlyForeign'>> {
  const home = new Set(about.countries)
  const foreign = sources.filter(({ country }) => !home.has(country))
  const hasHome = home.size > 0 && sources.length - foreign.length >= LEAST_AT_HOME
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

const idsOf = (some: readonly Source[]): readonly string[] => some.map(({ id }) => id)

/** Each by itself: a report may be about several. */
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
