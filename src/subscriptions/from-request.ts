import type { BriefingRequest, Subscription } from '../records/subscription.ts'

/** A briefing of `config/briefings.yaml` as a subscription: nobody's, and always active. */
export function fromRequest(request: BriefingRequest): Subscription {
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
