/** A report that a story can be told from. */
export interface SummaryArticle {
  readonly id: string
  readonly version: number
  readonly title: string
  readonly text: string
  readonly outlet: string
  /** ISO 639-1, or `und`. */
  readonly language: string
}

export interface SummaryRequest {
  readonly articles: readonly SummaryArticle[]
  /** At most so many words in all. */
  readonly words: number
  /** At most so many sentences. */
  readonly sentences: number
}

/**
 * The outlet's own words: a verbatim span of one article.
 * Invariant: `text === articles[article].text.slice(start, end)`, in UTF-16 units.
 */
export interface SpanSentence {
  readonly by: 'outlet'
  readonly text: string
  /** Index into the articles that were given. */
  readonly article: number
  readonly start: number
  readonly end: number
}

/** A model's words: no span of anything, but checked against the text of the articles it cites. */
export interface RewrittenSentence {
  readonly by: 'model'
  readonly text: string
  /** Indexes into the articles that were given; at least one. */
  readonly cites: readonly number[]
}

export interface Summary {
  readonly sentences: readonly (SpanSentence | RewrittenSentence)[]
}

/**
 * Tells in a few sentences what the articles of one story say. Headlines alone give none. Never throws for what an article holds or a
 * model answers: at worst it is the outlets' own sentences.
 */
export type Summarize = (request: SummaryRequest) => Promise<Summary>
