import PQueue from 'p-queue'
import { createFetcher, type Fetched, type Fetcher, type FetchOptions } from './fetch-feed.ts'
import { LONGEST_WAIT_MS, retryAt } from './next-read.ts'

export interface PoliteFetcherOptions extends FetchOptions {
  /** Milliseconds since 1970. Default `Date.now`. */
  readonly now?: (() => number) | undefined
  /** Hosts that asked for rest. Default: in memory, for a process that reads alone. */
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

/** The host asked for rest (429 or 503 with `Retry-After`) until then, in milliseconds since 1970, and was not asked. */
export interface Held {
  readonly status: 'held'
  readonly host: string
  readonly until: number
}

/**
 * Fetches so that no host is asked by more than two at once, or before it said. What reads feeds, pages and hubs shares one, or together
 * they would ask a host for more than each may.
 */
export interface PoliteFetcher {
  get(...request: Parameters<Fetcher['get']>): Promise<Fetched | Held>
  post(...request: Parameters<Fetcher['post']>): Promise<Fetched | Held>
  /** Breaks off what is under way. Harmless when it is closed already. */
  close(): Promise<void>
}

export function createPoliteFetcher(options: PoliteFetcherOptions): PoliteFetcher {
  const { now = Date.now, rests = restsInMemory() } = options
  const fetcher = createFetcher(options)
  const inTurn = createTurns({ perHost: 2, overall: 16 })

  const ask = (url: string, fetch: () => Promise<Fetched>): Promise<Fetched | Held> => {
    const host = URL.parse(url)?.host ?? ''
    return inTurn(host, async () => {
      // Looked at when its turn has come: the host may have asked for rest while others were before it.
      const until = (await rests.restOf(host)) ?? 0
      // No host is granted more: the clock was put back meanwhile.
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

/** Runs work when it is its host's turn: `perHost` of one host at the same time, `overall` in all. */
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
