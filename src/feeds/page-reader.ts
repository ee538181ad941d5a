import type { ExtractTask } from './extract-worker.ts'
import { createKillableThreads, type ThreadLimits } from '../thread/killable-threads.ts'
import {
  createPoliteFetcher,
  createTurns,
  type PoliteFetcher,
  type PoliteFetcherOptions,
} from './polite-fetcher.ts'
import type { FailureKind } from '../records/feed-state.ts'
import { createRobotsRules } from './robots-rules.ts'

export interface PageReaderOptions extends PoliteFetcherOptions {
  readonly threads?: ThreadLimits | undefined
}

/** How reading the page behind a teaser ended. */
type PageOutcome =
  | { readonly status: 'read'; readonly text: string }
  /** The site's robots.txt asks us not to. */
  | { readonly status: 'disallowed' }
  /** There is a page, but no article could be found on it. */
  | { readonly status: 'no-article' }
  | { readonly status: 'failed'; readonly kind: FailureKind; readonly text: string }

export type PageReader = ReturnType<typeof createPageReader>

/** Reads articles from their pages, for sources that allow it (`fullText: true`). One page of a host at a time, robots.txt respected, the article found in a thread that can be killed. `fetcher` may be shared with other readers; it is closed with this one. */
export function createPageReader(
  options: PageReaderOptions,
  fetcher: PoliteFetcher = createPoliteFetcher(options),
) {
  const agent = /^[\w-]+/.exec(options.userAgent)?.[0] ?? options.userAgent
  const robots = createRobotsRules(fetcher, agent, options.now ?? Date.now)
  const inTurn = createTurns({ perHost: 1, overall: 4 })
  const threads = createKillableThreads<ExtractTask, string>(
    new URL('./extract-worker.ts', import.meta.url),
    { ...options.threads, warm: false },
  )

  async function read(url: string): Promise<PageOutcome> {
    if (!(await robots.allows(url))) return { status: 'disallowed' }
    const fetched = await fetcher.get(url)
    if (fetched.status === 'held')
      return { status: 'failed', kind: 'rate-limited', text: `${fetched.host} asked us to wait.` }
    if (fetched.status === 'failed') return { status: 'failed', kind: fetched.kind, text: fetched.text }
    if (fetched.status === 'not-modified') return { status: 'no-article' }
    // A redirect may lead where robots.txt says no.
    if (fetched.url !== url && !(await robots.allows(fetched.url))) return { status: 'disallowed' }
    const answer = await threads.run({ bytes: fetched.bytes, contentType: fetched.headers['content-type'] })
    if (typeof answer !== 'string') return { status: 'failed', kind: 'parser-killed', text: answer.text }
    return answer === '' ? { status: 'no-article' } : { status: 'read', text: answer }
  }

  return {
    /** Never rejects. */
    read: (url: string): Promise<PageOutcome> => inTurn(URL.parse(url)?.host ?? '', () => read(url)),
    close: async (): Promise<void> => {
      await Promise.all([fetcher.close(), threads.close()])
    },
  }
}
