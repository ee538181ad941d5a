import type { Skips } from '../records/feed-state.ts'

/** One item of a feed, decoded and normalised, before it becomes an article. Times are milliseconds since 1970 (UTC). */
export interface FeedEntry {
  /** RSS `guid`, Atom `id`, JSON Feed `id`, RDF `rdf:about`; as published. */
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
  /** `null` when missing or unreadable: undated is better than invented. */
  readonly publishedAt: number | null
  readonly updatedAt: number | null
}

/** An entry with its clean text beside the HTML. */
export interface Entry extends FeedEntry {
  /** Plain text of the longer of `content` and `summary`, paragraphs parted by a blank line, without the teasers at its end; may be empty. */
  readonly text: string
}

/** A whole feed as parsed. */
export interface ParsedFeed<E extends FeedEntry = Entry> {
  readonly title: string
  readonly link: string | null
  readonly description: string
  readonly language: string | null
  readonly entries: readonly E[]
  /** How many entries could not be read and were left out: they are counted, never dropped in silence. */
  readonly lost: number
  /** A cap (entries, size) was reached and the rest was not read. */
  readonly truncated: boolean
  /** How long the publisher says a copy stays fresh (RSS `ttl`, or `sy:updatePeriod`), in minutes. */
  readonly ttlMinutes: number | null
  /** Hubs that push its news (WebSub), and the address the feed calls its own; both absolute. */
  readonly hubs: readonly string[]
  readonly self: string | null
  readonly skips: Skips
}
