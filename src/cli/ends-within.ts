import { setTimeout as wait } from 'node:timers/promises'

/**
 * Time for work under way and for disconnecting, in milliseconds. `docker stop` kills the process after ten
 * seconds.
 */
export const LAST_ROUNDS_MS = 6_000
export const FAREWELL_MS = 2_000

/**
 * Whether the work ended in time.
 * @throws what the work throws
 */
export async function endsWithin(ms: number, work: Promise<unknown>): Promise<boolean> {
  return Promise.race([work.then(() => true), wait(ms, false, { ref: false })])
}
