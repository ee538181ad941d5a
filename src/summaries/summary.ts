import type { Article } from '../records/article.ts'
import type { BriefedSentence } from '../records/briefing.ts'

/** A report that a story can be told from. */
export interface SummaryArticle extends Pick<Article, 'id' | 'version' | 'title' | 'text'> {
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
  /** Index of the article under whose headline the sentences stand: they tell what it says, or there are none. Absent where nothing stands over them. */
  readonly headline?: number
  /** False for a sentence that must not be told, whatever it says. */
  readonly accepts?: (sentence: { readonly text: string; readonly article: number }) => boolean
}

/**
 * The outlet's own words: a span of one article, without what was left out of it.
 * Invariant: `text === leaveOut(articles[article].text, sentence)`; without `leftOut` that is the span as it stands.
 */
export interface SpanSentence extends Pick<
  BriefedSentence,
  'text' | 'start' | 'end' | 'leftOut' | 'chosenBy'
> {
  /** Index into the articles that were given. */
  readonly article: number
}

export interface Summary {
  readonly sentences: readonly SpanSentence[]
  /** Index of the article whose headline a model chose for the story; absent where none did. */
  readonly headline?: number
}

/**
 * Tells in a few sentences what the articles of one story say. Headlines alone give none. Never throws for what an article holds or a
 * model answers: at worst it is the sentences that our own rules choose.
 */
export type Summarise = (request: SummaryRequest) => Promise<Summary>

/** How much a summary may say. */
export interface Budget {
  /** Words in all; the first sentence may be longer, so that there is a summary at all. */
  readonly words: number
  readonly sentences: number
}
