/** Watches the recurring rounds of a process for one that hangs. */
export interface Pulse {
  /** Runs one round and records when it begins and ends. */
  round<T>(name: string, work: () => Promise<T>): Promise<T>
  /** Which rounds hang, in English; null if none does. */
  silent(): string | null
}

/**
 * Duration after which a round counts as hanging, in real milliseconds. The longest healthy round reads a
 * hundred slow hosts, eight at a time, half a minute each.
 */
const HANGS_MS = 20 * 60_000

/** `now`: milliseconds of a monotonic clock. */
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
