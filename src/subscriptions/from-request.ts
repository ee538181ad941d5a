import type { BriefingRequest } from './briefing-request.ts'
import type { Subscription } from './subscription.ts'

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
