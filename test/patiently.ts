import { vi } from 'vitest'

/** Checks again and again until it holds, for longer than any busy machine takes: a test that is right does not wait. */
export const patiently = <Value>(check: () => Value | Promise<Value>): Promise<Value> =>
  vi.waitFor(check, { timeout: 20_000, interval: 10 })
