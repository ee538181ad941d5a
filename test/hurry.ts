import { syncBuiltinESMExports } from 'node:module'
import timers from 'node:timers/promises'
import { promisify } from 'node:util'
import { onTestFinished, vi } from 'vitest'

/**
 * Lets the waits of this process pass so many times as fast until the test is over: pauses before another try, the pace of a platform, also those of
 * libraries, which nobody can set. What was set before keeps its time. `Date`, `AbortSignal.timeout`, `vi.waitFor` and `expect.poll` go on as ever: whoever
 * loses patience by these has as much of it as before.
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
