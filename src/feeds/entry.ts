import type { Skips } from '../records/feed-state.ts'

/**
 * One item of a feed, decoded and normalised, before it becomes an article. Times are milliseconds since
 * 1970.
 */
export interface FeedEntry {
  /** RSS `guid`, Atom `id`, JSON Feed `id` or RDF `rdf:about`, as published. */
  readonly guid: string | null
  /** Absolute http(s) address. */
  readonly link: string | null
  /** Plain text. */
  readonly title: string
  /** HTML as published: RSS `description`, Atom `summary`. */
  readonly summary: string | null
  /** HTML as published: `content:encoded`, Atom `content`, JSON Feed `content_html` or `content_text`. */
  readonly content: string | null
  readonly author: string | null
  /** Null if missing or unreadable: no date is better than an invented one. */
  readonly publishedAt: number | null
  readonly updatedAt: number | null
}

/** An entry with its clean text beside the HTML. */
export interface Entry extends FeedEntry {
  /**
   * Plain text of the longer of `content` and `summary`, with a blank line between paragraphs and without the
   * teaser at its end. May be empty.
   */
  readonly text: string
}

/** A whole feed as parsed. */
export interface ParsedFeed<E extends FeedEntry = Entry> {
  readonly title: string
  readonly link: string | null
  readonly description: string
  readonly language: string | null
  readonly entries: readonly E[]
  /** How many entries were left out because nothing in them could be read, or the feed ends within them. */
  readonly lost: number
  /** Whether the feed ends within an entry, so that the rest of it may come with the next read. */
  readonly cut?: boolean
  /** Whether a limit (entries, size) was reached and the rest was not read. */
  readonly truncated: boolean
  /** How long a copy stays fresh according to the publisher (RSS `ttl` or `sy:updatePeriod`), in minutes. */
  readonly ttlMinutes: number | null
  /**
   * WebSub hubs that push the feed's news, and the address that the feed gives as its own. All are absolute.
   */
  readonly hubs: readonly string[]
  readonly self: string | null
  readonly skips: Skips
}
