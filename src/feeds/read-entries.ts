import type { Entry, ParsedFeed } from './entry.ts'
import { parseFeed, type FeedContext } from './parse-feed.ts'
import { plainText } from './plain-text.ts'

/** A whole read of bytes: entries with their clean text. What the worker runs. Rejects like `parseFeed`. */
export async function readEntries(bytes: Uint8Array, context: FeedContext): Promise<ParsedFeed> {
  const feed = await parseFeed(bytes, context)
  const entries = feed.entries.map((entry): Entry => {
    const content = plainText(entry.content ?? '')
    const summary = plainText(entry.summary ?? '')
    return { ...entry, text: content.length >= summary.length ? content : summary }
  })
  return { ...feed, entries }
}
