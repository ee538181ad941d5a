import { discoverFeeds, type FoundFeed } from './discover-feeds.ts'
import { createFeedParser } from './feed-parser.ts'
import { createFetcher, type FetchOptions } from './fetch-feed.ts'

/** Finds the feeds of a site with a fetcher and a parser of its own. Close it, or its thread keeps the process alive. */
export function openDiscovery(options: FetchOptions): {
  discover(address: string): Promise<FoundFeed[]>
  close(): Promise<void>
} {
  const fetcher = createFetcher(options)
  const parser = createFeedParser()
  return {
    discover: (address) => discoverFeeds(address, { fetcher, parser }),
    async close() {
      await Promise.all([fetcher.close(), parser.close()])
    },
  }
}
