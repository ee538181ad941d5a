import PQueue from 'p-queue'
import { createFetcher, type Fetched, type Fetcher, type FetchOptions } from './fetch-feed.ts'
import { LONGEST_WAIT_MS, retryAt } from './next-read.ts'

export interface PoliteFetcherOptions extends FetchOptions {
  /** Milliseconds since 1970. Default `Date.now`. */
  readonly now?: (() => number) | undefined
  /** Hosts that asked for a rest. Default: in memory, for a process that reads alone. */
  readonly rests?: HostRests | undefined
}

/** Until when hosts asked to be left alone, in milliseconds since 1970. */
interface HostRests {
  restOf(host: string): Promise<number | null>
  restHost(host: string, until: number): Promise<void>
}

function restsInMemory(): HostRests {
  const rests = new Map<string, number>()
  return {
    restOf: async (host) => rests.get(host) ?? null,
    restHost: async (host, until) => void rests.set(host, Math.max(until, rests.get(host) ?? 0)),
  }
}

/**
 * The request was not sent, because the host asked for a rest (429 or 503 with `Retry-After`) until this
 * time, in milliseconds since 1970.
 */
export interface HostResting {
  readonly status: 'held'
  readonly host: string
  readonly until: number
}

/**
 * Fetches with at most two requests per host at a time, and none before the host's `Retry-After`. Readers of
 * feeds, pages and hubs must share one instance, or together they would exceed the limit.
 */
export interface PoliteFetcher {
  get(...request: Parameters<Fetcher['get']>): Promise<Fetched | HostResting>
  post(...request: Parameters<Fetcher['post']>): Promise<Fetched | HostResting>
  /** Aborts requests under way. May be called more than once. */
  close(): Promise<void>
}

export function createPoliteFetcher(options: PoliteFetcherOptions): PoliteFetcher {
  const { now = Date.now, rests = restsInMemory() } = options
  const fetcher = createFetcher(options)
  const inTurn = createTurns({ perHost: 2, overall: 16 })

  const ask = (url: string, fetch: () => Promise<Fetched>): Promise<Fetched | HostResting> => {
    const host = URL.parse(url)?.host ?? ''
    return inTurn(host, async () => {
      // Checked only when its turn has come: the host may have asked for a rest while other requests were
      // ahead.
      const until = (await rests.restOf(host)) ?? 0
      // A rest further away than our longest wait means that the clock was put back; it is ignored.
      if (until > now() && until <= now() + LONGEST_WAIT_MS) return { status: 'held', host, until }
      const fetched = await fetch()
      const rest = fetched.status === 'failed' ? retryAt(fetched.headers['retry-after'], now()) : null
      if (rest !== null) await rests.restHost(host, rest)
      return fetched
    })
  }

  return {
    get: (url, ...rest) => ask(url, () => fetcher.get(url, ...rest)),
    post: (url, ...rest) => ask(url, () => fetcher.post(url, ...rest)),
    close: () => fetcher.close(),
  }
}

/** Runs work when it is its host's turn: at most `perHost` at a time for one host, `overall` for all. */
export function createTurns({ perHost, overall }: Readonly<Record<'perHost' | 'overall', number>>) {
  const everyone = new PQueue({ concurrency: overall })
  const queues = new Map<string, PQueue>()
  return async <T>(host: string, work: () => Promise<T>): Promise<T> => {
    const queue = queues.getOrInsertComputed(host, () => new PQueue({ concurrency: perHost }))
    try {
      return await queue.add(() => everyone.add(work))
    } finally {
      if (queue.size === 0 && queue.pending === 0) queues.delete(host)
    }
  }
}
