import { createHash } from 'node:crypto'
import { publishedBy } from './published-by.ts'
import type { SampleOutlet } from './sample-edition.ts'
import { writeFeed, type WrittenFeed } from './write-feed.ts'

/** A feed as it stood at some moment, with its validators (RFC 9110, 8.8). */
interface FeedAtMoment extends WrittenFeed {
  readonly etag: string
  /** When something of it last changed. */
  readonly changedAt: Date
}

/** The feed of an outlet at `now`, in milliseconds since 1970. */
export type FeedWriter = (now: number) => FeedAtMoment

/** Writes the feed of an outlet anew only when the outlet changed something: readers ask for it every hour. */
export function createFeedWriter(outlet: SampleOutlet): FeedWriter {
  let written: { readonly shown: string; readonly feed: FeedAtMoment } | null = null
  return (now) => {
    const articles = publishedBy(now, outlet.articles)
    const shown = articles.map(({ id, changedAt }) => `${id} ${changedAt}`).join()
    if (written?.shown === shown) return written.feed
    const feed = writeFeed(outlet, articles)
    const etag = `"${createHash('sha256').update(feed.body).digest('base64url')}"`
    const changedAt = new Date(Math.max(0, ...articles.map((article) => article.changedAt)))
    written = { shown, feed: { ...feed, etag, changedAt } }
    return written.feed
  }
}
