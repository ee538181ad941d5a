import type { ChatTools } from '../chat/chat-platform.ts'
import type { BriefingRequest } from '../subscriptions/briefing-request.ts'
import type { Store } from '../storage/store.ts'

interface LosingTools {
  readonly store: Pick<Store, 'subscriptions' | 'loseDestination'>
  /** Those of the settings. */
  readonly requests: readonly BriefingRequest[]
  /** Milliseconds since 1970. */
  readonly now: () => number
}

/** A platform says that a place is lost: what speaks there rests as after a delivery that failed. Places where nothing speaks are not remembered. */
export function createLoseDestination({ store, requests, now }: LosingTools): ChatTools['loseDestination'] {
  return async (destination, { reason }) => {
    const speaks =
      requests.some(({ to }) => to === destination) ||
      (await store.subscriptions({ to: destination })).length > 0
    if (speaks) await store.loseDestination(destination, now(), reason)
  }
}
