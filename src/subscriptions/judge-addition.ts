import type { Addition, Subscription } from '../records/subscription.ts'
import { lengthOf } from './length.ts'
import { MOST_PER_CHANNEL, MOST_PER_OWNER } from './limits.ts'
import { filterOf } from './news-filter.ts'

/** Whether a new subscription may be kept beside those that stand in its place and those of its owner. */
export function judgeAddition(
  subscription: Subscription,
  there: readonly Subscription[],
  own: readonly Subscription[],
): Exclude<Addition, { readonly status: 'taken' }> {
  const twin = there.find((other) => tellTheSame(other, subscription))
  if (twin !== undefined) return { status: 'twin', twin }
  if (there.length >= MOST_PER_CHANNEL) return { status: 'channel-full' }
  return { status: own.length >= MOST_PER_OWNER ? 'owner-full' : 'kept' }
}

/** Whether two subscriptions tell the same to the same place at the same times, as that place lets them speak. */
export function tellTheSame(one: Subscription, other: Subscription): boolean {
  return key(one) === key(other)
}

function key(subscription: Subscription): string {
  const { to, kind, at, days, zone, language, quiet, alert } = subscription
  return JSON.stringify([
    to,
    kind,
    at,
    days,
    zone,
    language,
    quiet === null || quiet === 'off' ? null : [quiet.from, quiet.to, quiet.zone ?? zone],
    alert,
    lengthOf(subscription),
    subscription.model ?? false,
    filterOf(subscription),
  ])
}
