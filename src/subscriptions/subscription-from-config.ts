import type { BriefingRequest, Subscription } from '../records/subscription.ts'

/**
 * Turns a briefing of `config/briefings.yaml` into a subscription, which has no owner and is always active.
 */
export function subscriptionFromConfig(request: BriefingRequest): Subscription {
  return {
    ...request,
    owner: null,
    kind: 'briefing',
    quiet: null,
    alert: null,
    state: 'active',
    createdAt: 0,
  }
}
