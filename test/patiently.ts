import { vi } from 'vitest'

/** Repeats a check until it passes, for longer than any busy machine needs. A passing test does not wait. */
export const patiently = <Value>(check: () => Value | Promise<Value>): Promise<Value> =>
  vi.waitFor(check, { timeout: 20_000, interval: 10 })
