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

/** The day of the month on which something goes out, 1 to 31; null where it goes by the week. */
export const dayOfMonth = (days: Days): number | null =>
  days.startsWith('monthly:') ? Number(days.slice('monthly:'.length)) : null

/** The days of the week on which something may go out, Monday first. */
export function weekdaysOf(days: Days): readonly Weekday[] {
  if (days === 'daily' || days === 'weekdays' || days === 'weekends') return NAMED[days]
  // A day of the month may be any of them.
  if (dayOfMonth(days) !== null) return WEEK
  const named = days.slice('weekly:'.length).split(',')
  return WEEK.filter((day) => named.includes(day))
}

/** The shortest time between two of these days in milliseconds: what one briefing tells. A week for one day of the week. */
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

/** How often a subscription speaks: on which days, every hour or every few hours (`hourly:3`), or when something happens. */
export type Rhythm = Days | 'hourly' | `hourly:${number}` | 'alert'

/** Those to choose from; several days of the week are chosen one by one. */
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

/** Kind and days of a subscription with this rhythm. */
export function toSchedule(rhythm: Rhythm): Pick<Subscription, 'kind' | 'days' | 'hours'> {
  if (rhythm === 'alert') return { kind: 'alert', days: 'daily' }
  const hours = hoursOf(rhythm)
  if (hours !== null) return { kind: 'hourly', days: 'daily', ...(hours > 1 && { hours }) }
  return { kind: 'briefing', days: isOfDays(rhythm) ? rhythm : 'daily' }
}

/** Every how many hours; null where hours are not what is counted. */
export function hoursOf(rhythm: Rhythm): number | null {
  if (rhythm === 'hourly') return 1
  return rhythm.startsWith('hourly:') ? Number(rhythm.slice('hourly:'.length)) : null
}

/** Whether it goes by days. */
export const isOfDays = (rhythm: Rhythm): rhythm is Days => rhythm !== 'alert' && hoursOf(rhythm) === null

export function rhythmOf({ kind, days, hours }: Pick<Subscription, 'kind' | 'days' | 'hours'>): Rhythm {
  if (kind === 'hourly' && hours !== undefined) return `hourly:${hours}`
  return kind === 'briefing' ? days : kind
}
