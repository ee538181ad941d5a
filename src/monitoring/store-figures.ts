import { healthOf } from '../feeds/source-health.ts'
import { NEVER_READ } from '../records/feed-state.ts'
import type { SourceHealth } from '../records/message.ts'
import type { Waiting } from '../records/delivery.ts'
import type { Store } from '../records/ports/store.ts'
import type { Source } from '../records/source.ts'

export interface StoreFigures {
  /** When they were read, in milliseconds since 1970. */
  readonly at: number
  readonly articles: number
  readonly stories: number
  readonly bytes: number
  readonly sources: Readonly<Partial<Record<SourceHealth['state'], number>>>
  readonly waiting: Waiting
  readonly modelTokens: number
}

interface FigureTools {
  readonly store: Pick<Store, 'counts' | 'feedStates' | 'waiting'>
  readonly sources: () => readonly Source[]
  /** Tokens of the current UTC day. */
  readonly modelTokens: () => Promise<number>
  /** Milliseconds since 1970. */
  readonly now: () => number
}

/**
 * How long figures are reused, in real milliseconds. The states of ten thousand sources are some megabytes;
 * several readers within this time share one read.
 */
const FRESH_MS = 10_000

/**
 * Returns a function that reads the figures, at most once in ten seconds. Rejects if the store does not
 * answer.
 */
export function createStoreFigures({
  store,
  sources,
  modelTokens,
  now,
}: FigureTools): () => Promise<StoreFigures> {
  let kept: { readonly since: number; readonly figures: Promise<StoreFigures> } | null = null

  async function read(): Promise<StoreFigures> {
    const at = now()
    const [counts, states, waiting, tokens] = await Promise.all([
      store.counts(),
      store.feedStates(),
      store.waiting(at),
      modelTokens(),
    ])
    const { articles, stories, bytes } = counts
    const health = sources().map((source) => healthOf(source, states.get(source.id) ?? NEVER_READ, at).state)
    const byState = Object.fromEntries(
      [...Map.groupBy(health, (state) => state)].map(([state, own]) => [state, own.length]),
    )
    return { at, articles, stories, bytes, sources: byState, waiting, modelTokens: tokens }
  }

  return () => {
    if (kept === null || performance.now() - kept.since > FRESH_MS) {
      const figures = read()
      kept = { since: performance.now(), figures }
      figures.catch(() => (kept = null))
    }
    return kept.figures
  }
}
