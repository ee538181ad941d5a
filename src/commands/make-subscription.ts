import type { Asker } from '../chat/command.ts'
import type { CommandInput } from '../chat/command-input.ts'
import {
  ALERT_COOLDOWN_HOURS,
  ALERT_OUTLETS,
  ALERTS_PER_HOUR,
  MOST_TIMES,
  STORIES,
} from '../subscriptions/limits.ts'
import type { Preferences } from '../records/preferences.ts'
import { present } from '../records/present.ts'
import type { Days, Subscription, Weekday } from '../records/subscription.ts'
import {
  dayOfMonth,
  isOfDays,
  type Rhythm,
  rhythmOf,
  toDays,
  toSchedule,
  weekdaysOf,
} from '../subscriptions/days.ts'
import { parseExpression, printExpression } from '../subscriptions/expression/parse-expression.ts'
import { takeOut } from '../subscriptions/expression/take-out.ts'
import { filterOf, isEverything, type NewsFilter } from '../subscriptions/news-filter.ts'
import { say } from '../words/say.ts'
import type { Mistake } from './notice.ts'
import { ownerOf } from './asker.ts'

export type MadeSubscription =
  | { readonly status: 'made'; readonly subscription: Subscription }
  | { readonly status: 'mistakes'; readonly mistakes: readonly Mistake[] }

interface SubscriptionContext {
  readonly asker: Asker
  /** The destination of the subscription. */
  readonly to: string
  readonly preferences: Preferences
  /** Milliseconds since 1970. */
  readonly now: number
  readonly id: string
}

/** Default time of a daily briefing. */
const MORNING = '08:00'

/**
 * Makes a new subscription. What the input does not say comes from the preferences of the place, or else from
 * defaults. The quiet hours of the place are not copied, since they apply to everything that posts there.
 */
export function makeSubscription(input: CommandInput, around: SubscriptionContext): MadeSubscription {
  const { asker, to, preferences, now, id } = around
  const reads = preferences.reads ?? asker.reads
  const usual: Subscription = {
    id,
    title: null,
    owner: ownerOf(asker),
    to,
    kind: 'briefing',
    days: 'daily',
    at: [],
    zone: preferences.zone ?? asker.zone,
    language: preferences.language ?? asker.language,
    ...present({ reads }),
    ...STORIES.normal,
    quiet: null,
    alert: null,
    state: input.startsAt === undefined ? 'active' : 'paused',
    createdAt: now,
    // It rests until it begins.
    ...(input.startsAt !== undefined && { resumesAt: input.startsAt }),
  }
  const namesNothing = isEverything(input.filter) && input.all !== true
  const mistakes: readonly Mistake[] = namesNothing ? [(language) => say('subscribe.what', language)] : []
  return withSaid(usual, input, input.filter, mistakes)
}

/** Returns a subscription with the changes that somebody wants; the rest stays. */
export function editSubscription(before: Subscription, input: CommandInput, to: string): MadeSubscription {
  if (isNothing(input)) return { status: 'mistakes', mistakes: [(language) => say('edit.nothing', language)] }
  const had = filterOf(before)
  const has = changedFilter(had, input)
  // Taking out the last thing that was asked for does not mean asking for all news.
  if (input.without !== undefined && asksForNothing(has) && !asksForNothing(had))
    return { status: 'mistakes', mistakes: [(language) => say('subscribe.what', language)] }
  const { notOn } = input
  if (notOn === undefined) return withSaid({ ...before, to }, input, has)
  const whens = withoutDays(before, notOn)
  return whens.status === 'left' ? withSaid({ ...before, to }, { ...input, when: whens.days }, has) : whens
}

const refused = (mistake: Mistake) => ({ status: 'mistakes', mistakes: [mistake] }) as const

/** Returns the days that a subscription keeps if it no longer goes out on some. */
function withoutDays(
  { id, kind, days }: Pick<Subscription, 'id' | 'kind' | 'days'>,
  notOn: readonly Weekday[],
):
  | { readonly status: 'left'; readonly days: Days }
  | Extract<MadeSubscription, { readonly status: 'mistakes' }> {
  if (kind !== 'briefing' || dayOfMonth(days) !== null)
    return refused((language) => say('edit.noDays', language))
  const left = weekdaysOf(days).filter((day) => !notOn.includes(day))
  return left.length === 0
    ? refused((language) => say('edit.noDayLeft', language, { id }))
    : { status: 'left', days: toDays(left) }
}

/** Returns `base` with what the input says about contents, times and form. */
function withSaid(
  base: Subscription,
  input: CommandInput,
  filter: NewsFilter,
  mistakes: readonly Mistake[] = [],
): MadeSubscription {
  const rhythm = input.when ?? (input.outlets === undefined ? rhythmOf(base) : 'alert')
  const all = [...mistakes, ...contradictions(input, rhythm)]
  if (all.length > 0) return { status: 'mistakes', mistakes: all }
  const { id, title, owner, to, state, createdAt, changedAt, resumesAt } = base
  const endsAt = input.endsAt ?? base.endsAt
  const reads = input.reads ?? base.reads
  const { stories, perSection } = input.length === undefined ? base : STORIES[input.length]
  const schedule = toSchedule(rhythm)
  const rule = (input.outlets === undefined ? base.alert : null) ?? alertRule(input.outlets, filter)
  const subscription = {
    id,
    title: input.title ?? title,
    owner,
    to,
    ...schedule,
    at: schedule.kind === 'briefing' ? (input.at ?? (base.at.length > 0 ? base.at : [MORNING])) : [],
    zone: input.zone ?? base.zone,
    language: input.speak ?? base.language,
    ...present({ reads }),
    ...filterOf(filter),
    stories,
    perSection,
    ...((input.model ?? base.model) === true && { model: true }),
    ...((input.pictures ?? base.pictures) === true && { pictures: true }),
    quiet: input.quiet ?? base.quiet,
    alert: schedule.kind === 'alert' ? rule : null,
    state,
    createdAt,
    ...present({ changedAt, endsAt, resumesAt }),
  }
  return { status: 'made', subscription }
}

/**
 * An alert for words or a person goes off at the first report; one for a place waits until other outlets
 * confirm it.
 */
function alertRule(outlets: number | undefined, filter: NewsFilter): Subscription['alert'] {
  const isNarrow = filter.expression !== undefined || filter.people !== undefined
  return {
    outlets: outlets ?? (isNarrow ? 1 : ALERT_OUTLETS),
    perHour: ALERTS_PER_HOUR,
    cooldownHours: ALERT_COOLDOWN_HOURS,
  }
}

function contradictions(input: CommandInput, rhythm: Rhythm): Mistake[] {
  const { at = [], outlets } = input
  const mistakes: Mistake[] = []
  if (!isOfDays(rhythm) && at.length > 0)
    mistakes.push((language) =>
      say('subscribe.noTimes', language, { when: rhythm === 'alert' ? rhythm : 'hourly' }),
    )
  if (rhythm !== 'alert' && outlets !== undefined)
    mistakes.push((language) => say('subscribe.outlets', language, { when: rhythm }))
  if (at.length > MOST_TIMES)
    mistakes.push((language) => say('subscribe.tooManyTimes', language, { most: MOST_TIMES }))
  return mistakes
}

/**
 * Applies a change to a filter. Kinds that are named replace what the filter had of that kind; `all` clears
 * everything first. Regions and countries are one kind.
 */
function changedFilter(before: NewsFilter, { filter, all, adds, without }: CommandInput): NewsFilter {
  if (all === true) return filter
  const whole = adds === true ? addToFilter(before, filter) : before
  if (without !== undefined) return reduced(whole, without)
  if (adds === true) return whole
  const { regions: _, countries: __, ...others } = before
  const namesPlaces = filter.regions !== undefined || filter.countries !== undefined
  return settled({ ...(namesPlaces ? others : before), ...filter }, before)
}

/**
 * Removes what is now excluded from what is asked for. Something that was asked for until now is thereby just
 * dropped, and need not be excluded as well.
 */
function settled(filter: NewsFilter, before: NewsFilter): NewsFilter {
  return filterOf({
    ...filter,
    topics: without(filter.topics, filter.withoutTopics),
    countries: without(filter.countries, filter.withoutCountries),
    sources: without(filter.sources, filter.withoutSources),
    withoutTopics: without(filter.withoutTopics, before.topics),
    withoutCountries: without(filter.withoutCountries, before.countries),
    withoutSources: without(filter.withoutSources, before.sources),
  })
}

const LISTS = ['regions', 'countries', 'topics', 'sources', 'people', 'languages'] as const

const without = (list: readonly string[] = [], wanted: readonly string[] = []): readonly string[] =>
  list.filter((id) => !wanted.includes(id))

/** Adds what is named to what the filter had. What is asked for is no longer excluded. */
function addToFilter(before: NewsFilter, added: NewsFilter): NewsFilter {
  const lists = LISTS.map(
    (list) => [list, [...new Set([...(before[list] ?? []), ...(added[list] ?? [])])]] as const,
  )
  const said = [before.expression, added.expression].filter((one) => one !== undefined)
  const expression = said.length === 0 ? undefined : written(said.map((one) => `(${one})`).join(' OR '))
  return filterOf({
    ...Object.fromEntries(lists),
    withoutTopics: without(before.withoutTopics, added.topics),
    withoutCountries: without(before.withoutCountries, added.countries),
    withoutSources: without(before.withoutSources, added.sources),
    ...present({ expression }),
  })
}

/** Rewrites an expression without needless brackets. */
function written(expression: string): string {
  const parsed = parseExpression(expression)
  return parsed.status === 'parsed' ? printExpression(parsed.expression) : expression
}

const asksForNothing = (filter: NewsFilter): boolean =>
  isEverything({ ...filter, withoutTopics: [], withoutCountries: [], withoutSources: [] })

/** Takes things out of a filter: what it named is dropped, what it did not name is excluded from now on. */
function reduced(before: NewsFilter, taken: NonNullable<CommandInput['without']>): NewsFilter {
  const { topics = [], countries: named = [], sources = [], regions, words } = taken
  // A region that the filter did not name is taken out country by country.
  const isNamed = (id: string): boolean => before.regions?.includes(id) === true
  const countries = [...named, ...regions.flatMap(({ id, countries }) => (isNamed(id) ? [] : countries))]
  const expression = words.reduce<string | undefined>(takeOut, before.expression)
  const { expression: _, ...others } = before
  return filterOf({
    ...others,
    regions: without(
      before.regions,
      regions.map(({ id }) => id),
    ),
    topics: without(before.topics, topics),
    countries: without(before.countries, countries),
    sources: without(before.sources, sources),
    withoutTopics: [...(before.withoutTopics ?? []), ...without(topics, before.topics)],
    withoutCountries: [...(before.withoutCountries ?? []), ...without(countries, before.countries)],
    withoutSources: [...(before.withoutSources ?? []), ...without(sources, before.sources)],
    ...present({ expression }),
  })
}

/** Returns whether the input changes nothing. Naming the subscription is no change. */
const isNothing = (input: CommandInput): boolean =>
  isEverything(input.filter) &&
  Object.keys(input).every((name) => name === 'filter' || name === 'subscription' || name === 'about')
