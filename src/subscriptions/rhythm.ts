import { toDays, WEEK } from './days.ts'
import type { Days, Subscription } from '../records/subscription.ts'

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
  return subscription.kind === 'briefing' ? subscription.days : subscription.kind
}
