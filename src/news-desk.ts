import PQueue from 'p-queue'
import type { ReadArticle, SearchTerms, TaggedArticle } from './records/article.ts'
import { type Failure, type FeedState, NEVER_READ } from './records/feed-state.ts'
import type { Source } from './records/source.ts'
import type { Store } from './records/ports/store.ts'
import type { Placement } from './records/story.ts'
import { isNews, toArticles } from './articles/to-article.ts'
import { type Complete, createCompleter, type CompleterTools } from './complete-articles.ts'
import type { FeedReader, ReadOutcome } from './feeds/feed-reader.ts'
import { isAhead, withoutFuture } from './feeds/moved-clock.ts'
import { afterRead } from './feeds/websub/hub-trust.ts'
import type { Delivery } from './feeds/websub/create-push-callback.ts'
import { tendPushes, type PushTools } from './feeds/websub/tend-pushes.ts'
import { noteLanguages } from './feeds/source-health.ts'
import { SOURCE_BYTES, SOURCE_REMEMBERED } from './storage/bounds.ts'
import { toPlace } from './stories/article-to-place.ts'
import { createPendingMerges } from './stories/create-pending-merges.ts'
import type { StoryGrouper } from './stories/create-story-grouper.ts'
import { RUNNING_MS } from './stories/running.ts'
import { shareTheThread } from './thread/share-the-thread.ts'

/** What the desk works with. Clock and network are arguments. */
export interface DeskTools extends Omit<CompleterTools, 'store'> {
  readonly sources: readonly Source[]
  readonly store: CompleterTools['store'] &
    Pick<Store, 'feedStates' | 'keepRead' | 'placedArticles' | 'boundSource'>
  readonly reader: Pick<FeedReader, 'take'> & { read(source: Source, state: FeedState): Promise<ReadOutcome> }
  /** Our subscriptions at the hubs of feeds; absent where hubs cannot reach us. */
  readonly pushes?: PushTools
  readonly grouper: Pick<StoryGrouper, 'place' | 'restore' | 'forget'>
  /** What one source may fill in the store, in bytes. Default `SOURCE_BYTES`. */
  readonly sourceBytes?: number
  /** Sources read at the same time; the reader itself sees to politeness per host. Default 8. */
  readonly readers?: number
  /** Ends a round early. What was broken off has not failed: it is due again. */
  readonly signal?: AbortSignal
}

/** How long a source rests whose read could not be kept, for example on a full disk. */
const REST_MS = 5 * 60_000

/** Sources read at the same time. */
const READERS = 8

/** How one round of reading went. */
export interface RoundReport {
  read: number
  unchanged: number
  newArticles: number
  newVersions: number
  failures: { readonly sourceId: string; readonly failure: Failure }[]
  /** Sources that were read because a clock ahead of this one had read them before. */
  ahead: string[]
}

const emptyReport = (): RoundReport => ({
  read: 0,
  unchanged: 0,
  newArticles: 0,
  newVersions: 0,
  failures: [],
  ahead: [],
})

export type NewsDesk = ReturnType<typeof createNewsDesk>

/** The news desk: reads what is due, tags it, places it in stories, keeps it. */
export function createNewsDesk(tools: DeskTools) {
  const { store, reader, now, grouper, pushes } = tools
  const complete = createCompleter(tools)
  const merges = createPendingMerges()
  /** Stories are a shared state: reads run side by side, placing and keeping go one after the other, and the next read is placed while one is kept. */
  const placing = new PQueue({ concurrency: 1 })
  const keeping = new PQueue({ concurrency: 1 })
  /** Articles that are placed and not kept yet. */
  const underWay = new Set<string>()
  /** Until when sources rest whose read could not be kept: their state, which would say so, was not kept either. */
  const restsUntil = new Map<string, number>()
  /** Of the round under way, or before the next one: deliveries come at any time. */
  let report = emptyReport()
  const faults: unknown[] = []

  /** A state with the subscription as it is by now: hubs come back at any time. */
  const standing = (sourceId: string, state: FeedState): FeedState => ({
    ...state,
    push: pushes?.book.of(sourceId) ?? null,
  })

  /** No rest is longer than it was meant to be: the clock may have been put back. */
  function hasRested(sourceId: string): boolean {
    const left = (restsUntil.get(sourceId) ?? 0) - now()
    return left <= 0 || left > REST_MS
  }

  const stateOf = async (sourceId: string): Promise<FeedState> =>
    standing(sourceId, withoutFuture((await store.feedStates()).get(sourceId) ?? NEVER_READ, now()))

  async function place(entries: readonly ReadArticle[]): Promise<readonly Placed[]> {
    // Another feed of the outlet may have brought the same article.
    if (entries.some(({ id }) => underWay.has(id))) await keeping.onIdle()
    const known = await store.knownVersions(entries.map((article) => article.id))
    const placed: Placed[] = []
    const pause = shareTheThread()
    for (const { terms, ...entry } of entries) {
      const before = known.get(entry.id)
      if (!isNews(entry, before)) continue
      const article: TaggedArticle =
        before === undefined
          ? { ...entry, seenAt: now() }
          : { ...entry, version: before.version + 1, seenAt: before.seenAt }
      placed.push({
        article,
        terms: terms.search,
        placement: grouper.place(toPlace(article, terms.opening)),
        isFresh: before === undefined,
      })
      await pause()
    }
    return placed
  }

  async function keep(
    source: Source,
    state: FeedState,
    placed: readonly Placed[],
    printed: Complete['printed'],
  ): Promise<void> {
    // What was placed may have waited for its turn: a briefing decided meanwhile would pass by what is dated before it.
    const keptAt = now()
    const kept = placed.map(({ article, terms, placement, isFresh }) => ({
      article: isFresh ? { ...article, seenAt: keptAt } : article,
      terms,
      placement: merges.withPending(placement),
    }))
    const fresh = placed.filter(({ isFresh }) => isFresh).length
    const learnt: FeedState = {
      ...standing(source.id, state),
      ...(kept.length > 0 && { lastTriedAt: keptAt }),
      lastNewAt: fresh > 0 ? keptAt : state.lastNewAt,
      writtenIn: noteLanguages(
        state.writtenIn,
        kept.map(({ article }) => article.tags.language),
      ),
    }
    await merges.keeping(
      kept.map(({ placement }) => placement),
      () => store.keepRead({ sourceId: source.id, state: learnt, articles: kept, printed }),
    )
    if (fresh > 0) await letGoOf(source.id)
    report.newArticles += fresh
    report.newVersions += kept.length - fresh
  }

  async function placeAndKeep(
    source: Source,
    state: FeedState,
    { articles, printed }: Complete,
  ): Promise<void> {
    const { kept } = await placing.add(async () => {
      const placed = await place(articles)
      for (const { article } of placed) underWay.add(article.id)
      const inTurn = keeping.add(() => keep(source, state, placed, printed))
      const settled = (): void => {
        for (const { article } of placed) underWay.delete(article.id)
      }
      inTurn.then(settled, settled)
      return { kept: inTurn }
    })
    await kept
  }

  /** Until the source fills no more than it may. */
  async function letGoOf(sourceId: string): Promise<void> {
    const bounds = { bytes: tools.sourceBytes ?? SOURCE_BYTES, remembered: SOURCE_REMEMBERED, at: now() }
    while ((await store.boundSource(sourceId, bounds)) > 0);
  }

  async function readOne(source: Source, kept: FeedState): Promise<void> {
    const state = standing(source.id, kept)
    const outcome = await reader.read(source, state)
    const push = pushes?.book.of(source.id)
    if (pushes && push) pushes.book.set(source.id, afterRead(push, state, outcome.state, now()))
    await keepOutcome(source, outcome)
  }

  async function keepOutcome(source: Source, outcome: ReadOutcome): Promise<void> {
    if (outcome.status === 'failed') {
      if (tools.signal?.aborted === true) return
      const state = standing(source.id, outcome.state)
      await keeping.add(() => store.keepRead({ sourceId: source.id, state, articles: [] }))
      report.failures.push({ sourceId: source.id, failure: outcome.failure })
      return
    }
    const read = outcome.status === 'new' ? toArticles(outcome.feed, source, now()) : []
    await placeAndKeep(source, outcome.state, await complete(source, read))
    if (outcome.status === 'new') report.read++
    else report.unchanged++
  }

  /** For hubs of feeds, see `createPushCallback`, as `takeDelivery`. */
  async function keepPush(sourceId: string): Promise<void> {
    await keeping.add(async () => {
      await store.keepRead({ sourceId, state: await stateOf(sourceId), articles: [] })
    })
  }

  async function takeDelivery(sourceId: string, delivery: Delivery): Promise<void> {
    const source = tools.sources.find(({ id }) => id === sourceId)
    if (!source || !pushes) return
    try {
      await keepOutcome(source, await reader.take(source, await stateOf(sourceId), delivery))
    } catch (fault) {
      faults.push(fault)
    }
  }

  async function tend(states: ReadonlyMap<string, FeedState>): Promise<void> {
    if (!pushes) return
    const read = new Set(tools.sources.map(({ id }) => id))
    for (const sourceId of await tendPushes(states, (id) => read.has(id), pushes)) await keepPush(sourceId)
  }

  return {
    takeDelivery,
    keepPush,

    /** Takes up the stories of the last days from the store. To be called once, before the first round. */
    async resume(): Promise<number> {
      if (pushes) {
        for (const [sourceId, state] of await store.feedStates()) {
          const { push } = withoutFuture(state, now())
          if (push) pushes.book.set(sourceId, push)
        }
      }
      const placed = await store.placedArticles(now() - RUNNING_MS)
      const pause = shareTheThread()
      for (const article of placed) {
        const { storyId, storylineId, copyOf, agency } = article
        grouper.restore({ ...toPlace(article), storyId, storylineId, copyOf, agency })
        await pause()
      }
      return placed.length
    },

    /**
     * Reads every source that is due (all of them with `all`). One failing source stops nothing.
     * @throws what the store threw when a read could not be kept, after all the others were read
     */
    async readDue({
      all = false,
      onProgress,
    }: {
      readonly all?: boolean
      readonly onProgress?: (done: number, total: number) => void
    } = {}): Promise<RoundReport> {
      grouper.forget(now() - RUNNING_MS)
      const kept = await store.feedStates()
      const states = new Map([...kept].map(([id, state]) => [id, withoutFuture(state, now())]))
      const due = tools.sources.filter((source) => {
        const state = states.get(source.id) ?? NEVER_READ
        return !state.gone && hasRested(source.id) && (all || state.nextReadAt <= now())
      })
      for (const { id } of due) if (isAhead(kept.get(id) ?? NEVER_READ, now())) report.ahead.push(id)
      let done = 0
      const queue = due.values()
      const readQueue = async (): Promise<void> => {
        for (const source of queue) {
          if (tools.signal?.aborted === true) return
          await readOne(source, states.get(source.id) ?? NEVER_READ).catch((fault: unknown) => {
            faults.push(fault)
            restsUntil.set(source.id, now() + REST_MS)
          })
          onProgress?.(++done, due.length)
        }
      }
      const readers = Array.from({ length: tools.readers ?? READERS }, readQueue)
      await Promise.all([...readers, tend(states).catch((fault: unknown) => faults.push(fault))])
      const told = report
      report = emptyReport()
      const [fault] = faults.splice(0)
      if (fault !== undefined) throw fault
      return told
    },
  }
}

interface Placed {
  readonly article: TaggedArticle
  readonly terms: SearchTerms
  readonly placement: Placement
  /** Not an edit of what we have. */
  readonly isFresh: boolean
}
