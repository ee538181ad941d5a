import PQueue from 'p-queue'
import { Piscina } from 'piscina'
import type { FeedContext } from './parse-feed.ts'
import type { ParseAnswer, ParseTask } from './parse-worker.ts'

export interface FeedParserOptions {
  /** Worker threads. Default 1: one parses hundreds of feeds a second. */
  readonly threads?: number
  /** A feed that takes longer is given up and its thread ended. Default 10 s: 10 MB take about 3. */
  readonly deadlineMs?: number
  /** Heap of a thread; one that needs more is ended. Default 512 MB: 10 MB of feed take about 200. */
  readonly memoryMb?: number
}

/** Parses feeds outside the main thread. */
export interface FeedParser {
  /** Never rejects. The bytes may be moved to the thread and be gone afterwards. */
  parse(
    bytes: Uint8Array,
    context: FeedContext,
  ): Promise<ParseAnswer | { readonly status: 'killed'; readonly text: string }>
  close(): Promise<void>
}

/** Worker threads that are really ended when a feed takes too long or too much memory, and replaced. */
export function createFeedParser(options: FeedParserOptions = {}): FeedParser {
  const { threads = 1, deadlineMs = 10_000, memoryMb = 512 } = options
  const pool = new Piscina<ParseTask, ParseAnswer>({
    filename: new URL('./parse-worker.ts', import.meta.url).href,
    minThreads: threads,
    maxThreads: threads,
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
  })
  // One task a thread, so that waiting does not count against a task's deadline.
  const queue = new PQueue({ concurrency: threads })

  const run = async (bytes: Uint8Array, context: FeedContext): ReturnType<FeedParser['parse']> => {
    const signal = AbortSignal.timeout(deadlineMs)
    try {
      return await pool.run({ bytes, context }, { signal })
    } catch (error) {
      const reason = signal.aborted
        ? `took longer than ${deadlineMs / 1000} s`
        : `ended its thread (${error instanceof Error ? error.message : String(error)})`
      return { status: 'killed', text: `Parsing was stopped: the feed ${reason}.` }
    }
  }

  return {
    parse: (bytes, context) => queue.add(() => run(bytes, context)),
    close: () => pool.destroy(),
  }
}
