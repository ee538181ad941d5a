import type { Store } from './store.ts'

const DAY_MS = 24 * 3_600_000

/**
 * How long it is remembered what was decided, sent and told. The longest questions asked of it: whether a subscription that fell silent
 * ever spoke (60 days), what a destination was told (14 days, a story ends a week after its last article), which posts to correct (7 days).
 */
export const REMEMBERED_MS = 90 * DAY_MS

/** What `tidyStore` let go. */
export interface Tidied {
  /** Rows of slots, messages, tellings and mutes. */
  readonly decided: number
}

/** Forgets what nothing asks for any more, in many small steps. Breaks off between two of them once `stopped` says so; the next time goes on. */
export async function tidyStore(
  store: Pick<Store, 'pruneDecided'>,
  now: number,
  stopped: () => boolean = () => false,
): Promise<Tidied> {
  let decided = 0
  while (!stopped()) {
    const pruned = await store.pruneDecided(now - REMEMBERED_MS)
    if (pruned === 0) break
    decided += pruned
  }
  return { decided }
}
