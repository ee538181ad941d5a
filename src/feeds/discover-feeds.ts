import { Parser } from 'htmlparser2'
import { decode } from './decode.ts'
import { createFeedParser, type FeedParser } from './feed-parser.ts'
import { createFetcher, type Fetched, type Fetcher, type FetchOptions } from './fetch-feed.ts'
import { plainLine } from './plain-line.ts'
import type { FailureKind } from '../records/feed-state.ts'
import { resolveUrl } from './resolve-url.ts'

/** A feed found on a site, read once to be sure. */
export interface FoundFeed {
  readonly feed: string
  readonly title: string
  readonly language: string | null
  readonly entries: number
}

/** How a look for feeds ended. */
export type Discovered =
  /** Best first. */
  | { readonly status: 'found'; readonly feeds: readonly [FoundFeed, ...FoundFeed[]] }
  /** There is a site, or nobody knows the page there; nothing of it is a feed. */
  | { readonly status: 'none' }
  /** Nothing was found, and the address itself could not be read: a kind for programs and a sentence for people. */
  | { readonly status: 'unread'; readonly kind: FailureKind; readonly text: string }

/**
 * Feeds of a site: the address itself if it is one, then what the page links to as its feeds, then the places where feeds usually are. Each is read before it
 * is named. A page that fails counts as one without links, where its server can be asked at all.
 */
export async function discoverFeeds(
  homepage: string,
  { fetcher, parser }: { readonly fetcher: Pick<Fetcher, 'get'>; readonly parser: Pick<FeedParser, 'parse'> },
): Promise<Discovered> {
  const tryFeed = async (url: string): Promise<FoundFeed | null> => {
    const fetched = await fetcher.get(url)
    if (fetched.status !== 'ok') return null
    const answer = await parser.parse(fetched.bytes, {
      headers: { 'content-type': fetched.headers['content-type'] },
      url: fetched.url,
    })
    if (answer.status !== 'parsed') return null
    const { title, language, entries } = answer.feed
    return { feed: url, title, language, entries: entries.length }
  }
  const tryAll = async (urls: readonly string[]): Promise<FoundFeed[]> => {
    const found = new Map<string, FoundFeed>()
    for (const url of urls) {
      const feed = await tryFeed(url)
      // Sites offer the same feed under several addresses and formats; one of each title is enough.
      if (feed && !found.has(feed.title)) found.set(feed.title, feed)
    }
    return [...found.values()]
  }

  if (!URL.canParse(homepage)) return { status: 'none' }
  const itself = await tryFeed(homepage)
  if (itself) return { status: 'found', feeds: [itself] }
  const page = await fetcher.get(homepage)
  if (page.status === 'failed' && OF_THE_WHOLE_SITE.has(page.kind)) return unread(page)
  const links =
    page.status === 'ok'
      ? linkedFeeds(decode(page.bytes, { contentType: page.headers['content-type'] }).text, page.url)
      : []
  const [first, ...others] = await tryAll(links.slice(0, MAX_TRIES))
  if (first) return { status: 'found', feeds: [first, ...others] }
  const start = page.status === 'ok' ? page.url : homepage
  const [usual] = await tryAll(USUAL_PATHS.flatMap((path) => resolveUrl(path, start) ?? []))
  if (usual) return { status: 'found', feeds: [usual] }
  return page.status === 'failed' && !MISSING.has(page.kind) ? unread(page) : { status: 'none' }
}

const unread = ({ kind, text }: Extract<Fetched, { status: 'failed' }>): Discovered => ({
  status: 'unread',
  kind,
  text,
})

/** Failures that say the same of each address there. */
const OF_THE_WHOLE_SITE: ReadonlySet<FailureKind> = new Set(['unreachable', 'forbidden-address'])

const MISSING: ReadonlySet<FailureKind> = new Set(['not-found', 'gone'])

/** A page may list feeds by the hundred (one for each comment thread). */
const MAX_TRIES = 10

/** Where WordPress, Drupal, Hugo, Jekyll, Ghost and newsroom systems put them. */
const USUAL_PATHS = '/feed/ /rss /rss.xml /feed.xml /atom.xml /index.xml /rss/ /feeds/ /feed.json'.split(' ')

const FEED_TYPES = /^application\/(?:rss\+xml|atom\+xml|rdf\+xml|feed\+json|json)/i

/** Addresses that a page declares as its feeds, or links to by a name that says feed; declared ones first. */
function linkedFeeds(html: string, base: string): string[] {
  const declared: string[] = []
  const linked: string[] = []
  let origin = base
  const parser = new Parser({
    onopentag: (name, attributes) => {
      const url = resolveUrl(attributes['href'] ?? '', origin)
      if (name === 'base' && url) origin = url
      if (!url) return
      if (name === 'link' && isFeedLink(attributes)) declared.push(url)
      else if (
        name === 'a' &&
        /(?:\/|\.)(?:rss|feed|atom|rdf)s?(?:\.xml|\.json)?\/?$/i.test(new URL(url).pathname)
      )
        linked.push(url)
    },
  })
  parser.end(html.slice(0, MAX_PAGE))
  return [...new Set([...declared, ...linked])]
}

/** Feeds are declared in the head; the HTML parser is slow on pages made to be deep. */
const MAX_PAGE = 300_000

const isFeedLink = (attributes: Readonly<Record<string, string>>): boolean =>
  /\balternate\b/i.test(attributes['rel'] ?? '') &&
  FEED_TYPES.test(attributes['type']?.trim() ?? '') &&
  !/comments?|kommentar/i.test(plainLine(attributes['title'] ?? ''))

/**
 * Finds the feeds of a site with a fetcher and a parser of its own. Close it, or its thread keeps the process alive. When `signal` aborts, it closes
 * at once, and what was being looked for counts as not read.
 */
export function openDiscovery({ signal, ...options }: FetchOptions & { readonly signal?: AbortSignal }): {
  discover(address: string): Promise<Discovered>
  close(): Promise<void>
} {
  const fetcher = createFetcher(options)
  const parser = createFeedParser()
  const close = async (): Promise<void> => {
    await Promise.all([fetcher.close(), parser.close()])
  }
  if (signal?.aborted === true) void close()
  signal?.addEventListener('abort', () => void close(), { once: true })
  return { discover: (address) => discoverFeeds(address, { fetcher, parser }), close }
}
