import { readPassages } from '../read-passages.ts'
import type { SpanSentence, SummaryArticle } from '../summary.ts'
import { addressesMachine } from './addresses-machine.ts'

/** A report as a model is shown it, under a name that it can cite. */
export interface QuotedReport {
  /** `R1`, `R2` … */
  readonly name: string
  /** Index into the articles that were given. */
  readonly article: number
  readonly text: string
}

/** More reports than this tell a story no better. */
const MAX_REPORTS = 8
/** UTF-16 units: all reports together fit a context of 8,000 tokens, also where a token is a character and a half. */
const MAX_TEXT = 9_000
const MAX_REPORT = 3_000

/**
 * The text of the reports, never their headlines: prose in whole sentences, without furniture and without what speaks to machines. Reports that the outlets'
 * own sentences come from are first; all are in the language of those, because a sentence can only be checked within one.
 */
export function quoteReports(
  articles: readonly SummaryArticle[],
  own: readonly SpanSentence[],
): readonly QuotedReport[] {
  const first = own[0] === undefined ? undefined : articles[own[0].article]
  if (first === undefined) return []
  const quoted: QuotedReport[] = []
  let room = MAX_TEXT
  for (const article of new Set([...own.map((one) => one.article), ...articles.keys()])) {
    const report = articles[article]
    if (report === undefined || report.language !== first.language) continue
    const text = proseOf(report, Math.min(room, MAX_REPORT))
    if (text === '') continue
    quoted.push({ name: `R${quoted.length + 1}`, article, text })
    room -= text.length
    if (quoted.length >= MAX_REPORTS) break
  }
  return quoted
}

function proseOf({ text, language }: SummaryArticle, room: number): string {
  const sentences: string[] = []
  let left = room
  for (const passage of readPassages(0, text, language)) {
    if (addressesMachine(passage.text)) continue
    left -= passage.text.length + 1
    if (left < 0) break
    sentences.push(passage.text)
  }
  return sentences.join(' ')
}
