import type { Days, Subscription, Weekday } from '../records/subscription.ts'

/** Days of the week, Monday first, like `Temporal.PlainDate.dayOfWeek`, which counts from 1. */
export const WEEK = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const satisfies readonly Weekday[]

const DAY_MS = 24 * 3_600_000

/** Sets of days that have a name. */
const NAMED = {
  daily: WEEK,
  weekdays: ['mon', 'tue', 'wed', 'thu', 'fri'],
  weekends: ['sat', 'sun'],
} as const satisfies Readonly<Record<string, readonly Weekday[]>>

/** Combines days of the week into `Days`. Takes at least one day, in any order; repetitions do not matter. */
export function toDays(weekdays: readonly Weekday[]): Days {
  const own = inOrder(weekdays)
  if (own.length === WEEK.length) return 'daily'
  const known = (['weekdays', 'weekends'] as const).find((name) => own.join() === NAMED[name].join())
  return known ?? `weekly:${own.join()}`
}

/**
 * Returns the day of the month, 1 to 31, on which something goes out; null where it goes by days of the week.
 */
export const dayOfMonth = (days: Days): number | null =>
  days.startsWith('monthly:') ? Number(days.slice('monthly:'.length)) : null

/** Returns the days of the week on which something may go out, Monday first. */
export function weekdaysOf(days: Days): readonly Weekday[] {
  if (days === 'daily' || days === 'weekdays' || days === 'weekends') return NAMED[days]
  // A day of the month may fall on any day of the week.
  if (dayOfMonth(days) !== null) return WEEK
  const named = days.slice('weekly:'.length).split(',')
  return WEEK.filter((day) => named.includes(day))
}

/**
 * Returns the shortest time between two of these days, in ms: the period that one briefing covers. A week
 * where there is only one day; 31 days where it goes by the month.
 */
export function periodOf(days: Days): number {
  if (dayOfMonth(days) !== null) return LONGEST_MONTH * DAY_MS
  const numbers = weekdaysOf(days).map((day) => WEEK.indexOf(day))
  const gaps = numbers.map((number, index) => {
    const next = numbers[index + 1] ?? (numbers[0] ?? number) + WEEK.length
    return next - number
  })
  return Math.min(WEEK.length, ...gaps) * DAY_MS
}

const LONGEST_MONTH = 31

const inOrder = (weekdays: readonly Weekday[]): readonly Weekday[] =>
  WEEK.filter((day) => weekdays.includes(day))

/** Returns the days from one to another, across the end of the week if needed: `fri` to `mon`. */
export function weekdaysThrough(first: Weekday, last: Weekday): readonly Weekday[] {
  const from = WEEK.indexOf(first)
  const steps = (WEEK.indexOf(last) - from + WEEK.length) % WEEK.length
  return Array.from({ length: steps + 1 }, (_, step) => WEEK[(from + step) % WEEK.length] ?? first)
}

/**
 * How often a subscription posts: on certain days, every hour or every few hours (`hourly:3`), or when
 * something happens.
 */
export type Rhythm = Days | 'hourly' | `hourly:${number}` | 'alert'

/** The rhythms offered as choices. Several days of the week are chosen one by one. */
export const RHYTHMS: readonly Rhythm[] = [
  'daily',
  'weekdays',
  'weekends',
  ...WEEK.map((day) => toDays([day])),
  'monthly:1',
  'hourly',
  'hourly:2',
  'hourly:4',
  'alert',
]

/** Returns kind, days and hours of a subscription with this rhythm. */
export function toSchedule(rhythm: Rhythm): Pick<Subscription, 'kind' | 'days' | 'hours'> {
  if (rhythm === 'alert') return { kind: 'alert', days: 'daily' }
  const hours = hoursOf(rhythm)
  if (hours !== null) return { kind: 'hourly', days: 'daily', ...(hours > 1 && { hours }) }
  return { kind: 'briefing', days: isOfDays(rhythm) ? rhythm : 'daily' }
}

/** Returns the number of hours between two servings; null where the rhythm does not count hours. */
export function hoursOf(rhythm: Rhythm): number | null {
  if (rhythm === 'hourly') return 1
  return rhythm.startsWith('hourly:') ? Number(rhythm.slice('hourly:'.length)) : null
}

export const isOfDays = (rhythm: Rhythm): rhythm is Days => rhythm !== 'alert' && hoursOf(rhythm) === null

export function rhythmOf({ kind, days, hours }: Pick<Subscription, 'kind' | 'days' | 'hours'>): Rhythm {
  if (kind === 'hourly' && hours !== undefined) return `hourly:${hours}`
  if (kind === 'briefing') return days
  // A followed story has no rhythm to set: it posts whenever it moves.
  return kind === 'hourly' ? kind : 'alert'
}

/** Splits a rhythm of several days of the week into rhythms of one day each, which can be chosen and typed. */
export function splitDays(rhythm: Rhythm): readonly Rhythm[] {
  if (!isOfDays(rhythm) || !rhythm.startsWith('weekly:')) return [rhythm]
  return weekdaysOf(rhythm).map((day): Rhythm => `weekly:${day}`)
}
