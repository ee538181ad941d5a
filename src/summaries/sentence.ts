/**
 * A sentence of a summary: a verbatim span of one article.
 * Invariant: `text === articles[article].text.slice(start, end)`, in UTF-16 units.
 */
export interface SummarySentence {
  readonly text: string
  /** Index into the articles that were given. */
  readonly article: number
  readonly start: number
  readonly end: number
}

/** What a summary is made from. */
export interface SummaryInput {
  readonly articles: readonly {
    readonly title: string
    readonly text: string
    readonly outlet?: string
    readonly language?: string
  }[]
  /** At most so many words in all. */
  readonly words?: number
  /** At most so many sentences. */
  readonly sentences?: number
}
