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

/** How reading the page behind a teaser ended. */
type PageOutcome =
  | { readonly status: 'read'; readonly text: string }
  /** The site's robots.txt asks us not to. */
  | { readonly status: 'disallowed' }
  /** There is a page, but no article could be found on it. */
  | { readonly status: 'no-article' }
  | { readonly status: 'failed'; readonly kind: FailureKind; readonly text: string }

/** What a look at the page of an article found. */
export type PageLook =
  | { readonly status: 'found'; readonly etag: string | null; readonly lastModified: string | null }
  /** The server says that it is not there (404, 410), or leads from it to its front page or a section (`leadsAway`). */
  | { readonly status: 'gone' }
  /** Nothing can be said: robots.txt forbids it, or there was a fault. */
  | { readonly status: 'unknown' }

/** An article by its page, and the validators of that as it was found last. */
export interface LookedAt {
  readonly url: string
  readonly title: string
  readonly etag: string | null
  readonly lastModified: string | null
}

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

  async function look({ url, title, ...validators }: LookedAt): Promise<PageLook> {
    if (!(await robots.allows(url))) return { status: 'unknown' }
    const fetched = await fetcher.get(url, validators)
    if (fetched.status === 'not-modified') return { status: 'found', ...validators }
    if (fetched.status === 'failed') return { status: GONE.has(fetched.httpStatus ?? 0) ? 'gone' : 'unknown' }
    if (fetched.status === 'held') return { status: 'unknown' }
    const { bytes, headers } = fetched
    if (leadsAway(url, fetched.url) && !says(bytes, headers['content-type'], title)) return { status: 'gone' }
    return {
      status: 'found',
      etag: headers['etag'] ?? null,
      lastModified: headers['last-modified'] ?? null,
    }
  }

  return {
    /** Whether a page stands where it was. Never rejects. */
    look: (page: LookedAt): Promise<PageLook> => inTurn(hostOf(page.url), () => look(page)),
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
 * Whether a redirect leads from an article to the front page of its host or to a section of it, as outlets send on who asks for what they took down: to an address above its own, without
 * a digit, as numbers name articles, and without a question, as walls for consent have them.
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

/** Whether a page has a headline on it; true where there is none to look for. */
function says(bytes: Uint8Array, contentType: string | undefined, title: string): boolean {
  const [page = '', headline = ''] = [plainText(decode(bytes, { contentType }).text), title].map(lettersOf)
  return page.includes(headline)
}

/** Letters and digits alone, as pages set other quotation marks and dashes than feeds. */
const lettersOf = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '')
