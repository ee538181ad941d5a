import { syncBuiltinESMExports } from 'node:module'
import timers from 'node:timers/promises'
import { promisify } from 'node:util'
import { onTestFinished, vi } from 'vitest'

/**
 * Makes the waits of this process `times` as fast until the test ends: pauses between retries, the pace of a
 * platform, also in libraries whose pauses cannot be configured. `performance.now` runs faster, too. Timers
 * set before keep their time. `Date`, `AbortSignal.timeout`, `vi.waitFor` and `expect.poll` are unchanged, so
 * timeouts made with these stay as long as before.
 */
export function hurry(times: number): void {
  const later = globalThis.setTimeout
  const wait = timers.setTimeout
  const now = performance.now.bind(performance)
  const began = now()
  const sooner = (run: (...values: unknown[]) => void, ms = 0, ...values: unknown[]) =>
    later(run, ms / times, ...values)
  const promised = { [promisify.custom]: (ms: number, value: unknown) => wait(ms / times, value) }
  vi.stubGlobal('setTimeout', Object.assign(sooner, promised))
  const spies = [
    vi.spyOn(timers, 'setTimeout').mockImplementation((ms = 0, ...rest) => wait(ms / times, ...rest)),
    vi.spyOn(performance, 'now').mockImplementation(() => began + (now() - began) * times),
  ]
  syncBuiltinESMExports()
  onTestFinished(() => {
    vi.stubGlobal('setTimeout', later)
    for (const spy of spies) spy.mockRestore()
    syncBuiltinESMExports()
  })
}
