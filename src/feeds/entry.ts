/** One item of a feed, decoded and normalised, before it becomes an article. Times are milliseconds since 1970 (UTC). */
export interface Entry {
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
  readonly language: string | null
  readonly categories: readonly string[]
  readonly image: string | null
}

/** A whole feed as parsed. */
export interface ParsedFeed {
  readonly format: 'rss' | 'rdf' | 'atom' | 'json'
  readonly title: string
  readonly link: string | null
  readonly description: string
  readonly language: string | null
  readonly entries: readonly Entry[]
  /** How many entries could not be read and were left out: they are counted, never dropped in silence. */
  readonly lost: number
  /** A cap (entries, size) was reached and the rest was not read. */
  readonly truncated: boolean
  /** RSS `ttl`, in minutes. */
  readonly ttlMinutes: number | null
}
