import { reportedAt } from '../articles/reported-at.ts'
import type { PlacedArticle } from '../records/story.ts'
import { headlineWords, toldWords } from '../summaries/event-words.ts'
import type { ToldReports } from './choose-reports.ts'
import { createPastReader } from './past-headlines.ts'
import { rankHeadlines } from './rank-headlines.ts'

/** Indices of the reports that may head it, the one whose headline says best what the event is first. */
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

/** The reports whose headline says how things do not stand, or what was to come, before, or figures that nobody else has: they neither head nor tell a story that has others; none where all are such. */
export function pastAmong({ reports, background }: ToldReports): ReadonlySet<PlacedArticle> {
  const all = [...reports, ...background].map(({ article }) => article)
  const isPast = createPastReader(all)
  return reports.every(({ article }) => isPast(article)) ? new Set() : new Set(all.filter(isPast))
}

/** Words of a headline up to which it may be a label, and UTF-16 units of text from which it would stand there if it were none. */
const LABEL_WORDS = 4
const TEXT = 400

function isLabel({ title, text, tags: { language } }: PlacedArticle): boolean {
  const words = headlineWords(title, language)
  const isLong = text.length >= TEXT
  return isLong && words.size <= LABEL_WORDS && words.isDisjointFrom(toldWords({ title: '', text, language }))
}
