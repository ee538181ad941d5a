import { type Failure, type FeedState, NEVER_READ } from './records/feed-state.ts'
import type { Source } from './records/source.ts'
import type { Store } from './records/ports/store.ts'
import { toArticles } from './articles/to-article.ts'
import { type Complete, createCompleter, type CompleterTools } from './complete-articles.ts'
import type { FeedReader, ReadOutcome } from './feeds/feed-reader.ts'
import { isAhead, withoutFuture } from './feeds/moved-clock.ts'
import { afterRead } from './feeds/websub/hub-trust.ts'
import type { Delivery } from './feeds/websub/create-push-callback.ts'
import { tendPushes, type PushTools } from './feeds/websub/tend-pushes.ts'
import { noteLanguages } from './feeds/source-health.ts'

/** What the desk works with. Clock and network are arguments. */
export interface ReadingTools extends Omit<CompleterTools, 'store'> {
  readonly sources: readonly Source[]
  readonly store: CompleterTools['store'] & Pick<Store, 'feedStates'>
  readonly reader: Pick<FeedReader, 'take'> & { read(source: Source, state: FeedState): Promise<ReadOutcome> }
  /** Where what was read goes. */
  readonly keeper: ReadKeeper
  /** Our subscriptions at the hubs of feeds; absent where hubs cannot reach us. */
  readonly pushes?: PushTools
  /** Sources read at the same time; the reader itself sees to politeness per host. Default 8. */
  readonly readers?: number
  /** Ends a round early. What was broken off has not failed: it is due again. */
  readonly signal?: AbortSignal
}

/** Keeps reads: in this process behind an editor, or for one that is elsewhere. `stateOf` is asked when the read is kept, as hubs come back at any time. */
export interface ReadKeeper {
  /** Of the new articles and versions that were kept. */
  keep(source: Source, stateOf: (news: News) => FeedState, complete: Complete): Promise<Counted>
  /** A read that brought nothing. */
  keepState(sourceId: string, stateOf: () => Promise<FeedState>): Promise<void>
}

/** What a read brought, for the state of its source. */
export interface News {
  /** Articles that are no edit of what we had. */
  readonly fresh: number
  /** ISO 639-1 of each article and new version. */
  readonly languages: readonly string[]
  /** Milliseconds since 1970. */
  readonly keptAt: number
}

interface Counted {
  readonly fresh: number
  readonly versions: number
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

export type ReadingDesk = ReturnType<typeof createReadingDesk>

/** Reads what is due, tags it, has it kept. */
export function createReadingDesk(tools: ReadingTools) {
  const { store, reader, now, keeper, pushes } = tools
  const complete = createCompleter(tools)
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

  const learn = (sourceId: string, state: FeedState, { fresh, languages, keptAt }: News): FeedState => ({
    ...standing(sourceId, state),
    ...(languages.length > 0 && { lastTriedAt: keptAt }),
    lastNewAt: fresh > 0 ? keptAt : state.lastNewAt,
    writtenIn: noteLanguages(state.writtenIn, languages),
  })

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
      await keeper.keepState(source.id, async () => standing(source.id, outcome.state))
      report.failures.push({ sourceId: source.id, failure: outcome.failure })
      return
    }
    const read = outcome.status === 'new' ? toArticles(outcome.feed, source, now()) : []
    const learnt = (news: News): FeedState => learn(source.id, outcome.state, news)
    const { fresh, versions } = await keeper.keep(source, learnt, await complete(source, read))
    report.newArticles += fresh
    report.newVersions += versions
    if (outcome.status === 'new') report.read++
    else report.unchanged++
  }

  /** For hubs of feeds, see `createPushCallback`, as `takeDelivery`. */
  const keepPush = (sourceId: string): Promise<void> => keeper.keepState(sourceId, () => stateOf(sourceId))

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

  /** Reads a source, or lets it rest where its read could not be kept; the fault is the round's. */
  const tryOne = (source: Source, state: FeedState): Promise<void> =>
    readOne(source, state).catch((fault: unknown) => {
      faults.push(fault)
      restsUntil.set(source.id, now() + REST_MS)
    })

  /** What became of all that was read since the last time. @throws the first fault of it */
  function takeReport(): RoundReport {
    const told = report
    report = emptyReport()
    const [fault] = faults.splice(0)
    if (fault !== undefined) throw fault
    return told
  }

  return {
    takeDelivery,
    keepPush,
    takeReport,

    /** Takes up our subscriptions at hubs from the store. To be called once, before the first round. */
    async resume(): Promise<void> {
      if (!pushes) return
      for (const [sourceId, state] of await store.feedStates()) {
        const { push } = withoutFuture(state, now())
        if (push) pushes.book.set(sourceId, push)
      }
    },

    /** Reads one source, if it is due as it stands in the store; how it went stands in the next report. */
    async readSource(sourceId: string, kept: FeedState | undefined): Promise<void> {
      const source = tools.sources.find(({ id }) => id === sourceId)
      const state = withoutFuture(kept ?? NEVER_READ, now())
      if (source === undefined || tools.signal?.aborted === true) return
      if (!state.gone && hasRested(sourceId) && state.nextReadAt <= now()) await tryOne(source, state)
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
          await tryOne(source, states.get(source.id) ?? NEVER_READ)
          onProgress?.(++done, due.length)
        }
      }
      const readers = Array.from({ length: tools.readers ?? READERS }, readQueue)
      await Promise.all([...readers, tend(states).catch((fault: unknown) => faults.push(fault))])
      return takeReport()
    },
  }
}
