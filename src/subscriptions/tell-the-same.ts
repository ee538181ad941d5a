import { lengthOf } from './length.ts'
import type { Subscription } from '../records/subscription.ts'
import { wishesOf } from './wishes-of.ts'

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
    wishesOf(subscription),
  ])
}
