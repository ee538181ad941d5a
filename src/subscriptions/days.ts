import type { Days, Subscription, Weekday } from '../records/subscription.ts'

/** Days of the week, Monday first, as `Temporal.PlainDate.dayOfWeek` counts them from 1. */
export const WEEK = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const satisfies readonly Weekday[]

const DAY_MS = 24 * 3_600_000

/** The days that have a name. */
const NAMED = {
  daily: WEEK,
  weekdays: ['mon', 'tue', 'wed', 'thu', 'fri'],
  weekends: ['sat', 'sun'],
} as const satisfies Readonly<Record<string, readonly Weekday[]>>

/** These days of the week, at least one, in whatever order and however often each is named. */
export function toDays(weekdays: readonly Weekday[]): Days {
  const own = inOrder(weekdays)
  if (own.length === WEEK.length) return 'daily'
  const known = (['weekdays', 'weekends'] as const).find((name) => own.join() === NAMED[name].join())
  return known ?? `weekly:${own.join()}`
}

/** The days of the week on which something goes out, Monday first. */
export function weekdaysOf(days: Days): readonly Weekday[] {
  if (days === 'daily' || days === 'weekdays' || days === 'weekends') return NAMED[days]
  const named = days.slice('weekly:'.length).split(',')
  return WEEK.filter((day) => named.includes(day))
}

/** The shortest time between two of these days in milliseconds: what one briefing tells. A week for one day of the week. */
export function periodOf(days: Days): number {
  const numbers = weekdaysOf(days).map((day) => WEEK.indexOf(day))
  const gaps = numbers.map((number, index) => {
    const next = numbers[index + 1] ?? (numbers[0] ?? number) + WEEK.length
    return next - number
  })
  return Math.min(WEEK.length, ...gaps) * DAY_MS
}

const inOrder = (weekdays: readonly Weekday[]): readonly Weekday[] =>
  WEEK.filter((day) => weekdays.includes(day))

/** How often a subscription speaks: on which days, every hour, or when something happens. */
export type Rhythm = Days | 'hourly' | 'alert'

/** Those to choose from; several days of the week are chosen one by one. */
export const RHYTHMS: readonly Rhythm[] = [
  'daily',
  'weekdays',
  'weekends',
  ...WEEK.map((day) => toDays([day])),
  'hourly',
  'alert',
]

/** Kind and days of a subscription with this rhythm. */
export function toSchedule(rhythm: Rhythm): Pick<Subscription, 'kind' | 'days'> {
  if (rhythm === 'hourly' || rhythm === 'alert') return { kind: rhythm, days: 'daily' }
  return { kind: 'briefing', days: rhythm }
}

export function rhythmOf(subscription: { readonly kind: Subscription['kind']; readonly days: Days }): Rhythm {
  const { kind, days } = subscription
  if (kind === 'briefing') return days
  // A followed story has no rhythm that anybody could set: it speaks when it moves.
  return kind === 'hourly' ? kind : 'alert'
}
