import { createFetcher, type Fetched, type Fetcher, type FetchOptions } from './fetch-feed.ts'
import { createHostManners } from './host-manners.ts'
import { retryAt } from './next-read.ts'

export interface PoliteFetcherOptions extends FetchOptions {
  /** Milliseconds since 1970. Default `Date.now`. */
  readonly now?: (() => number) | undefined
  /** Requests at the same time over all hosts. Default 16; of one host it is 2. */
  readonly concurrency?: number | undefined
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
  const { now = Date.now, concurrency = 16 } = options
  const fetcher = createFetcher(options)
  const manners = createHostManners({ perHost: 2, overall: concurrency })

  const ask = (url: string, fetch: () => Promise<Fetched>): Promise<Fetched | Held> => {
    const host = URL.parse(url)?.host ?? ''
    return manners.inTurn(host, async () => {
      // Looked at when its turn has come: the host may have asked for rest while others were before it.
      const until = manners.heldUntil(host, now())
      if (until !== null) return { status: 'held', host, until }
      const fetched = await fetch()
      const rest = fetched.status === 'failed' ? retryAt(fetched.headers['retry-after'], now()) : null
      if (rest !== null) manners.hold(host, rest)
      return fetched
    })
  }

  return {
    get: (url, ...rest) => ask(url, () => fetcher.get(url, ...rest)),
    post: (url, form) => ask(url, () => fetcher.post(url, form)),
    close: () => fetcher.close(),
  }
}
