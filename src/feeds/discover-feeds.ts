import { Parser } from 'htmlparser2'
import { cleanHtml } from './clean-html.ts'
import { decode } from './decode.ts'
import { createFeedParser, type FeedParser } from './feed-parser.ts'
import { createFetcher, type Fetched, type Fetcher, type FetchOptions } from './fetch-feed.ts'
import { plainLine } from './plain-line.ts'
import type { FailureKind } from '../records/feed-state.ts'
import { resolveUrl } from './resolve-url.ts'

/** A feed found on a site. It was read once to make sure that it is a feed. */
export interface FoundFeed {
  readonly feed: string
  readonly title: string
  readonly language: string | null
  readonly entries: number
}

/** How a search for feeds ended. */
export type Discovered =
  /** Best first. */
  | { readonly status: 'found'; readonly feeds: readonly [FoundFeed, ...FoundFeed[]] }
  /** The site answers, or the server does not know the page, and no feed was found. */
  | { readonly status: 'none' }
  /**
   * No feed was found, and the address itself could not be read. `kind` is for programs, `text` for people.
   */
  | { readonly status: 'unread'; readonly kind: FailureKind; readonly text: string }

/**
 * Finds the feeds of a site. Tries the address itself, then the feeds that the page links to, then the usual
 * paths. Each feed is read before it is returned. A page that fails to load counts as one without links,
 * unless the failure is of the whole server.
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
      // Sites offer the same feed at several addresses and in several formats. One per title is enough.
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

/** Failures that any address of the same site would have. */
const OF_THE_WHOLE_SITE: ReadonlySet<FailureKind> = new Set(['unreachable', 'forbidden-address'])

const MISSING: ReadonlySet<FailureKind> = new Set(['not-found', 'gone'])

/** Upper bound on links tried: a page may list hundreds of feeds (one per comment thread). */
const MAX_TRIES = 10

/** Where WordPress, Drupal, Hugo, Jekyll, Ghost and newsroom systems publish their feeds. */
const USUAL_PATHS = '/feed/ /rss /rss.xml /feed.xml /atom.xml /index.xml /rss/ /feeds/ /feed.json'.split(' ')

const FEED_TYPES = /^application\/(?:rss\+xml|atom\+xml|rdf\+xml|feed\+json|json)/i

/** Returns the feeds that a page declares, followed by links whose path looks like a feed. */
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
  parser.end(cleanHtml(html.slice(0, MAX_PAGE)))
  return [...new Set([...declared, ...linked])]
}

/** UTF-16 units. Feeds are declared in the head. */
const MAX_PAGE = 300_000

const isFeedLink = (attributes: Readonly<Record<string, string>>): boolean =>
  /\balternate\b/i.test(attributes['rel'] ?? '') &&
  FEED_TYPES.test(attributes['type']?.trim() ?? '') &&
  !/comments?|kommentar/i.test(plainLine(attributes['title'] ?? ''))

/**
 * Opens a feed discovery with its own fetcher and parser. Close it, or its thread keeps the process alive.
 * When `signal` aborts, it closes at once and the search under way ends as not read.
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
