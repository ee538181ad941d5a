import { setTimeout as wait } from 'node:timers/promises'
import cron from 'node-cron'
import type { Clock } from './clock.ts'

export interface Ticking {
  /** Settles once a tick under way has ended. */
  stop(): Promise<void>
}

/**
 * Calls `tick` once a minute of the clock, never twice at the same time. On the real clock node-cron gives the tick and
 * nothing else: what is due stands in the store. UTC, because in a zone with clock changes a sub-hourly schedule pauses
 * (node-cron's README). A moved clock ticks by itself, as fast as its minutes pass.
 */
export function everyMinute(tick: () => Promise<void>, clock: Clock): Ticking {
  let running: Promise<void> = Promise.resolve()
  const run = (): Promise<void> => (running = tick())
  if (clock.speed !== 1) return everyMovedMinute(run, clock.speed)
  const task = cron.schedule('* * * * *', run, { timezone: 'UTC', noOverlap: true })
  return {
    async stop() {
      await task.destroy()
      await running
    },
  }
}

/** No tick is shorter than this, however fast the clock. */
const SHORTEST_MS = 20

function everyMovedMinute(tick: () => Promise<void>, speed: number): Ticking {
  const stopping = new AbortController()
  const loop = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await tick()
      await wait(Math.max(SHORTEST_MS, 60_000 / speed), undefined, { signal: stopping.signal }).catch(
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
