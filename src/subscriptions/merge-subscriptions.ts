import type { Subscription } from '../records/subscription.ts'
import { dayOfMonth, toDays, weekdaysOf } from './days.ts'
import { MOST_TIMES } from './limits.ts'

/**
 * Merges two subscriptions into one. Null where no single subscription can post so: other days at other
 * times, two zones, an alert, or too many times.
 */
export function mergeSubscriptions(one: Subscription, other: Subscription): Subscription | null {
  if (one.kind !== 'briefing' || other.kind !== 'briefing' || one.zone !== other.zone) return null
  const at = [...new Set([...one.at, ...other.at])].toSorted()
  if (one.days === other.days) return at.length <= MOST_TIMES ? { ...one, at } : null
  const isMonthly = dayOfMonth(one.days) !== null || dayOfMonth(other.days) !== null
  if (isMonthly || String(one.at) !== String(other.at)) return null
  return { ...one, days: toDays([...weekdaysOf(one.days), ...weekdaysOf(other.days)]) }
}
