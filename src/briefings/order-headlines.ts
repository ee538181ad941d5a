import { reportedAt } from '../articles/reported-at.ts'
import type { PlacedArticle } from '../records/story.ts'
import { headlineWords, leadWords } from '../summaries/event-words.ts'
import type { ReportChoice } from './choose-reports.ts'
import { createOutdatedCheck } from './outdated-headlines.ts'
import { type RankedHeadline, rankHeadlines } from './rank-headlines.ts'

/**
 * Returns the reports that may head the story by index, the one whose headline says best what the event is
 * first. Those in `outdated` are left out.
 */
export function orderHeadlines(
  choice: ReportChoice,
  outdated: ReadonlySet<PlacedArticle> = outdatedAmong(choice),
): readonly RankedHeadline[] {
  const { reports, event } = choice
  const ranked = rankHeadlines(
    reports.map(({ article, form, voice, news }) => ({
      title: article.title,
      language: article.tags.language,
      form,
      at: reportedAt(article),
      isLabel: isLabel(article),
      opening: openingOf(article),
      voice,
      news,
      newsValue: article.tags.newsValue ?? 0,
    })),
    event,
  )
  return ranked.filter(({ index }) => {
    const article = reports[index]?.article
    return article !== undefined && !outdated.has(article)
  })
}

/**
 * Returns the reports with outdated headlines (`createOutdatedCheck`), which neither head nor tell a story
 * that has others. Empty if all of `reports` are such.
 */
export function outdatedAmong({ reports, background }: ReportChoice): ReadonlySet<PlacedArticle> {
  const all = [...reports, ...background].map(({ article }) => article)
  const isOutdated = createOutdatedCheck(all)
  return reports.every(({ article }) => isOutdated(article)) ? new Set() : new Set(all.filter(isOutdated))
}

/**
 * A headline of at most so many words is a label if none of them is in the opening of its text, and that text
 * has at least `LEAST_TEXT_LENGTH` UTF-16 units.
 */
const MOST_LABEL_WORDS = 4
const LEAST_TEXT_LENGTH = 400

function isLabel(article: PlacedArticle): boolean {
  const {
    title,
    text,
    tags: { language },
  } = article
  const words = headlineWords(title, language)
  const isLong = text.length >= LEAST_TEXT_LENGTH
  return isLong && words.size <= MOST_LABEL_WORDS && words.isDisjointFrom(openingOf(article))
}

const openingOf = ({ text, tags: { language } }: PlacedArticle): ReadonlySet<string> =>
  leadWords({ title: '', text, language })
