import type { ChatTools } from '../chat/chat-platform.ts'
import type { Store } from '../records/ports/store.ts'

/** What adapters ask and say of destinations that get no call any more. */
export function destinationTools(
  store: Pick<Store, 'destinations' | 'resumeDestination'>,
): Pick<ChatTools, 'resumeDestination' | 'pausedDestinations'> {
  return {
    resumeDestination: (destination) => store.resumeDestination(destination),
    async pausedDestinations() {
      const known = [...(await store.destinations())]
      return known.flatMap(([destination, { state }]) => (state === 'paused' ? [destination] : []))
    },
  }
}
