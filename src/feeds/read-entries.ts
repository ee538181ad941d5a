import type { Entry, FeedEntry, ParsedFeed } from './entry.ts'
import { parseFeed, type FeedContext } from './parse-feed.ts'
import { plainText } from './plain-text.ts'

/** A whole read of bytes: entries with their clean text. What the worker runs. Rejects like `parseFeed`. */
export async function readEntries(bytes: Uint8Array, context: FeedContext): Promise<ParsedFeed> {
  const feed = await parseFeed(bytes, context)
  return { ...feed, entries: feed.entries.map((entry): Entry => ({ ...entry, text: textOf(entry) })) }
}

/** The text of the longer body; of the other when that one holds pictures only. */
function textOf({ content, summary }: FeedEntry): string {
  const [longer, shorter] =
    (content ?? '').length >= (summary ?? '').length ? [content, summary] : [summary, content]
  return plainText(longer ?? '') || plainText(shorter ?? '')
}
