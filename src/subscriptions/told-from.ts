import { periodOf } from './days.ts'
import { ALERT_FRESH_HOURS } from './limits.ts'
import { wakingBefore } from './quiet-hours.ts'
import type { Subscription } from '../records/subscription.ts'

const HOUR_MS = 3_600_000

/** Since when a story must have moved to alert now, in milliseconds since 1970: what moved while it was paused is no alert any more. */
export function alertsFrom(subscription: Subscription, now: number): number {
  const { createdAt, changedAt = createdAt } = subscription
  return Math.max(changedAt, wakingBefore(subscription, now, ALERT_FRESH_HOURS * HOUR_MS))
}

/** A first briefing tells one period, and all since it was asked for; those of the configuration do not say when that was. */
export function firstFrom({ days, createdAt }: Subscription, now: number): number {
  const period = periodOf(days)
  return createdAt === 0 ? now - period : Math.min(now - period, createdAt)
}
