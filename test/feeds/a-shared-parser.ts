import { createFeedParser, type FeedParser } from '../../src/feeds/feed-parser.ts'

let opened: FeedParser | null = null

/**
 * Returns a parser for whose threads no test has to wait: a worker starts them once, which takes 0.15 s of a
 * processor. Closing it leaves them to the next test.
 */
export const aSharedParser = (): FeedParser => ({
  ...(opened ??= createFeedParser()),
  close: () => Promise.resolve(),
})
