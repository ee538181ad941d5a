import { harmless } from '../../words/harmless.ts'
import { type Passage, readPassages } from '../read-passages.ts'
import type { SpanSentence, SummaryArticle } from '../summary.ts'
import { addressesMachine } from './addresses-machine.ts'

/** What a model is shown of a story. A number is one more than the index. */
export type NumberedReports = ReturnType<typeof numberReports>

/** More reports than this tell a story no better. */
const MAX_REPORTS = 8
/** UTF-16 units: all reports together fit a context of 8,000 tokens, also where a token is a character and a half. */
const MAX_TEXT = 9_000
const MAX_REPORT = 3_000
/** Longer "headlines" are texts that lost their place. */
const MAX_HEADLINE = 300

/**
 * The sentences and headlines of the reports that may be told, without what speaks to machines or could act. Reports that our own
 * rules chose from are first; all are in the language of those, because a summary is in one. What two reports say alike is shown once.
 */
export function numberReports(articles: readonly SummaryArticle[], own: readonly SpanSentence[]) {
  const language = articles[own[0]?.article ?? -1]?.language
  const sentences: Passage[] = []
  const headlines: { readonly article: number; readonly title: string }[] = []
  const shown = new Set<string>()
  let room = MAX_TEXT
  for (const index of new Set([...own.map(({ article }) => article), ...articles.keys()])) {
    const report = articles[index]
    if (report === undefined || report.language !== language || headlines.length >= MAX_REPORTS) continue
    const title = harmless(report.title).trim()
    if (isShowable(title) && title.length <= MAX_HEADLINE && !shown.has(title))
      headlines.push({ article: index, title: report.title })
    const told = tellable(
      readPassages(index, report.text, report.language, report.title),
      Math.min(room, MAX_REPORT),
    )
    for (const passage of told) {
      room -= passage.text.length
      if (!shown.has(passage.text)) sentences.push(passage)
      shown.add(passage.text)
    }
    shown.add(title)
  }
  return { sentences, headlines } as const
}

function tellable(passages: readonly Passage[], room: number): readonly Passage[] {
  const told: Passage[] = []
  let left = room
  for (const passage of passages) {
    if (!passage.complete || !isShowable(passage.text)) continue
    left -= passage.text.length
    if (left < 0) break
    told.push(passage)
  }
  return told
}

const isShowable = (text: string): boolean => text !== '' && !addressesMachine(text) && !ACTIVE.test(text)

/** Links, bare hosts, mentions and markup of Slack, Discord and Markdown. */
const ACTIVE = /:\/\/|\bwww\.|[\p{L}\p{N}-]{2}\.[\p{L}]{2}|[@#<>{}|\\`*_~^]/u
