import cron from 'node-cron'
import type { Clock } from './clock.ts'
import { repeatedly, type Ticking } from './repeatedly.ts'

/**
 * Calls `tick` once a minute of the clock, never twice at the same time. On the real clock node-cron gives the tick and
 * nothing else: what is due stands in the store. UTC, because in a zone with clock changes a sub-hourly schedule pauses
 * (node-cron's README). A moved clock ticks by itself, as fast as its minutes pass.
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
