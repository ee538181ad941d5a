/** Which of the rounds that a process goes through again and again still begin and end. */
export interface Pulse {
  /** Runs one round, and remembers when it began and ended. */
  round<T>(name: string, work: () => Promise<T>): Promise<T>
  /** What has hung for too long, in English; null while all is well. */
  silent(): string | null
}

/**
 * A round that began so long ago and has not ended hangs, in real milliseconds: the longest that goes well reads a hundred slow hosts at eight a time, half a minute
 * each.
 */
const HANGS_MS = 20 * 60_000

/** `now`: milliseconds of a clock that only goes forward. */
export function createPulse(now: () => number = () => performance.now()): Pulse {
  const since = new Map<string, number>()
  return {
    async round(name, work) {
      since.set(name, now())
      try {
        return await work()
      } finally {
        since.delete(name)
      }
    },
    silent() {
      const hanging = [...since].filter(([, began]) => now() - began > HANGS_MS)
      const told = hanging.map(
        ([name, began]) => `${name} since ${Math.round((now() - began) / 60_000)} minutes`,
      )
      return told.length === 0 ? null : `hangs: ${told.join(', ')}`
    },
  }
}
