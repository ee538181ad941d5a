import type { Action } from '../../../src/chat/action.ts'
import type { SubscriptionCard } from '../../../src/chat/message.ts'

/** What can be done with a subscription. */
export function subscriptionActions({ id, state }: SubscriptionCard): readonly Action[] {
  return [
    { label: 'action.test', command: `test ${id}` },
    state === 'paused'
      ? { label: 'action.resume', command: `resume ${id}` }
      : { label: 'action.pause', command: `pause ${id}` },
    { label: 'action.unsubscribe', command: `unsubscribe ${id}` },
  ]
}
