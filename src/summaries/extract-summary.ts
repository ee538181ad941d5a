import { summarise } from './summarise.ts'
import type { Summarize, Summary, SummaryRequest } from './summary.ts'

/** The sentences that our own rules choose, at once. */
export const extractSummary = ({ articles, words, sentences }: SummaryRequest): Summary => ({
  sentences: summarise({ articles, words, sentences }),
})

/** Summaries without a model. */
export const extract: Summarize = (request) => Promise.resolve(extractSummary(request))
