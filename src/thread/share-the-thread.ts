import { setImmediate } from 'node:timers/promises'

/** People are answered within 3 s and timers kept within 20 ms; three loops may take turns. */
const HOLD_MS = 5

/**
 * Creates a pause for long loops: awaiting it gives the event loop a turn once this loop has held it for
 * `HOLD_MS`.
 */
export function shareTheThread(): () => Promise<void> {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < HOLD_MS) return
    await setImmediate()
    since = performance.now()
  }
}
