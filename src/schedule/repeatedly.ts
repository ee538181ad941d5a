import { setTimeout as wait } from 'node:timers/promises'
import type { Clock } from './clock.ts'

export interface Ticking {
  /** Settles once a tick under way has ended. */
  stop(): Promise<void>
}

/** No pause is shorter than this, however fast the clock. */
const SHORTEST_MS = 20

/** Calls `tick` again and again, never twice at the same time, with pauses of `pauseMs` of the clock between. */
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
