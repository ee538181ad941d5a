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
import type { Subscription } from '../records/subscription.ts'
import { isOfDays, type Rhythm, rhythmOf, toSchedule } from '../subscriptions/days.ts'
import { parseExpression, printExpression } from '../subscriptions/expression/parse-expression.ts'
import { takeOut } from '../subscriptions/expression/take-out.ts'
import { filterOf, isEverything, type NewsFilter } from '../subscriptions/news-filter.ts'
import { say } from '../words/say.ts'
import type { Mistake } from './notice.ts'
import { ownerOf } from './asker.ts'

export type MadeSubscription =
  | { readonly status: 'made'; readonly subscription: Subscription }
  | { readonly status: 'mistakes'; readonly mistakes: readonly Mistake[] }

interface Circumstances {
  readonly asker: Asker
  /** Destination. */
  readonly to: string
  readonly preferences: Preferences
  /** Milliseconds since 1970. */
  readonly now: number
  readonly id: string
}

/** When people wish for a daily briefing without saying when. */
const MORNING = '08:00'

/** A new subscription from what somebody asked; what they did not say comes from the preferences of the place, else from defaults. Quiet hours of the place stay there: they count for all that speaks in it. */
export function makeSubscription(input: CommandInput, around: Circumstances): MadeSubscription {
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
    ...(reads !== undefined && { reads }),
    ...STORIES.normal,
    quiet: null,
    alert: null,
    state: 'active',
    createdAt: now,
  }
  const namesNothing = isEverything(input.filter) && input.all !== true
  const mistakes: readonly Mistake[] = namesNothing ? [(language) => say('subscribe.what', language)] : []
  return withSaid(usual, input, input.filter, mistakes)
}

/** A subscription with what somebody wants to change in it; the rest stays. */
export function editSubscription(before: Subscription, input: CommandInput, to: string): MadeSubscription {
  if (isNothing(input)) return { status: 'mistakes', mistakes: [(language) => say('edit.nothing', language)] }
  const had = filterOf(before)
  const has = changedFilter(had, input)
  // Who takes out the last that was asked for does not ask for all the news of the world.
  if (input.without !== undefined && asksForNothing(has) && !asksForNothing(had))
    return { status: 'mistakes', mistakes: [(language) => say('subscribe.what', language)] }
  return withSaid({ ...before, to }, input, has)
}

/** What a subscription tells, when and how: what somebody said of it, else as in `base`. */
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
    ...(reads !== undefined && { reads }),
    ...filterOf(filter),
    stories,
    perSection,
    ...((input.model ?? base.model) === true && { model: true }),
    ...((input.pictures ?? base.pictures) === true && { pictures: true }),
    quiet: input.quiet ?? base.quiet,
    alert: schedule.kind === 'alert' ? rule : null,
    state,
    createdAt,
    ...(changedAt !== undefined && { changedAt }),
    ...(endsAt !== undefined && { endsAt }),
    ...(resumesAt !== undefined && { resumesAt }),
  }
  return { status: 'made', subscription }
}

/** Who asks for words or for a person waits for the first report; who asks for a place, for one that others confirm. */
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

/** Kinds that are named replace what was there of that kind; `all` clears first. Regions and countries are one kind. */
function changedFilter(before: NewsFilter, { filter, all, adds, without }: CommandInput): NewsFilter {
  if (all === true) return filter
  const whole = adds === true ? joined(before, filter) : before
  if (without !== undefined) return reduced(whole, without)
  if (adds === true) return whole
  const { regions: _, countries: __, ...others } = before
  const namesPlaces = filter.regions !== undefined || filter.countries !== undefined
  return settled({ ...(namesPlaces ? others : before), ...filter }, before)
}

/** What is left out from now on and was asked for is asked for no more, and so need not be left out. */
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

/** What is asked for is left out no more. */
const without = (list: readonly string[] = [], wanted: readonly string[] = []): readonly string[] =>
  list.filter((id) => !wanted.includes(id))

/** What is named stands beside what was there. */
function joined(before: NewsFilter, added: NewsFilter): NewsFilter {
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
    ...(expression !== undefined && { expression }),
  })
}

/** An expression without needless brackets. */
function written(expression: string): string {
  const parsed = parseExpression(expression)
  return parsed.status === 'parsed' ? printExpression(parsed.expression) : expression
}

/** Whether it names nothing that is wanted, only what is not. */
const asksForNothing = (filter: NewsFilter): boolean =>
  isEverything({ ...filter, withoutTopics: [], withoutCountries: [], withoutSources: [] })

/** What is to be left out goes where it was named, and is kept out where it was not. */
function reduced(before: NewsFilter, without: NonNullable<CommandInput['without']>): NewsFilter {
  const { topics = [], countries: named = [], sources = [], regions, words } = without
  const told = new Set(before.regions)
  // What was not asked for as a region goes country by country.
  const countries = [
    ...new Set([...named, ...regions.flatMap((one) => (told.has(one.id) ? [] : one.countries))]),
  ]
  const expression = words.reduce<string | undefined>(takeOut, before.expression)
  const { expression: _, ...others } = before
  return filterOf({
    ...others,
    regions: [...told].filter((id) => !regions.some((one) => one.id === id)),
    topics: (before.topics ?? []).filter((id) => !topics.includes(id)),
    countries: (before.countries ?? []).filter((id) => !countries.includes(id)),
    withoutTopics: [
      ...(before.withoutTopics ?? []),
      ...topics.filter((id) => before.topics?.includes(id) !== true),
    ],
    withoutCountries: [
      ...(before.withoutCountries ?? []),
      ...countries.filter((id) => before.countries?.includes(id) !== true),
    ],
    sources: (before.sources ?? []).filter((id) => !sources.includes(id)),
    withoutSources: [
      ...(before.withoutSources ?? []),
      ...sources.filter((id) => before.sources?.includes(id) !== true),
    ],
    ...(expression !== undefined && { expression }),
  })
}

/** Which subscription was meant is no change. */
const isNothing = (input: CommandInput): boolean =>
  isEverything(input.filter) &&
  Object.keys(input).every((name) => name === 'filter' || name === 'subscription' || name === 'about')
