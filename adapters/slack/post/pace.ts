import { setTimeout as wait } from 'node:timers/promises'
import { LRUCache } from 'lru-cache'

/**
 * Rate limit of a channel: one message in this many milliseconds, and the size of a burst. "One message per
 * second per channel. Short bursts > 1 allowed" (https://docs.slack.dev/apis/web-api/rate-limits).
 */
const INTERVAL_MS = 1_000
const BURST = 3

/** Channels whose last message is remembered. The longest silent are forgotten first. */
const MOST_CHANNELS = 20_000

export type Pace = ReturnType<typeof createPace>

/** Limits the rate of messages for each channel separately. */
export function createPace() {
  /** When a whole burst is available again, in milliseconds of the monotonic clock. */
  const restedAt = new LRUCache<string, number>({ max: MOST_CHANNELS })
  return {
    /** Waits until the next message may go into this channel. */
    async turn(channel: string): Promise<void> {
      const now = performance.now()
      const rested = Math.max(now, restedAt.get(channel) ?? 0) + INTERVAL_MS
      restedAt.set(channel, rested)
      const ahead = rested - now - BURST * INTERVAL_MS
      if (ahead > 0) await wait(ahead)
    },
    /**
     * Whether a whole burst is available. If a message is refused then, it is not because of this channel.
     */
    hasRested: (channel: string): boolean => performance.now() >= (restedAt.get(channel) ?? 0),
  }
}

/**
 * Initial interval between messages in a workspace, in milliseconds, and size of a burst. Slack allows
 * "several hundred messages per minute" (https://docs.slack.dev/apis/web-api/rate-limits) without a number;
 * we start with three hundred, a fifth of which may go at once.
 */
const FIRST_INTERVAL_MS = 200
const WORKSPACE_BURST = 60

/**
 * Factor for the interval after each message that Slack accepts while others wait. It halves after some 350.
 */
const SPEED_UP_FACTOR = 0.998
/** Factor for the interval after Slack asked to wait. */
const SLOW_DOWN_FACTOR = 1.25
const SHORTEST_INTERVAL_MS = 20
const LONGEST_INTERVAL_MS = 1_000

/** Workspaces whose pace is remembered. The longest silent are forgotten first. */
const MOST_WORKSPACES = 5_000

/**
 * The queue of a workspace. Its times are milliseconds of a clock that stops while Slack asks to wait, so
 * that all posts keep their places.
 */
interface Line {
  /** When the last queued post may begin; in the past as far as the burst is unused. */
  lastAt: number
  intervalMs: number
  /** When the queue's clock was stopped (by that clock), and when it resumes (by the monotonic clock). */
  stoppedAt: number
  stoppedUntil: number
  readonly places: Map<string, number>
}

/**
 * Creates the queues of posts, one for each workspace.
 * @param now Milliseconds of the monotonic clock.
 */
export function createWorkspacePace(now: () => number = () => performance.now()) {
  const lines = new LRUCache<string, Line>({ max: MOST_WORKSPACES })

  function lineOf(team: string): Line {
    const line = lines.get(team) ?? {
      lastAt: -Infinity,
      intervalMs: FIRST_INTERVAL_MS,
      stoppedAt: 0,
      stoppedUntil: 0,
      places: new Map(),
    }
    lines.set(team, line)
    return line
  }

  const clockOf = ({ stoppedAt, stoppedUntil }: Line): number => stoppedAt + Math.max(0, now() - stoppedUntil)

  return {
    /**
     * Returns the milliseconds until a post of so many messages may begin; 0 if it may now. Its place is kept
     * under its key, so that it may begin when it asks again after that time.
     */
    enter(team: string, key: string, messages: number): number {
      const line = lineOf(team)
      const { intervalMs, stoppedUntil, places } = line
      const at = clockOf(line)
      const rested = at - WORKSPACE_BURST * intervalMs
      // All places in the queue have expired: their owners had the time to take them.
      if (line.lastAt <= rested) places.clear()
      let place = places.get(key)
      if (place === undefined) {
        line.lastAt = Math.max(rested, line.lastAt) + messages * intervalMs
        place = Math.max(at, line.lastAt)
      }
      const ahead = place - at + Math.max(0, stoppedUntil - now())
      if (ahead > 0) places.set(key, place)
      else places.delete(key)
      return Math.max(0, ahead)
    },
    /** Records that Slack accepted a message. */
    taken(team: string): void {
      const line = lineOf(team)
      if (line.places.size > 0)
        line.intervalMs = Math.max(SHORTEST_INTERVAL_MS, line.intervalMs * SPEED_UP_FACTOR)
    },
    /**
     * Records that Slack asked to wait, and not because of one channel: everybody waits, and this post goes
     * first afterwards.
     */
    pauseTeam(team: string, key: string, ms: number): void {
      const line = lineOf(team)
      const at = clockOf(line)
      // All requests under way are refused together; that counts as one refusal.
      if (now() >= line.stoppedUntil)
        line.intervalMs = Math.min(LONGEST_INTERVAL_MS, line.intervalMs * SLOW_DOWN_FACTOR)
      // Uses up the burst.
      line.lastAt = Math.max(line.lastAt, at)
      line.stoppedAt = at
      line.stoppedUntil = Math.max(line.stoppedUntil, now() + ms)
      line.places.set(key, at)
    },
  }
}
