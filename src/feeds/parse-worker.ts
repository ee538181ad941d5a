import type { ParsedFeed } from './entry.ts'
import { NotAFeed, readEntries, type FeedContext } from './parse-feed.ts'

export interface ParseTask {
  readonly bytes: Uint8Array
  readonly context: FeedContext
}

/** How parsing ended. Errors are plain data because classes do not survive the transfer between threads. */
export type ParseAnswer =
  | { readonly status: 'parsed'; readonly feed: ParsedFeed }
  | { readonly status: 'not-a-feed'; readonly code: NotAFeed['code']; readonly text: string }
  | { readonly status: 'unparseable'; readonly text: string }

/** Runs in a worker thread of `createFeedParser`. */
export default async function parse({ bytes, context }: ParseTask): Promise<ParseAnswer> {
  try {
    return { status: 'parsed', feed: await readEntries(bytes, context) }
  } catch (error) {
    if (error instanceof NotAFeed) return { status: 'not-a-feed', code: error.code, text: error.message }
    return { status: 'unparseable', text: error instanceof Error ? error.message : String(error) }
  }
}
