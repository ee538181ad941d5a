import { setTimeout as wait } from 'node:timers/promises'

/** Whoever stops us kills us after ten seconds (`docker stop`): what is under way has the better part of them, goodbyes the rest. In milliseconds. */
export const LAST_ROUNDS_MS = 6_000
export const FAREWELL_MS = 2_000

/** Whether it ended in time. @throws what it throws */
export async function endsWithin(ms: number, work: Promise<unknown>): Promise<boolean> {
  return Promise.race([work.then(() => true), wait(ms, false, { ref: false })])
}
