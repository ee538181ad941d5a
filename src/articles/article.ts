/** One published item in its newest version. Times are milliseconds since 1970 (UTC). */
export interface Article {
  /** Derived from canonical address, else GUID, else (source, title): survives changed dates, titles and tracking parameters. */
  readonly id: string
  readonly sourceId: string
  /** Canonical http(s) address: what a reader opens. Null when the entry has none. */
  readonly url: string | null
  readonly guid: string | null
  readonly title: string
  /** Clean text, paragraphs parted by a blank line; may be empty (headline-only feeds). */
  readonly text: string
  readonly author: string | null
  readonly publishedAt: number | null
  readonly updatedAt: number | null
  /** When we first had it whole: read, with its page where that is read too. */
  readonly seenAt: number
  /** 1 for the first version, one more each time title or text changed. */
  readonly version: number
  /** Hash of title and text: equal means no edit. */
  readonly contentHash: string
  readonly image: string | null
}
