import type { Article } from '../records/article.ts'
import type { BriefedSentence } from '../records/briefing.ts'

/** A report that a summary can be made from. */
export interface SummaryArticle extends Pick<Article, 'id' | 'version' | 'title' | 'text'> {
  readonly outlet: string
  /** ISO 639-1, or `und`. */
  readonly language: string
  /** Hours that it is behind the newest article; 0 if absent. */
  readonly hoursBehind?: number
  /** How near its headline is to what all say, 0 to 1; 0 if absent. */
  readonly nearness?: number
}

export interface SummaryRequest {
  readonly articles: readonly SummaryArticle[]
  /** Maximum number of words in all. */
  readonly words: number
  /** Maximum number of sentences. */
  readonly sentences: number
  /**
   * Index of the article whose headline stands above the sentences. They must tell what it says; otherwise
   * there are none. Absent if there is no headline above.
   */
  readonly headline?: number
  /** Returns false for a sentence that must not be told, whatever it says. */
  readonly accepts?: (sentence: { readonly text: string; readonly article: number }) => boolean
}

/**
 * The outlet's own words: a span of one article, without the parts left out. Invariant: `text ===
 * leaveOut(articles[article].text, sentence)`; without `leftOut` that is the span as it stands.
 */
export interface SpanSentence extends Pick<
  BriefedSentence,
  'text' | 'start' | 'end' | 'leftOut' | 'chosenBy'
> {
  /** Index into the articles of the request. */
  readonly article: number
}

export interface Summary {
  readonly sentences: readonly SpanSentence[]
  /** Index of the article whose headline a model chose for the story; absent if it chose none. */
  readonly headline?: number
}

/**
 * Summarises the articles of one story in a few of their sentences. Articles without text contribute none.
 * Never throws because of an article's content or a model's answer: in the worst case it returns the
 * sentences chosen by our own rules.
 */
export type Summarise = (request: SummaryRequest) => Promise<Summary>

/** The allowed length of a summary. */
export interface Budget {
  /** Words in all. The first sentence may be longer, so that there is a summary at all. */
  readonly words: number
  readonly sentences: number
}
