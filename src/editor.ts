import PQueue from 'p-queue'
import type { ArrivingArticle, TaggedArticle } from './records/article.ts'
import type { Store } from './records/ports/store.ts'
import type { KeptArticle, SettledHours } from './records/ports/source-states.ts'
import type { Placement } from './records/story.ts'
import { isNews } from './articles/to-article.ts'
import { SOURCE_BYTES, SOURCE_REMEMBERED } from './storage/bounds.ts'
import { toPlace } from './stories/article-to-place.ts'
import type { SettlingGrouper } from './stories/create-settling-grouper.ts'
import { hourOf } from './stories/hours.ts'
import { RUNNING_MS } from './stories/running.ts'
import { createStoryLoader } from './stories/create-story-loader.ts'
import { shareTheThread } from './thread/share-the-thread.ts'

export interface EditorTools {
  readonly store: Pick<
    Store,
    'knownVersions' | 'placedArticles' | 'storyPlaces' | 'settledUntil' | 'boundSource'
  >
  readonly grouper: SettlingGrouper
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Bytes that one source may take up in the store. Default `SOURCE_BYTES`. */
  readonly sourceBytes?: number
}

/** What a read brought, as known when it is kept. */
export interface Placed {
  readonly articles: readonly KeptArticle[]
  /** How many of them are new, not edits of stored articles. */
  readonly fresh: number
  /** Milliseconds since 1970. */
  readonly keptAt: number
}

/**
 * Places articles in stories and has them kept. Stories are shared state, so a store has one editor. Reads
 * are placed one after the other and kept one after the other; the next read is placed while the last one is
 * being kept.
 */
export function createEditor({ store, grouper, now, sourceBytes = SOURCE_BYTES }: EditorTools) {
  const takeUp = createStoryLoader(store, grouper)
  const placing = new PQueue({ concurrency: 1 })
  const keeping = new PQueue({ concurrency: 1 })
  /** Articles that are placed but not kept yet. */
  const underWay = new Set<string>()
  let settledUntil = hourOf(now())
  /** How articles were settled, until it is kept. */
  const unkept = new Set<Placement>()

  async function placeAll(arrived: readonly ArrivingArticle[]): Promise<readonly PlacedOne[]> {
    // Another feed of the outlet may have brought the same article.
    if (arrived.some(({ id }) => underWay.has(id))) await keeping.onIdle()
    const known = await store.knownVersions(arrived.map((article) => article.id))
    const placed: PlacedOne[] = []
    const pause = shareTheThread()
    for (const { terms, findings, ...entry } of arrived) {
      const before = known.get(entry.id)
      if (!isNews(entry, before)) continue
      const article: TaggedArticle =
        before === undefined
          ? { ...entry, seenAt: now() }
          : { ...entry, version: before.version + 1, seenAt: before.seenAt }
      placed.push({
        article,
        terms: terms.search,
        findings,
        placement: grouper.place(toPlace(article, terms.opening)),
        isFresh: before === undefined,
      })
      await pause()
    }
    return placed
  }

  async function keep(
    sourceId: string,
    placed: readonly PlacedOne[],
    write: (placed: Placed) => Promise<void>,
  ): Promise<Placed> {
    // Placed articles may have waited for their turn. A briefing decided meanwhile would miss whatever is
    // dated before it.
    const keptAt = now()
    const articles = placed.map(({ article, terms, findings, placement, isFresh }) => ({
      article: isFresh ? { ...article, seenAt: keptAt } : article,
      terms,
      findings,
      placement,
    }))
    const fresh = placed.filter(({ isFresh }) => isFresh).length
    const kept = { articles, fresh, keptAt }
    await write(kept)
    if (fresh > 0) await pruneSource(sourceId)
    return kept
  }

  /** Stops once the source is within its limit. */
  async function pruneSource(sourceId: string): Promise<void> {
    const bounds = { bytes: sourceBytes, remembered: SOURCE_REMEMBERED, at: now() }
    while ((await store.boundSource(sourceId, bounds)) > 0);
  }

  /** Settles the hours that are over since last time. Returns false if there is none. */
  async function settleHours(): Promise<boolean> {
    const hour = hourOf(now())
    const isOver = hour > settledUntil
    // A clock that was ahead and was set back does not keep articles open until it is there again.
    settledUntil = hour
    if (!isOver) return unkept.size > 0
    const pause = shareTheThread()
    const settling = grouper.settle(hour)
    let step = settling.next()
    for (; step.done !== true; step = settling.next()) await pause()
    for (const placement of step.value) unkept.add(placement)
    return true
  }

  return {
    /**
     * Groups the articles of the hours that are over for good, and resolves when `write` has kept it. Call it
     * often: between two hours it does nothing.
     * @throws what `write` throws; the next call then tries again
     */
    async settle(write: (settled: SettledHours) => Promise<void>): Promise<void> {
      const { placements, kept } = await placing.add(async () => {
        const isNew = await settleHours()
        const placements = [...unkept]
        const settled = { placements, hour: settledUntil, at: now() }
        return { placements, kept: isNew ? keeping.add(() => write(settled)) : null }
      })
      if (kept === null) return
      await kept
      for (const placement of placements) unkept.delete(placement)
    },

    /**
     * Places the articles of one read, in their order, and resolves when `write` has kept them.
     * @throws what `write` throws; the read may then be placed again
     */
    async place(
      sourceId: string,
      arrived: readonly ArrivingArticle[],
      write: (placed: Placed) => Promise<void>,
    ): Promise<Placed> {
      const { kept } = await placing.add(async () => {
        const placed = await placeAll(arrived)
        for (const { article } of placed) underWay.add(article.id)
        const inTurn = keeping.add(() => keep(sourceId, placed, write))
        const settled = (): void => {
          for (const { article } of placed) underWay.delete(article.id)
        }
        inTurn.then(settled, settled)
        return { kept: inTurn }
      })
      return kept
    },

    /** Keeps a read that brought no articles, when its turn has come. */
    inTurn: (write: () => Promise<void>): Promise<void> => keeping.add(write),

    /**
     * Loads the stories of the last days from the store; call it before anything is placed. A standby calls
     * it again while another editor places, to load what came or changed since, so little is left to read
     * when its term begins. Returns how many articles it read.
     */
    async resume(): Promise<number> {
      // Before the first settling, what came in hours that are over counts as settled.
      const hour = hourOf(now())
      settledUntil = Math.min((await store.settledUntil()) ?? hour, hour)
      return takeUp(now() - RUNNING_MS, settledUntil)
    },

    /** Drops stories that are too old to grow from memory. */
    forget: (): void => grouper.forget(now() - RUNNING_MS),
  }
}

interface PlacedOne extends KeptArticle {
  readonly findings: ArrivingArticle['findings']
  /** True of a new article, false of an edit. */
  readonly isFresh: boolean
}
