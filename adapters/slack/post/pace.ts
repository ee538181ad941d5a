import { setTimeout as wait } from 'node:timers/promises'
import { LRUCache } from 'lru-cache'

/** "One message per second per channel. Short bursts > 1 allowed" (https://docs.slack.dev/apis/web-api/rate-limits). */
const INTERVAL_MS = 1_000
const BURST = 3

/** Channels whose last message is remembered; what is forgotten has been silent longest. */
const CHANNELS = 20_000

export type Pace = ReturnType<typeof createPace>

/** Channels do not wait for one another. */
export function createPace() {
  /** When the channel has rested so long that a whole burst is free again; milliseconds of the monotonic clock. */
  const restedAt = new LRUCache<string, number>({ max: CHANNELS })
  return {
    /** Waits until the next message may go into this channel. */
    async turn(channel: string): Promise<void> {
      const now = performance.now()
      const rested = Math.max(now, restedAt.get(channel) ?? 0) + INTERVAL_MS
      restedAt.set(channel, rested)
      const ahead = rested - now - BURST * INTERVAL_MS
      if (ahead > 0) await wait(ahead)
    },
    /** A whole burst is free: were a message refused now, it would not be because of this channel. */
    hasRested: (channel: string): boolean => performance.now() >= (restedAt.get(channel) ?? 0),
  }
}

/**
 * A workspace takes "several hundred messages per minute" (https://docs.slack.dev/apis/web-api/rate-limits); Slack names no number. We begin with three
 * hundred, a fifth of which may go at once.
 */
const FIRST_INTERVAL_MS = 200
const WORKSPACE_BURST = 60

/** So much closer do messages follow with each one that Slack takes while others wait: twice as close after some 350. */
const CLOSER = 0.998
/** So much further apart after Slack asked to wait. */
const FURTHER = 1.25
const SHORTEST_INTERVAL_MS = 20
const LONGEST_INTERVAL_MS = 1_000

/** Workspaces whose pace is remembered; what is forgotten has been silent longest. */
const WORKSPACES = 5_000

/** Times of a line are milliseconds of a clock that stands still while Slack asks to wait, so that all keep their places. */
interface Line {
  /** When the last of those in the line may begin; so far in the past as there is of the burst. */
  lastAt: number
  intervalMs: number
  /** When the clock of the line was stopped, by itself, and when it goes on, by the monotonic clock. */
  stoppedAt: number
  stoppedUntil: number
  readonly places: Map<string, number>
}

/**
 * The line of posts in front of each workspace. One workspace does not wait for another.
 * @param now Milliseconds of the monotonic clock.
 */
export function createWorkspacePace(now: () => number = () => performance.now()) {
  const lines = new LRUCache<string, Line>({ max: WORKSPACES })

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
     * Milliseconds until this post of so many messages may begin; 0 when it may now. Its place is kept under its key: who asks again
     * after so long may begin.
     */
    enter(team: string, key: string, messages: number): number {
      const line = lineOf(team)
      const { intervalMs, stoppedUntil, places } = line
      const at = clockOf(line)
      const rested = at - WORKSPACE_BURST * intervalMs
      // Whoever had a place here had the time to take it.
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
    /** Slack took a message. */
    taken(team: string): void {
      const line = lineOf(team)
      if (line.places.size > 0) line.intervalMs = Math.max(SHORTEST_INTERVAL_MS, line.intervalMs * CLOSER)
    },
    /** Slack asked to wait, and not because of one channel: all wait, and this post goes first then. */
    hold(team: string, key: string, ms: number): void {
      const line = lineOf(team)
      const at = clockOf(line)
      // All that were under way are refused together: that is one refusal.
      if (now() >= line.stoppedUntil)
        line.intervalMs = Math.min(LONGEST_INTERVAL_MS, line.intervalMs * FURTHER)
      // Nothing is left of the burst.
      line.lastAt = Math.max(line.lastAt, at)
      line.stoppedAt = at
      line.stoppedUntil = Math.max(line.stoppedUntil, now() + ms)
      line.places.set(key, at)
    },
  }
}
