import type { ExtractTask } from './extract-worker.ts'
import { decode } from './decode.ts'
import { createKillableThreads, type ThreadLimits } from '../thread/killable-threads.ts'
import {
  createPoliteFetcher,
  createTurns,
  type PoliteFetcher,
  type PoliteFetcherOptions,
} from './polite-fetcher.ts'
import type { FailureKind } from '../records/feed-state.ts'
import { plainText } from './plain-text.ts'
import { createRobotsRules } from './robots-rules.ts'

export interface PageReaderOptions extends PoliteFetcherOptions {
  readonly threads?: ThreadLimits | undefined
}

/** How reading the full page of an article ended. */
type PageOutcome =
  | { readonly status: 'read'; readonly text: string }
  /** The site's robots.txt disallows it. */
  | { readonly status: 'disallowed' }
  /** The page was read, but no article was found on it. */
  | { readonly status: 'no-article' }
  | { readonly status: 'failed'; readonly kind: FailureKind; readonly text: string }

/** What checking whether an article's page still exists found. */
export type PageCheckResult =
  | { readonly status: 'found'; readonly etag: string | null; readonly lastModified: string | null }
  /** The server answers 404 or 410, or redirects to its front page or a section (`leadsAway`). */
  | { readonly status: 'gone' }
  /** Unclear: robots.txt disallows the request, or it failed. */
  | { readonly status: 'unknown' }

/** An article's page, with the validators from the last time it was found. */
export interface PageToCheck {
  readonly url: string
  readonly title: string
  readonly etag: string | null
  readonly lastModified: string | null
}

export type PageReader = ReturnType<typeof createPageReader>

/**
 * Reads articles from their pages, for sources that allow it (`fullText: true`). It fetches one page per host
 * at a time, respects robots.txt, and extracts the article in a worker thread that can be killed. `fetcher`
 * may be shared with other readers; closing this one closes it.
 */
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
    // A redirect may lead to a page that robots.txt disallows.
    if (fetched.url !== url && !(await robots.allows(fetched.url))) return { status: 'disallowed' }
    const answer = await threads.run({ bytes: fetched.bytes, contentType: fetched.headers['content-type'] })
    if (typeof answer !== 'string') return { status: 'failed', kind: 'parser-killed', text: answer.text }
    return answer === '' ? { status: 'no-article' } : { status: 'read', text: answer }
  }

  async function checkPage({ url, title, ...validators }: PageToCheck): Promise<PageCheckResult> {
    if (!(await robots.allows(url))) return { status: 'unknown' }
    const fetched = await fetcher.get(url, validators)
    if (fetched.status === 'not-modified') return { status: 'found', ...validators }
    if (fetched.status === 'failed') return { status: GONE.has(fetched.httpStatus ?? 0) ? 'gone' : 'unknown' }
    if (fetched.status === 'held') return { status: 'unknown' }
    const { bytes, headers } = fetched
    if (leadsAway(url, fetched.url) && !containsHeadline(bytes, headers['content-type'], title))
      return { status: 'gone' }
    return {
      status: 'found',
      etag: headers['etag'] ?? null,
      lastModified: headers['last-modified'] ?? null,
    }
  }

  return {
    /** Checks whether a page still stands where it was. Never rejects. */
    checkPage: (page: PageToCheck): Promise<PageCheckResult> =>
      inTurn(hostOf(page.url), () => checkPage(page)),
    /** Never rejects. */
    read: (url: string): Promise<PageOutcome> => inTurn(hostOf(url), () => read(url)),
    close: async (): Promise<void> => {
      await Promise.all([fetcher.close(), threads.close()])
    },
  }
}

const hostOf = (url: string): string => URL.parse(url)?.host ?? ''

const GONE: ReadonlySet<number> = new Set([404, 410])

/**
 * Whether a redirect leads from an article to the front page or a section of the same host, as outlets
 * redirect readers of removed articles. The target's path must be a parent of the article's. It must contain
 * no digit, since digits identify articles, and no query, since consent walls have one.
 */
function leadsAway(from: string, to: string): boolean {
  const [start, end] = [new URL(from), new URL(to)]
  const isSameHost = bareHost(start) === bareHost(end)
  const [path, above] = [start, end].map(segmentsOf)
  if (path === undefined || above === undefined || !isSameHost || end.search !== '') return false
  return above.length < path.length && above.every((part, i) => part === path[i] && !/\p{Nd}/u.test(part))
}

const bareHost = ({ host }: URL): string => host.replace(/^(?:www|m)\./u, '')

const segmentsOf = ({ pathname }: URL): readonly string[] => pathname.split('/').filter((part) => part !== '')

/** Whether a page contains a headline; true if the headline has no letters to search for. */
function containsHeadline(bytes: Uint8Array, contentType: string | undefined, title: string): boolean {
  const [page = '', headline = ''] = [plainText(decode(bytes, { contentType }).text), title].map(
    lettersAndDigits,
  )
  return page.includes(headline)
}

/** Keeps letters and digits only, because pages use other quotation marks and dashes than feeds. */
const lettersAndDigits = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '')
