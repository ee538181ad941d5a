import { harmless } from '../../words/harmless.ts'
import { type Passage, readPassages } from '../read-passages.ts'
import type { SpanSentence, SummaryArticle } from '../summary.ts'
import { addressesMachine } from './addresses-machine.ts'

/** The sentences and headlines that a model is shown. A number is the index plus one. */
export type NumberedReports = ReturnType<typeof numberReports>

/** More reports do not improve a summary. */
const MAX_REPORTS = 8
/**
 * UTF-16 units. All reports together fit a context of 8,000 tokens, even where a token is one and a half
 * characters.
 */
const MAX_TOTAL_LENGTH = 9_000
const MAX_REPORT_LENGTH = 3_000
/** UTF-16 units. Longer "headlines" are texts in the wrong field. */
const MAX_HEADLINE_LENGTH = 300

/**
 * Collects the sentences and headlines to show a model, without text that addresses machines or that could
 * act (links, mentions, markup). The reports that our own rules chose from come first. All are in the
 * language of the first of these, because a summary is in one language. Equal sentences and headlines are
 * shown once.
 */
export function numberReports(articles: readonly SummaryArticle[], own: readonly SpanSentence[]) {
  const language = articles[own[0]?.article ?? -1]?.language
  const sentences: Passage[] = []
  const headlines: { readonly article: number; readonly title: string }[] = []
  const shown = new Set<string>()
  let room = MAX_TOTAL_LENGTH
  for (const index of new Set([...own.map(({ article }) => article), ...articles.keys()])) {
    const report = articles[index]
    if (report === undefined || report.language !== language || headlines.length >= MAX_REPORTS) continue
    const title = harmless(report.title).trim()
    if (isShowable(title) && title.length <= MAX_HEADLINE_LENGTH && !shown.has(title))
      headlines.push({ article: index, title: report.title })
    const showable = showableWithin(
      readPassages(index, report.text, report.language, report.title),
      Math.min(room, MAX_REPORT_LENGTH),
    )
    for (const passage of showable) {
      room -= passage.text.length
      if (!shown.has(passage.text)) sentences.push(passage)
      shown.add(passage.text)
    }
    shown.add(title)
  }
  return { sentences, headlines } as const
}

function showableWithin(passages: readonly Passage[], room: number): readonly Passage[] {
  const showable: Passage[] = []
  let left = room
  for (const passage of passages) {
    if (!passage.complete || !isShowable(passage.text)) continue
    left -= passage.text.length
    if (left < 0) break
    showable.push(passage)
  }
  return showable
}

const isShowable = (text: string): boolean => text !== '' && !addressesMachine(text) && !ACTIVE.test(text)

/** Links, bare hosts, mentions, and markup of Slack, Discord and Markdown. */
const ACTIVE = /:\/\/|\bwww\.|[\p{L}\p{N}-]{2}\.[\p{L}]{2}|[@#<>{}|\\`*_~^]/u
