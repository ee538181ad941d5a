import type { Subscriptions } from '../records/ports/subscriptions.ts'
import type { Subscription } from '../records/subscription.ts'

/**
 * Ends and resumes the subscriptions that were to end or resume by now (ms since 1970). One that somebody
 * changes meanwhile is looked at again at the next tick.
 */
export async function applyDueStates(
  subscriptions: readonly Subscription[],
  store: Pick<Subscriptions, 'changeSubscription'>,
  now: number,
): Promise<void> {
  for (const subscription of subscriptions) {
    const turned = withDueState(subscription, now)
    if (turned !== null) await store.changeSubscription(subscription, turned)
  }
}

function withDueState(subscription: Subscription, now: number): Subscription | null {
  const { endsAt, resumesAt, ...rest } = subscription
  if (rest.owner === null || rest.state === 'ended') return null
  if (endsAt !== undefined && endsAt <= now) return { ...rest, endsAt, state: 'ended' }
  if (rest.state !== 'paused' || resumesAt === undefined || resumesAt > now) return null
  // No slot from the time when it was paused is served.
  return { ...rest, ...(endsAt !== undefined && { endsAt }), state: 'active', changedAt: resumesAt }
}
