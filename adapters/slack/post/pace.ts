import { setTimeout as wait } from 'node:timers/promises'
import { LRUCache } from 'lru-cache'

/** "One message per second per channel. Short bursts > 1 allowed" (https://docs.slack.dev/apis/web-api/rate-limits). */
const INTERVAL_MS = 1_000
const BURST = 3

/** Channels whose last message is remembered; what is forgotten has been silent longest. */
const CHANNELS = 20_000

/** Channels do not wait for one another. */
export interface Pace {
  /** Waits until the next message may go into this channel. */
  turn(channel: string): Promise<void>
  /** A whole burst is free: were a message refused now, it would not be because of this channel. */
  hasRested(channel: string): boolean
}

export function createPace(): Pace {
  /** When the channel has rested so long that a whole burst is free again; milliseconds of the monotonic clock. */
  const restedAt = new LRUCache<string, number>({ max: CHANNELS })
  return {
    async turn(channel) {
      const now = performance.now()
      const rested = Math.max(now, restedAt.get(channel) ?? 0) + INTERVAL_MS
      restedAt.set(channel, rested)
      const ahead = rested - now - BURST * INTERVAL_MS
      if (ahead > 0) await wait(ahead)
    },
    hasRested: (channel) => performance.now() >= (restedAt.get(channel) ?? 0),
  }
}
