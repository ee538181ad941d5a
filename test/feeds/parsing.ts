import type { FeedEntry, ParsedFeed } from '../../src/feeds/entry.ts'
import { parseFeed, type FeedContext } from '../../src/feeds/parse-feed.ts'

/** Parses a feed in UTF-8. */
export const parse = (text: string, context?: FeedContext): Promise<ParsedFeed<FeedEntry>> =>
  parseFeed(Buffer.from(text), context)

/** Returns RSS with one item. */
export const ofRss = (item: string, root = '<rss version="2.0">'): string =>
  `${root}<channel><title>T</title><item>${item}</item></channel></rss>`

/** Returns Atom with one entry. */
export const ofAtom = (entry: string, root = '<feed xmlns="http://www.w3.org/2005/Atom">'): string =>
  `${root}<title>T</title><entry>${entry}</entry></feed>`

/** Returns the first entry of a feed. */
export const entryOf = async (text: string, context?: FeedContext): Promise<FeedEntry | undefined> =>
  (await parse(text, context)).entries[0]
