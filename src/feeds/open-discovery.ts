import { discoverFeeds, type Discovered } from './discover-feeds.ts'
import { createFeedParser } from './feed-parser.ts'
import { createFetcher, type FetchOptions } from './fetch-feed.ts'

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
