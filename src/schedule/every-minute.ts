import cron from 'node-cron'

/**
 * Calls `tick` once a minute, never twice at the same time. node-cron gives the tick and nothing else: what is due
 * stands in the store. UTC, because in a zone with clock changes a sub-hourly schedule pauses (node-cron's README).
 */
export function everyMinute(tick: () => Promise<void>): { stop(): Promise<void> } {
  const task = cron.schedule('* * * * *', tick, { timezone: 'UTC', noOverlap: true })
  return {
    stop: async () => {
      await task.destroy()
    },
  }
}
