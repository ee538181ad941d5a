import type { Ask } from '../../language/asked.ts'
import type { CommandInput } from '../../chat/command-input.ts'
import { parseExpression, printExpression } from '../../subscriptions/expression/parse-expression.ts'
import { filterOf, isEverything, type NewsFilter } from '../../subscriptions/news-filter.ts'
import { type Rhythm, toDays, WEEK } from '../../subscriptions/days.ts'
import type { NameIndex } from '../name-index.ts'
import { everyHours } from '../reading/read-rhythm.ts'
import type { Exclusions, Wish } from './wish.ts'

/** Returns the command that a wish asks for, with its input as if it had been typed with options. */
export function toInput(
  wish: Wish,
  { countriesOf }: Pick<NameIndex, 'countriesOf'>,
): { readonly command: string; readonly input: CommandInput } {
  const command = commandFor(wish)
  const not = wish.not === null ? null : regionsOut(wish.not, countriesOf)
  const period = {
    ...(wish.from !== null && { since: wish.from }),
    ...(wish.to !== null && { until: wish.to }),
  }
  const to = wish.destination === null ? {} : { to: wish.destination }
  switch (command) {
    case 'search':
      return { command, input: { filter: searchFilter(wish, not), words: wordsOf(wish), ...period } }
    case 'briefing':
    case 'catchup':
      return { command, input: { filter: standingFilter(wish, not), ...period } }
    case 'subscribe': {
      const filter = standingFilter(wish, not)
      const all = isEverything(filter) ? ({ all: true } as const) : {}
      const when = wholeWeek(wish)
      return { command, input: { filter, ...all, ...when, ...scheduleOf(wish), ...spanOf(wish), ...to } }
    }
    case 'edit':
      return { command, input: { ...editOf(wish, not, to), ...daysOff(wish), ...calledBy(wish) } }
    case 'settings':
      return { command, input: { filter: {}, ...wish.settings, ...to } }
    case 'upcoming':
      return {
        command: 'facts upcoming',
        input: { filter: placesAndTopics(wish, not), ...period },
      }
    case 'trends':
      return {
        command: 'facts trends',
        input: { filter: placesAndTopics(wish, not), ...(wish.from !== null && { since: wish.from }) },
      }
    case 'help': {
      const explained = wish.helpOn === null ? undefined : COMMAND_OF[wish.helpOn]
      return { command, input: { filter: {}, ...(explained !== undefined && { command: explained }) } }
    }
    case 'muted':
      return { command: 'mute', input: { filter: {} } }
    case 'undo': {
      const about = standingFilter(wish, null)
      return { command, input: { filter: {}, ...(!isEverything(about) && { about }) } }
    }
    case 'unsubscribe':
    case 'pause':
    case 'resume':
    case 'test': {
      const about = standingFilter(wish, not)
      return {
        command,
        input: {
          filter: {},
          ...calledBy(wish),
          ...(!isEverything(about) && { about }),
          ...(wish.isAll && { all: true }),
          ...(command === 'pause' && endOf(wish)),
        },
      }
    }
    default:
      return { command, input: { filter: placesAndTopics(wish, not), ...to } }
  }
}

/** The commands that make the changes one may ask about: "how do I stop it?" */
const COMMAND_OF: Readonly<Partial<Record<Ask, string>>> = {
  unsubscribe: 'unsubscribe',
  stop: 'unsubscribe',
  pause: 'pause',
  resume: 'resume',
  mute: 'mute',
  forget: 'forget',
  remove: 'edit',
  subscribe: 'subscribe',
  alert: 'subscribe',
}

const calledBy = ({ handle }: Wish): Partial<CommandInput> =>
  handle === null ? {} : { subscription: handle }

/** Words and towns need a search; a briefing filters only by places, topics, people and organisations. */
function commandFor({ word, words, places }: Wish): string {
  if (word === 'sources') return 'sources list'
  if (word !== 'briefing' && word !== 'search') return word
  return word === 'briefing' && words.length + places.length === 0 ? 'briefing' : 'search'
}

/** What is to be excluded, with the countries of its regions, since a filter cannot exclude regions. */
interface LeftOut extends Omit<Exclusions, 'regions'> {
  readonly regions: NonNullable<CommandInput['without']>['regions']
}

const regionsOut = (not: Exclusions, countriesOf: NameIndex['countriesOf']): LeftOut => ({
  ...not,
  regions: not.regions.map((id) => ({ id, countries: countriesOf.get(id) ?? [] })),
})

function placesAndTopics(
  { regions, countries, topics, sources, people }: Wish,
  not: LeftOut | null,
): NewsFilter {
  return filterOf({ regions, countries, topics, sources, people, ...leftOutBy(not) })
}

function leftOutBy(not: LeftOut | null): NewsFilter {
  const withoutTopics = not?.topics ?? []
  const withoutCountries = [
    ...new Set([...(not?.countries ?? []), ...(not?.regions ?? []).flatMap((region) => region.countries)]),
  ]
  const withoutSources = not?.sources ?? []
  return filterOf({ withoutTopics, withoutCountries, withoutSources })
}

/** Returns the filter of a search. People are not in it, since they are among the words. */
function searchFilter(
  { regions, countries, topics, topicsSpoken, sources }: Wish,
  not: LeftOut | null,
): NewsFilter {
  const isSaid = (id: string): boolean => topicsSpoken.some((topic) => topic.id === id)
  return filterOf({
    regions,
    countries,
    topics: topics.filter((id) => !isSaid(id)),
    sources,
    ...leftOutBy(not),
  })
}

/**
 * Returns the words to search for. A strike is searched for by its word, because its topic covers all news
 * about work.
 */
const lookedFor = ({ spoken, topicsSpoken }: Wish): readonly string[] => [
  ...spoken,
  ...topicsSpoken.map(({ typed }) => typed),
]

/** Writes the words of a search. "Oil or gas prices" means either. */
function wordsOf(wish: Wish): string {
  const all = lookedFor(wish)
  const isEither = wish.isEither && all.length > 1
  const wanted = isEither
    ? all.map((words) => (/\s/u.test(words) ? `(${words})` : words)).join(' OR ')
    : all.join(' ')
  // With a minus, the words are also found in other languages. Names are excluded in all spellings, which
  // only operators do.
  const isPlain = !isEither && (wish.not?.words ?? []).every((word) => word === word.toLowerCase())
  const refused = isPlain
    ? (wish.not?.words ?? []).map((word) => `-${quoteIfNeeded(word)}`)
    : refusedBy(wish.not)
  return [isEither && refused.length > 0 ? `(${wanted})` : wanted, ...refused]
    .filter((part) => part !== '')
    .join(' ')
}

const refusedBy = (not: Pick<Exclusions, 'words'> | null): readonly string[] =>
  (not?.words ?? []).map((word) => `NOT ${quoteIfNeeded(word)}`)

/**
 * Returns the filter of a briefing or subscription. What has no field of its own becomes a keyword, which the
 * answer shows. An organisation is a keyword that finds all its spellings; of several, any one matches.
 */
export function standingFilter(wish: Wish, not: LeftOut | null): NewsFilter {
  // "Earthquake alerts" are not about all disasters, and not every truce is tagged as a step to peace, so
  // only the word is followed.
  const things = wish.word === 'subscribe' ? wish.topicsSpoken : []
  const narrowed = things.map(({ typed }) => typed)
  const topics = wish.topics.filter((topic) => !things.some(({ id }) => id === topic))
  const own = [...wish.spoken.filter((name) => !wish.namesSpoken.includes(name)), ...narrowed].map(
    quoteIfNeeded,
  )
  const organisations = wish.organisations.map(quoteIfNeeded)
  const wanted = wish.isEither ? anyOf([...own, ...organisations]) : [...own, ...anyOf(organisations)]
  const parsed = parseExpression([...wanted, ...refusedBy(not)].join(' AND '))
  const expression = parsed.status === 'parsed' ? { expression: printExpression(parsed.expression) } : {}
  return filterOf({ ...placesAndTopics({ ...wish, topics }, not), ...expression })
}

const anyOf = (terms: readonly string[]): readonly string[] =>
  terms.length > 1 ? [`(${terms.join(' OR ')})`] : terms

const quoteIfNeeded = (words: string): string =>
  /\s/u.test(words) ? `"${words.replaceAll('"', '')}"` : words

function scheduleOf({ schedule }: Wish): Partial<CommandInput> {
  if (schedule === null) return {}
  const { at, zone, outlets } = schedule
  return {
    ...rhythmOf(schedule),
    ...(at.length > 0 && { at }),
    ...(zone !== null && { zone }),
    ...(outlets !== null && { outlets }),
  }
}

/** "Iraq, but not on Sundays": a new subscription goes out on all other days. */
function wholeWeek({ schedule }: Wish): { readonly when?: Rhythm } {
  const days = WEEK.filter((day) => schedule?.notOn.includes(day) === false)
  return schedule === null || schedule.notOn.length === 0 || days.length === 0 ? {} : { when: toDays(days) }
}

/** Days that are taken out of the days a subscription has. */
const daysOff = ({ schedule }: Wish): Pick<CommandInput, 'notOn'> =>
  schedule === null || schedule.days !== null || schedule.notOn.length === 0 ? {} : { notOn: schedule.notOn }

function rhythmOf({ days, alert, hourly }: NonNullable<Wish['schedule']>): { readonly when?: Rhythm } {
  if (alert) return { when: 'alert' }
  const often = hourly === null ? null : everyHours(hourly)
  if (often !== null) return { when: often }
  return days === null ? {} : { when: days }
}

/** Returns whether a subscription can post as often as that. */
export const isPossible = ({ schedule }: Wish): boolean =>
  schedule === null ||
  (schedule.impossible === null &&
    (schedule.hourly === null ||
      (everyHours(schedule.hourly) !== null && (schedule.days ?? 'daily') === 'daily')))

const spanOf = (wish: Wish): Partial<CommandInput> => ({
  ...(wish.startsAt !== null && { startsAt: wish.startsAt }),
  ...endOf(wish),
})

const endOf = ({ to }: Wish): Partial<CommandInput> => (to === null ? {} : { endsAt: to })

/**
 * Returns the input of `edit`: what is named is added to the subscription or taken out of it, and a time
 * moves it.
 */
function editOf(wish: Wish, not: LeftOut | null, to: Partial<CommandInput>): CommandInput {
  const schedule = scheduleOf(wish)
  const named = standingFilter(wish, null)
  if (not !== null && wish.isAdded && !isEverything(named))
    return { filter: named, adds: true, without: not, ...schedule, ...to }
  if (not !== null)
    return {
      filter: {},
      without: not,
      ...(!isEverything(named) && { about: named }),
      ...schedule,
      ...to,
    }
  if (!wish.isAdded) return { filter: {}, ...(!isEverything(named) && { about: named }), ...schedule, ...to }
  return { filter: named, adds: true, ...to }
}
