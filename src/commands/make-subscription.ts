import type { Asker } from '../chat/command.ts'
import type { CommandInput } from '../chat/command-input.ts'
import { ALERT_COOLDOWN_HOURS, ALERT_OUTLETS, ALERTS_PER_HOUR, MOST_TIMES } from '../subscriptions/limits.ts'
import { STORIES } from '../subscriptions/length.ts'
import type { Preferences } from '../records/preferences.ts'
import type { Subscription } from '../records/subscription.ts'
import { type Rhythm, rhythmOf, toSchedule } from '../subscriptions/days.ts'
import { isEverything, NO_WISHES, toFields, type Wishes, wishesOf } from '../subscriptions/wishes.ts'
import { say } from '../words/say.ts'
import type { Mistake } from './mistake.ts'
import { ownerOf } from './rights.ts'

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
  const mistakes: Mistake[] = []
  if (isEverything(input.wish) && !input.all) mistakes.push((language) => say('subscribe.what', language))
  const rhythm = input.when ?? (input.outlets === null ? 'daily' : 'alert')
  mistakes.push(...contradictions(input, rhythm))
  if (mistakes.length > 0) return { status: 'mistakes', mistakes }
  const schedule = toSchedule(rhythm)
  return {
    status: 'made',
    subscription: {
      id,
      title: input.title,
      owner: ownerOf(asker),
      to,
      ...schedule,
      at: schedule.kind === 'briefing' ? orElse(input.at, [MORNING]) : [],
      zone: input.zone ?? preferences.zone ?? asker.zone,
      language: input.speak ?? preferences.language ?? asker.language,
      ...toFields(input.wish),
      ...STORIES[input.length ?? 'normal'],
      ...(input.model === true && { model: true }),
      quiet: input.quiet,
      alert: schedule.kind === 'alert' ? alertRule(input.outlets, input.wish) : null,
      state: 'active',
      createdAt: now,
    },
  }
}

/** A subscription with what somebody wants to change in it; the rest stays. */
export function editSubscription(before: Subscription, input: CommandInput, to: string): MadeSubscription {
  if (isNothing(input)) return { status: 'mistakes', mistakes: [(language) => say('edit.nothing', language)] }
  const rhythm = input.when ?? (input.outlets === null ? rhythmOf(before) : 'alert')
  const mistakes = contradictions(input, rhythm)
  if (mistakes.length > 0) return { status: 'mistakes', mistakes }
  const wish = changedWish(wishesOf(before), input)
  const schedule = toSchedule(rhythm)
  const { id, owner, state, createdAt, changedAt } = before
  return {
    status: 'made',
    subscription: {
      id,
      title: input.title ?? before.title,
      owner,
      to,
      ...schedule,
      at: schedule.kind === 'briefing' ? orElse(input.at, orElse(before.at, [MORNING])) : [],
      zone: input.zone ?? before.zone,
      language: input.speak ?? before.language,
      ...toFields(wish),
      ...(input.length === null
        ? { stories: before.stories, perSection: before.perSection }
        : STORIES[input.length]),
      ...((input.model ?? before.model) === true && { model: true }),
      quiet: input.quiet ?? before.quiet,
      alert:
        schedule.kind !== 'alert'
          ? null
          : input.outlets === null
            ? (before.alert ?? alertRule(null, wish))
            : alertRule(input.outlets, wish),
      state,
      createdAt,
      ...(changedAt === undefined ? {} : { changedAt }),
    },
  }
}

const orElse = (given: readonly string[], otherwise: readonly string[]): readonly string[] =>
  given.length > 0 ? given : otherwise

/** Who asks for words or for a person waits for the first report; who asks for a place, for one that others confirm. */
function alertRule(outlets: number | null, wish: Wishes): Subscription['alert'] {
  const isNarrow = wish.expression !== null || wish.people.length > 0
  return {
    outlets: outlets ?? (isNarrow ? 1 : ALERT_OUTLETS),
    perHour: ALERTS_PER_HOUR,
    cooldownHours: ALERT_COOLDOWN_HOURS,
  }
}

function contradictions(input: CommandInput, rhythm: Rhythm): Mistake[] {
  const mistakes: Mistake[] = []
  if ((rhythm === 'hourly' || rhythm === 'alert') && input.at.length > 0)
    mistakes.push((language) => say('subscribe.noTimes', language, { when: rhythm }))
  if (rhythm !== 'alert' && input.outlets !== null)
    mistakes.push((language) => say('subscribe.outlets', language, { when: rhythm }))
  if (input.at.length > MOST_TIMES)
    mistakes.push((language) => say('subscribe.tooManyTimes', language, { most: MOST_TIMES }))
  return mistakes
}

/** Kinds that are named replace what was there of that kind; `all` clears first. Regions and countries are one kind. */
function changedWish(before: Wishes, { wish, all }: CommandInput): Wishes {
  const base = all ? NO_WISHES : before
  const replacesPlaces = wish.regions.length > 0 || wish.countries.length > 0
  return {
    regions: replacesPlaces ? wish.regions : base.regions,
    countries: replacesPlaces ? wish.countries : base.countries,
    topics: orElse(wish.topics, base.topics),
    sources: orElse(wish.sources, base.sources),
    people: orElse(wish.people, base.people),
    languages: orElse(wish.languages, base.languages),
    expression: wish.expression ?? base.expression,
  }
}

function isNothing(input: CommandInput): boolean {
  const { wish, all, when, at, zone, to, quiet, length, speak, model, outlets, title } = input
  return (
    isEverything(wish) &&
    !all &&
    at.length === 0 &&
    [when, zone, to, quiet, length, speak, model, outlets, title].every((value) => value === null)
  )
}
