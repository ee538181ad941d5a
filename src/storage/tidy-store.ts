import type { Store } from '../records/ports/store.ts'

const DAY_MS = 24 * 3_600_000

/**
 * How long decisions, deliveries and told stories are remembered. The longest questions about them: whether a
 * subscription that fell silent ever spoke (60 days), what a destination was told (14 days; a story ends a
 * week after its last article), which posts to correct (7 days).
 */
export const REMEMBERED_MS = 90 * DAY_MS

/**
 * How long a workspace that removed the app is remembered. Who reinstalls the app within that time finds
 * everything as it was.
 */
export const GONE_MS = 30 * DAY_MS

/** What `tidyStore` deleted. */
export interface Tidied {
  /** Rows of slots, messages, told stories and mutes. */
  readonly decided: number
  readonly articles: number
  /** Expired keys. */
  readonly keys: number
  /** Stories that lost their handle. */
  readonly handles: number
  /** Workspaces that removed the app thirty days ago. */
  readonly workspaces: number
  /** Steps of upkeep of the search index. */
  readonly steps: number
}

export interface TidyOptions {
  /** Days for which stories are kept after their last report; null keeps them for good. */
  readonly keepDays: number | null
  /** Checked between the many small steps. The next call continues where this one stopped. */
  readonly stopped?: () => boolean
}

/**
 * Deletes what nothing asks for any more, deletes old stories if configured, and does the upkeep of the
 * search index. `now` is in milliseconds since 1970.
 */
export async function tidyStore(
  store: Pick<
    Store,
    | 'pruneAccessKeys'
    | 'pruneDecided'
    | 'pruneHandles'
    | 'pruneArticles'
    | 'forgetLeftWorkspace'
    | 'tidySearch'
  >,
  now: number,
  { keepDays, stopped = () => false }: TidyOptions,
): Promise<Tidied> {
  const all = async (step: () => Promise<number>): Promise<number> => {
    let sum = 0
    while (!stopped()) {
      const some = await step()
      if (some === 0) break
      sum += some
    }
    return sum
  }
  return {
    workspaces: await all(() => store.forgetLeftWorkspace(now - GONE_MS)),
    keys: await store.pruneAccessKeys(now),
    decided: await all(() => store.pruneDecided(now - REMEMBERED_MS)),
    articles: keepDays === null ? 0 : await all(() => store.pruneArticles(now - keepDays * DAY_MS)),
    handles: await all(() => store.pruneHandles(now - REMEMBERED_MS)),
    steps: await all(async () => Math.sign(await store.tidySearch())),
  }
}
