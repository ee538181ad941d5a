import PQueue from 'p-queue'
import { LONGEST_WAIT_MS } from './next-read.ts'

/** Sees to it that no host is asked too much at once, or before it said. */
export interface HostManners {
  /** Runs the work when it is this host's turn. */
  inTurn<T>(host: string, work: () => Promise<T>): Promise<T>
  /** Until when the host asked to be left alone (milliseconds since 1970), or null. */
  heldUntil(host: string, now: number): number | null
  hold(host: string, until: number): void
}

/** `perHost` reads of one host at the same time, `overall` reads in all. */
export function createHostManners(limits: {
  readonly perHost: number
  readonly overall: number
}): HostManners {
  const everyone = new PQueue({ concurrency: limits.overall })
  const queues = new Map<string, PQueue>()
  const holds = new Map<string, number>()

  return {
    inTurn: async (host, work) => {
      const queue = queues.get(host) ?? new PQueue({ concurrency: limits.perHost })
      queues.set(host, queue)
      try {
        return await queue.add(() => everyone.add(work))
      } finally {
        if (queue.size === 0 && queue.pending === 0) queues.delete(host)
      }
    },
    heldUntil: (host, now) => {
      const until = holds.get(host)
      // No host is granted more: the clock was put back meanwhile.
      const isHeld = until !== undefined && until > now && until <= now + LONGEST_WAIT_MS
      if (isHeld) return until
      holds.delete(host)
      return null
    },
    hold: (host, until) => {
      holds.set(host, Math.max(until, holds.get(host) ?? 0))
    },
  }
}
