import type { BriefingSettings } from '../briefings/composition.ts'
import { filterNames, titleOf } from '../briefings/titles.ts'
import { writeMoment } from '../chat/action.ts'
import type { Asker } from '../chat/command.ts'
import { nameRhythm } from '../chat/wording/name-rhythm.ts'
import type { DestinationHealth } from '../records/delivery.ts'
import type { Message, SubscriptionCard } from '../records/message.ts'
import type { Subscription } from '../records/subscription.ts'
import { WEEK, dayOfMonth, rhythmOf, splitDays, weekdaysOf } from '../subscriptions/days.ts'
import { lengthOf, STORIES } from '../subscriptions/limits.ts'
import { readsOf } from '../subscriptions/reads-of.ts'
import { nextServing } from '../subscriptions/timetable.ts'
import { filterOf, isEverything, type NewsFilter } from '../subscriptions/news-filter.ts'
import { dayName, languageName, sameLanguage } from '../words/names.ts'
import { say } from '../words/say.ts'
import { timesIn } from '../words/times.ts'
import { writeClock } from '../words/write-numbers.ts'
import { mayResume } from './asker.ts'
import type { CommandContext } from './command-context.ts'
import { listOf, quoted } from './notice.ts'

/** Describes a subscription for the asker. `channel` is the name of its channel, where known. */
export function cardOf(
  subscription: Subscription,
  context: Pick<CommandContext, 'settings' | 'now'>,
  asker: Asker,
  channel: string | null = null,
): SubscriptionCard {
  const { id, kind, to, state, zone, resumesAt } = subscription
  const isElsewhere = to !== asker.channel && to !== asker.direct
  const managed = asker.manages?.find(({ destination }) => destination === to)?.name
  const namedChoices = channel ?? managed ?? (isElsewhere && !to.includes(':@') ? to : null)
  const form = kind === 'follow' ? [] : describeForm(subscription, asker.language)
  return {
    id,
    title: titleOf(subscription, context.settings, asker.language),
    filter: tellFilter(subscription, context, asker.language),
    when: describeWhen(subscription, asker.language),
    ...(form.length > 0 && { form }),
    to: to === asker.channel ? 'here' : to === asker.direct ? 'direct' : 'elsewhere',
    ...(namedChoices !== null && { channel: namedChoices }),
    destination: to,
    state,
    ...(state === 'paused' && resumesAt !== undefined && { resumesAt }),
    ...(kind === 'follow'
      ? { isFollowed: true as const }
      : { made: optionsOf(subscription, context.settings, asker.language) }),
    zone,
    nextAt: nextServing(subscription, context.now()),
  }
}

type CardMessage = Extract<Message, { readonly kind: 'subscription' }>

/** Answers with the card of a subscription, to which `change` was done. */
export const tellCard = (
  change: CardMessage['change'],
  card: SubscriptionCard,
  { zone, language }: Asker,
  more: Pick<CardMessage, 'actions'> & Partial<CardMessage> = {},
): Message => ({ kind: 'subscription', change, subscription: card, first: null, ...more, zone, language })

function tellFilter(
  subscription: Subscription,
  { settings }: Pick<CommandContext, 'settings'>,
  language: string,
): string {
  const { kind, title, story = '' } = subscription
  if (kind === 'follow') return say('filter.story', language, { title: quoted(title ?? story, language) })
  return describeFilter(filterOf(subscription), settings, language)
}

/**
 * Describes how a subscription is written, in a language (BCP 47): "long", "texts in German". Lists only what
 * differs from the default: its length, its languages where they differ from the reader's, that a model may
 * choose the sentences, that a map comes along.
 */
export function describeForm(
  subscription: Pick<Subscription, 'stories' | 'perSection' | 'language' | 'reads' | 'model' | 'pictures'>,
  language: string,
): readonly string[] {
  const { stories, model, pictures } = subscription
  const length = lengthOf(subscription)
  const isNamed = length !== null && length !== 'normal'
  const name = languageName(subscription.language, language)
  const reads = readsOf(subscription)
  const usual = readsOf({ language: subscription.language })
  return [
    isNamed ? say(`form.${length}`, language) : '',
    isNamed || stories === STORIES.normal.stories ? '' : say('form.stories', language, { count: stories }),
    sameLanguage(subscription.language, language) ? '' : say('form.language', language, { name }),
    String(reads) === String(usual)
      ? ''
      : say('form.told', language, { names: languagesOf(reads, language) }),
    model === true ? say('form.model', language) : '',
    pictures === true ? say('form.withMap', language) : '',
  ].filter((part) => part !== '')
}

const languagesOf = (codes: readonly string[], language: string): string =>
  listOf(
    codes.map((code) => languageName(code, language)),
    language,
  )

/**
 * Describes when a subscription posts, in a language (BCP 47): "Monday to Friday at 07:30
 * (Europe/Istanbul)".
 */
export function describeWhen(
  subscription: Posting & Pick<Subscription, 'quiet' | 'endsAt'>,
  language: string,
): string {
  const { quiet, zone, endsAt } = subscription
  const open = describeRhythm(subscription, language)
  const when =
    endsAt === undefined
      ? open
      : say('when.until', language, { when: open, time: timesIn(zone, language).instant(endsAt) })
  if (quiet === null || quiet === 'off') return when
  const [from, to] = [writeClock(quiet.from, language), writeClock(quiet.to, language)]
  return say('when.quiet', language, { when, from, to, zone: quiet.zone ?? zone })
}

type Posting = Pick<Subscription, 'kind' | 'hours' | 'at' | 'days' | 'zone' | 'alert'>

function describeRhythm({ kind, hours, at, days, zone, alert }: Posting, language: string): string {
  if (kind === 'hourly' && hours !== undefined) return say('when.everyHours', language, { hours, zone })
  if (kind === 'hourly') return say('when.hourly', language, { zone })
  if (kind === 'follow') return say('when.follow', language)
  if (kind === 'alert')
    return say('when.alert', language, { outlets: alert?.outlets ?? 1, perHour: alert?.perHour ?? 1 })
  const times = listOf(
    at.map((time) => writeClock(time, language)),
    language,
  )
  if (days === 'daily' || days === 'weekdays' || days === 'weekends')
    return say(`when.${days}`, language, { times, zone })
  const day = dayOfMonth(days)
  if (day !== null) return say('when.monthly', language, { day, times, zone })
  const names = weekdaysOf(days).map((day) => dayName(WEEK.indexOf(day) + 1, language))
  const [only = ''] = names
  return names.length === 1
    ? say('when.weekly', language, { day: only, times, zone })
    : say('when.days', language, { days: listOf(names, language), times, zone })
}

/** Describes a filter in a language (BCP 47): "Syria or Iraq; and Conflict; and told by Courier". */
export function describeFilter(filter: NewsFilter, settings: BriefingSettings, language: string): string {
  if (isEverything(filter)) return say('filter.everything', language)
  const either = (names: readonly string[]): string => listOf(names, language, 'disjunction')
  const { people = [], languages = [] } = filter
  const { places, topics, sources, keywords, without, refused } = filterNames(filter, settings, language)
  const left = [...without, ...refused]
  const told = languages.map((code) => languageName(code, language))
  const parts = [
    either(places),
    either(topics),
    sources.length > 0 ? say('filter.sources', language, { names: either(sources) }) : '',
    people.length > 0 ? say('filter.people', language, { names: either(people) }) : '',
    told.length > 0 ? say('filter.languages', language, { names: either(told) }) : '',
    keywords !== null ? say('filter.keywords', language, { keywords }) : '',
  ]
  const wanted = parts.filter((part) => part !== '').join(say('filter.and', language))
  if (left.length === 0) return wanted
  const names = either(left)
  return wanted === ''
    ? say('filter.without', language, { names })
    : say('filter.butWithout', language, { filter: wanted, names })
}

/** Returns the options that would make a subscription again, with names in a language (BCP 47). */
function optionsOf(
  subscription: Subscription,
  settings: CommandContext['settings'],
  language: string,
): NonNullable<SubscriptionCard['made']> {
  const filter = filterOf(subscription)
  const { regions = [], countries, topics, sources, people, languages = [], expression } = filter
  const { withoutTopics = [], withoutCountries = [], withoutSources = [] } = filter
  const length = lengthOf(subscription)
  const names = filterNames(filter, settings, language)
  const rhythms = splitDays(rhythmOf(subscription))
  return {
    region: named(regions, names.places),
    country: named(countries, names.places.slice(regions.length)),
    topic: named(topics, names.topics),
    source: named(sources, names.sources),
    person: named(people),
    language: named(
      languages,
      languages.map((code) => languageName(code, language)),
    ),
    keywords: named(expression === undefined ? [] : [expression]),
    without: named([...withoutTopics, ...withoutCountries, ...withoutSources], names.without),
    length: named(length === null ? [] : [length]),
    speak: named([subscription.language], [languageName(subscription.language, language)]),
    reads: named(
      subscription.reads,
      subscription.reads?.map((code) => languageName(code, language)),
    ),
    pictures: named(subscription.pictures === true ? ['on'] : []),
    model: named(subscription.model === true ? ['on'] : []),
    ends: named(subscription.endsAt === undefined ? [] : [writeMoment(subscription.endsAt)]),
    outlets: named(subscription.alert === null ? [] : [String(subscription.alert.outlets)]),
    title: named(subscription.title === null ? [] : [subscription.title]),
    when: named(
      rhythms,
      rhythms.map((rhythm) => nameRhythm(rhythm, language)),
    ),
    at: named(subscription.kind === 'briefing' ? subscription.at : []),
    zone: named([subscription.zone]),
  }
}

const named = (values: readonly string[] = [], labels: readonly string[] = values) =>
  values.map((value, index) => ({ label: labels[index] ?? value, value }))

/** The health of destinations that messages do not reach; healthy ones are absent. */
export type Health = ReadonlyMap<string, DestinationHealth>

/**
 * Returns since when nothing is sent to a subscription's destination because messages did not arrive there;
 * null where all is well.
 */
export function unreachableSince({ to }: Pick<Subscription, 'to'>, health: Health): number | null {
  const found = health.get(to)
  return found?.state === 'paused' ? found.since : null
}

/**
 * Returns the card of a subscription whose destination may be unreachable. While it is, the card shows no
 * next time, and says whether the asker may try again.
 */
export function withReach(
  card: SubscriptionCard,
  subscription: Subscription,
  health: Health,
  asker: Asker,
): SubscriptionCard {
  const since = unreachableSince(subscription, health)
  if (since === null) return card
  const resumable = mayResume(subscription, asker) ? { resumable: true as const } : {}
  return { ...card, nextAt: null, unreachableSince: since, ...resumable }
}
