import { setTimeout as wait } from 'node:timers/promises'
import { LRUCache } from 'lru-cache'

/** "One message per second per channel. Short bursts > 1 allowed" (https://docs.slack.dev/apis/web-api/rate-limits). */
const INTERVAL_MS = 1_000
const BURST = 3

/** Channels whose last message is remembered; what is forgotten has been silent longest. */
const CHANNELS = 20_000

/** Waits until the next message may go into this channel. Channels do not wait for one another. */
export type Pace = (channel: string) => Promise<void>

export function createPace(): Pace {
  /** When the channel has rested so long that a whole burst is free again; milliseconds of the monotonic clock. */
  const restedAt = new LRUCache<string, number>({ max: CHANNELS })
  return async (channel) => {
    const now = performance.now()
    const rested = Math.max(now, restedAt.get(channel) ?? 0) + INTERVAL_MS
    restedAt.set(channel, rested)
    const ahead = rested - now - BURST * INTERVAL_MS
    if (ahead > 0) await wait(ahead)
  }
}
