import type { ChatTools } from '../chat/chat-platform.ts'
import type { Store } from '../storage/store.ts'
import type { BriefingRequest } from '../subscriptions/briefing-request.ts'

interface Tools {
  readonly store: Store
  /** Briefings of the settings. */
  readonly requests: readonly Pick<BriefingRequest, 'to'>[]
  /** Milliseconds since 1970. */
  readonly now: () => number
}

/** What adapters hear and say of destinations that get no call any more. */
export function destinationTools({
  store,
  requests,
  now,
}: Tools): Pick<ChatTools, 'resumeDestination' | 'pausedDestinations' | 'loseDestination'> {
  return {
    resumeDestination: (destination) => store.resumeDestination(destination),
    async pausedDestinations() {
      const known = [...(await store.destinations())]
      return known.flatMap(([destination, { state }]) => (state === 'paused' ? [destination] : []))
    },
    async loseDestination(destination, { reason }) {
      const isOfFile = requests.some(({ to }) => to === destination)
      if (!isOfFile && (await store.subscriptions({ to: destination })).length === 0) return
      await store.pauseDestination(destination, now(), reason)
    },
  }
}
