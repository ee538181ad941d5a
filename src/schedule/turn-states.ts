import type { Subscriptions } from '../records/ports/subscriptions.ts'
import type { Subscription } from '../records/subscription.ts'

/** Ends and wakes what was to end or to speak again by now (milliseconds since 1970). What somebody changes meanwhile is looked at again at the next tick. */
export async function turnStates(
  subscriptions: readonly Subscription[],
  store: Pick<Subscriptions, 'changeSubscription'>,
  now: number,
): Promise<void> {
  for (const subscription of subscriptions) {
    const turned = turnedBy(subscription, now)
    if (turned !== null) await store.changeSubscription(subscription, turned)
  }
}

function turnedBy(subscription: Subscription, now: number): Subscription | null {
  const { endsAt, resumesAt, ...rest } = subscription
  if (rest.owner === null || rest.state === 'ended') return null
  if (endsAt !== undefined && endsAt <= now) return { ...rest, endsAt, state: 'ended' }
  if (rest.state !== 'paused' || resumesAt === undefined || resumesAt > now) return null
  // No slot of the time in which it rested is served.
  return { ...rest, ...(endsAt !== undefined && { endsAt }), state: 'active', changedAt: resumesAt }
}
