import { DAYS, type Days } from './briefing-request.ts'
import type { Subscription } from './subscription.ts'

/** How often a subscription speaks: on which days, every hour, or when something happens. */
export const RHYTHMS = [...DAYS, 'hourly', 'alert'] as const
export type Rhythm = (typeof RHYTHMS)[number]

/** Kind and days of a subscription with this rhythm. */
export function toSchedule(rhythm: Rhythm): Pick<Subscription, 'kind' | 'days'> {
  if (rhythm === 'hourly' || rhythm === 'alert') return { kind: rhythm, days: 'daily' }
  return { kind: 'briefing', days: rhythm }
}

export function rhythmOf(subscription: { readonly kind: Subscription['kind']; readonly days: Days }): Rhythm {
  return subscription.kind === 'briefing' ? subscription.days : subscription.kind
}
