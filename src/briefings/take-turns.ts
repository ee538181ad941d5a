import { setImmediate as letOthersRun } from 'node:timers/promises'

/** Work under way holds the thread so long at most before others get their turn. */
const HOLD_MS = 5

/** A pause to be called between pieces of work: it lets others run where the thread was held for five milliseconds. */
export function takeTurns(): () => Promise<void> {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < HOLD_MS) return
    await letOthersRun()
    since = performance.now()
  }
}
