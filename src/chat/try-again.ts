import { setTimeout as wait } from 'node:timers/promises'

/** When to try again, and what ends the trying. */
export interface Trying {
  /**
   * Returns how many ms to wait before the next try, given the last error and how many tries failed (from 1);
   * null to give up.
   */
  readonly pause: (error: unknown, tries: number) => number | null
  /**
   * Ends the trying: after an abort no wait goes on and no try begins. Pass it to the call itself if the call
   * shall end too.
   */
  readonly signal: AbortSignal
}

/**
 * Calls a function until it succeeds, as often as `pause` allows. For calls that may safely be repeated, or
 * with a `pause` that gives up unless the failed call surely did nothing.
 * @throws the last error of the call
 */
export async function tryAgain<Value>(call: () => Promise<Value>, { pause, signal }: Trying): Promise<Value> {
  for (let tries = 1; ; tries++) {
    try {
      return await call()
    } catch (error) {
      const ms = signal.aborted ? null : pause(error, tries)
      if (ms === null || !(await waited(ms, signal))) throw error
    }
  }
}

const waited = (ms: number, signal: AbortSignal): Promise<boolean> =>
  wait(ms, true, { signal }).catch(() => false)
