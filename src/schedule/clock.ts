import cron from 'node-cron'
import { setTimeout as wait } from 'node:timers/promises'

/** Tells the time; may run faster than the real clock. */
export interface Clock {
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Seconds of this clock in a real second. */
  readonly speed: number
}

export const REAL_CLOCK: Clock = { now: Date.now, speed: 1 }

/**
 * Returns a clock that shows `from` (ms since 1970) now and runs `speed` times as fast as the real one. For
 * rehearsals on feeds of the past.
 */
export function movedClock(from: number, speed: number): Clock {
  const started = Date.now()
  return { now: () => from + (Date.now() - started) * speed, speed }
}

export interface Ticking {
  /** Settles once a running tick has ended. */
  stop(): Promise<void>
}

/** No pause is shorter, however fast the clock. */
const SHORTEST_MS = 20

/** Calls `tick` again and again, never twice at once, with pauses of `pauseMs` by this clock in between. */
export function repeatedly(tick: () => Promise<void>, pauseMs: number, clock: Clock): Ticking {
  const stopping = new AbortController()
  const loop = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await tick()
      await wait(Math.max(SHORTEST_MS, pauseMs / clock.speed), undefined, { signal: stopping.signal }).catch(
        () => undefined,
      )
    }
  }
  const looping = loop()
  return {
    async stop() {
      stopping.abort()
      await looping
    },
  }
}

/**
 * Calls `tick` once a minute by this clock, never twice at once. On the real clock node-cron only triggers
 * the tick; what is due is in the store. The schedule is in UTC, because in a zone with clock changes a
 * sub-hourly schedule pauses (node-cron's README). A moved clock ticks by itself, as fast as its minutes
 * pass.
 */
export function everyMinute(tick: () => Promise<void>, clock: Clock): Ticking {
  if (clock.speed !== 1) return repeatedly(tick, 60_000, clock)
  let running: Promise<void> = Promise.resolve()
  const run = (): Promise<void> => (running = tick())
  const task = cron.schedule('* * * * *', run, { timezone: 'UTC', noOverlap: true })
  return {
    async stop() {
      await task.destroy()
      await running
    },
  }
}
