import { reportedAt } from '../articles/reported-at.ts'
import type { PlacedArticle } from '../records/story.ts'
import { headlineWords, toldWords } from '../summaries/event-words.ts'
import type { ToldReports } from './choose-reports.ts'
import { createPastReader } from './past-headlines.ts'
import { rankHeadlines } from './rank-headlines.ts'

/**
 * Returns the indices of the reports that may head the story, the one whose headline says best what the event
 * is first. Those in `past` are left out.
 */
export function orderOf(
  told: ToldReports,
  past: ReadonlySet<PlacedArticle> = pastAmong(told),
): readonly number[] {
  const { reports, event } = told
  const ranked = rankHeadlines(
    reports.map(({ article, form, voice, news }) => ({
      title: article.title,
      language: article.tags.language,
      form,
      at: reportedAt(article),
      isLabel: isLabel(article),
      voice,
      news,
    })),
    event,
  )
  return ranked.filter((index) => {
    const article = reports[index]?.article
    return article !== undefined && !past.has(article)
  })
}

/**
 * Returns the reports with outdated headlines (`createPastReader`), which neither head nor tell a story that
 * has others. Empty if all of `reports` are such.
 */
export function pastAmong({ reports, background }: ToldReports): ReadonlySet<PlacedArticle> {
  const all = [...reports, ...background].map(({ article }) => article)
  const isPast = createPastReader(all)
  return reports.every(({ article }) => isPast(article)) ? new Set() : new Set(all.filter(isPast))
}

/**
 * A headline of at most so many words is a label if none of them is in the opening of its text, and that text
 * has at least `TEXT` UTF-16 units.
 */
const LABEL_WORDS = 4
const TEXT = 400

function isLabel({ title, text, tags: { language } }: PlacedArticle): boolean {
  const words = headlineWords(title, language)
  const isLong = text.length >= TEXT
  return isLong && words.size <= LABEL_WORDS && words.isDisjointFrom(toldWords({ title: '', text, language }))
}
