import { summarise } from './summarise.ts'
import type { SpanSentence, Summarize, SummaryRequest } from './summary.ts'

/** The outlets' own sentences, at once. */
export function extractSummary({ articles, words, sentences }: SummaryRequest): {
  readonly sentences: readonly SpanSentence[]
} {
  const chosen = summarise({ articles, words, sentences })
  return { sentences: chosen.map((sentence) => ({ by: 'outlet', ...sentence })) }
}

/** Summaries without a model. */
export const extract: Summarize = (request) => Promise.resolve(extractSummary(request))
