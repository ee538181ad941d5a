import { type Failure, type FeedState, NEVER_READ } from './records/feed-state.ts'
import type { Source } from './records/source.ts'
import type { Store } from './records/ports/store.ts'
import { toArticles } from './articles/to-article.ts'
import { type CompletedRead, createCompleter, type CompleterTools } from './complete-articles.ts'
import type { FeedReader, ReadOutcome } from './feeds/feed-reader.ts'
import { hasFutureTimes, withoutFuture } from './feeds/moved-clock.ts'
import { afterRead } from './feeds/websub/hub-trust.ts'
import type { Delivery } from './feeds/websub/create-push-callback.ts'
import { tendPushes, type PushTools } from './feeds/websub/tend-pushes.ts'
import { noteLanguages } from './feeds/source-health.ts'

/** What the desk needs. Clock and network are arguments. */
export interface ReadingTools extends Omit<CompleterTools, 'store'> {
  readonly sources: readonly Source[]
  readonly store: CompleterTools['store'] & Pick<Store, 'feedStates'>
  readonly reader: Pick<FeedReader, 'readDelivery'> & {
    read(source: Source, state: FeedState): Promise<ReadOutcome>
  }
  /** Where reads are kept. */
  readonly keeper: ReadKeeper
  /** Our subscriptions at WebSub hubs; absent where hubs cannot reach us. */
  readonly pushes?: PushTools
  /** Sources read at the same time; the reader itself sees to politeness per host. Default 8. */
  readonly readers?: number
  /** Ends a round early. Reads that were aborted have not failed: their sources are due again. */
  readonly signal?: AbortSignal
}

/**
 * Keeps reads, through an editor in this process or for one elsewhere. `stateOf` is called when the read is
 * kept, since hubs may answer at any time.
 */
export interface ReadKeeper {
  /** Keeps new articles and versions. */
  keep(source: Source, stateOf: (news: News) => FeedState, complete: CompletedRead): Promise<Counted>
  /** Keeps a read that brought nothing. */
  keepState(sourceId: string, stateOf: () => Promise<FeedState>): Promise<void>
}

/** What a read brought, for the state of its source. */
export interface News {
  /** Number of articles that are new, not edits. */
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

/** How long a source rests after its read could not be kept, for example because the disk is full. */
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
  /** Sources read although not due, because they were last read by a clock ahead of this one. */
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
  /**
   * When the rest of each source ends whose read could not be kept. In memory, since its state could not be
   * kept either.
   */
  const restsUntil = new Map<string, number>()
  /** Results of the current round, or since the last one: hubs deliver at any time. */
  let report = emptyReport()
  const faults: unknown[] = []

  /** The state with its hub subscription as it is now: hubs may answer at any time. */
  const withCurrentPush = (sourceId: string, state: FeedState): FeedState => ({
    ...state,
    push: pushes?.book.of(sourceId) ?? null,
  })

  /** Caps each rest at its intended length: the clock may have been set back. */
  function hasRested(sourceId: string): boolean {
    const left = (restsUntil.get(sourceId) ?? 0) - now()
    return left <= 0 || left > REST_MS
  }

  const stateOf = async (sourceId: string): Promise<FeedState> =>
    withCurrentPush(sourceId, withoutFuture((await store.feedStates()).get(sourceId) ?? NEVER_READ, now()))

  const stateAfter = (sourceId: string, state: FeedState, { fresh, languages, keptAt }: News): FeedState => ({
    ...withCurrentPush(sourceId, state),
    ...(languages.length > 0 && { lastTriedAt: keptAt }),
    lastNewAt: fresh > 0 ? keptAt : state.lastNewAt,
    writtenIn: noteLanguages(state.writtenIn, languages),
  })

  async function readOne(source: Source, kept: FeedState): Promise<void> {
    const state = withCurrentPush(source.id, kept)
    const outcome = await reader.read(source, state)
    const push = pushes?.book.of(source.id)
    if (pushes && push) pushes.book.set(source.id, afterRead(push, state, outcome.state, now()))
    await keepOutcome(source, outcome)
  }

  async function keepOutcome(source: Source, outcome: ReadOutcome): Promise<void> {
    if (outcome.status === 'failed') {
      if (tools.signal?.aborted === true) return
      await keeper.keepState(source.id, async () => withCurrentPush(source.id, outcome.state))
      report.failures.push({ sourceId: source.id, failure: outcome.failure })
      return
    }
    const read = outcome.status === 'new' ? toArticles(outcome.feed, source, now()) : []
    const stateAfterRead = (news: News): FeedState => stateAfter(source.id, outcome.state, news)
    const { fresh, versions } = await keeper.keep(source, stateAfterRead, await complete(source, read))
    report.newArticles += fresh
    report.newVersions += versions
    if (outcome.status === 'new') report.read++
    else report.unchanged++
  }

  /** The `takeDelivery` that `createPushCallback` wants. */
  const keepPush = (sourceId: string): Promise<void> => keeper.keepState(sourceId, () => stateOf(sourceId))

  async function takeDelivery(sourceId: string, delivery: Delivery): Promise<void> {
    const source = tools.sources.find(({ id }) => id === sourceId)
    if (!source || !pushes) return
    try {
      await keepOutcome(source, await reader.readDelivery(source, await stateOf(sourceId), delivery))
    } catch (fault) {
      faults.push(fault)
    }
  }

  async function tend(states: ReadonlyMap<string, FeedState>): Promise<void> {
    if (!pushes) return
    const read = new Set(tools.sources.map(({ id }) => id))
    for (const sourceId of await tendPushes(states, (id) => read.has(id), pushes)) await keepPush(sourceId)
  }

  /** Reads a source, or lets it rest if its read cannot be kept; the round reports the fault. */
  const tryToRead = (source: Source, state: FeedState): Promise<void> =>
    readOne(source, state).catch((fault: unknown) => {
      faults.push(fault)
      restsUntil.set(source.id, now() + REST_MS)
    })

  /** Returns the outcome of all reads since the last call. @throws the first fault among them */
  function takeReport(): RoundReport {
    const finished = report
    report = emptyReport()
    const [fault] = faults.splice(0)
    if (fault !== undefined) throw fault
    return finished
  }

  return {
    takeDelivery,
    keepPush,
    takeReport,

    /** Loads our subscriptions at hubs from the store. Call it once, before the first round. */
    async resume(): Promise<void> {
      if (!pushes) return
      for (const [sourceId, state] of await store.feedStates()) {
        const { push } = withoutFuture(state, now())
        if (push) pushes.book.set(sourceId, push)
      }
    },

    /** Reads one source if the store says it is due; the next report tells how it went. */
    async readSource(sourceId: string, kept: FeedState | undefined): Promise<void> {
      const source = tools.sources.find(({ id }) => id === sourceId)
      const state = withoutFuture(kept ?? NEVER_READ, now())
      if (source === undefined || tools.signal?.aborted === true) return
      if (!state.gone && hasRested(sourceId) && state.nextReadAt <= now()) await tryToRead(source, state)
    },

    /**
     * Reads every source that is due (all of them with `all`). One failing source stops nothing.
     * @throws the store's error when a read could not be kept, after all the others were read
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
      for (const { id } of due) if (hasFutureTimes(kept.get(id) ?? NEVER_READ, now())) report.ahead.push(id)
      let done = 0
      const queue = due.values()
      const readQueue = async (): Promise<void> => {
        for (const source of queue) {
          if (tools.signal?.aborted === true) return
          await tryToRead(source, states.get(source.id) ?? NEVER_READ)
          onProgress?.(++done, due.length)
        }
      }
      const readers = Array.from({ length: tools.readers ?? READERS }, readQueue)
      await Promise.all([...readers, tend(states).catch((fault: unknown) => faults.push(fault))])
      return takeReport()
    },
  }
}
