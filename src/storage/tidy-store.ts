import type { Store } from '../records/ports/store.ts'

const DAY_MS = 24 * 3_600_000

/**
 * How long it is remembered what was decided, sent and told. The longest questions asked of it: whether a subscription that fell silent
 * ever spoke (60 days), what a destination was told (14 days, a story ends a week after its last article), which posts to correct (7 days).
 */
export const REMEMBERED_MS = 90 * DAY_MS

/** How long a workspace that removed the app is remembered: whoever installs it again within that time finds everything as it was. */
export const GONE_MS = 30 * DAY_MS

/** What `tidyStore` let go. */
export interface Tidied {
  /** Rows of slots, messages, what was told, and mutes. */
  readonly decided: number
  readonly articles: number
  /** Keys that ended. */
  readonly keys: number
  /** Stories that are called by no handle any more. */
  readonly handles: number
  /** Workspaces that removed the app thirty days ago. */
  readonly workspaces: number
  /** Steps in which the search index was put in order. */
  readonly steps: number
}

export interface TidyOptions {
  /** Stories end up to so many days after the last report of theirs; null keeps them for good. */
  readonly keepDays: number | null
  /** Asked between two of the many small steps; the next time goes on where it broke off. */
  readonly stopped?: () => boolean
}

/** Forgets what nothing asks for any more, lets go of stories where that is wished, and puts the search index in order. `now` in milliseconds since 1970. */
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
