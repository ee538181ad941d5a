import type { Decision } from '../records/decision.ts'
import type { Subscription } from '../records/subscription.ts'

/** Decides what a subscription says in a slot, which is never decided on again. */
export const decisionOf = (
  { id, to }: Subscription,
  slot: string,
  said: Pick<Decision, 'at' | 'message' | 'told' | 'inThread'>,
): Decision => ({ outboxId: `${id} ${slot}`, subscription: id, destination: to, slot, ...said })
