import { setTimeout as wait } from 'node:timers/promises'

export interface Trying {
  /**
   * Milliseconds to wait before the next try, after so many failed (from 1), the last with this error; null where no
   * other would help.
   */
  readonly pause: (error: unknown, tries: number) => number | null
  /**
   * Ends it: once it is aborted no wait goes on and no other try begins. A call that shall end with it takes it, too.
   */
  readonly signal: AbortSignal
}

/**
 * Makes a call until it succeeds, as often as `pause` allows. For calls of which a repeat does no harm, or with a
 * `pause` that tells those apart which surely did nothing.
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
