import type { StoryOutline } from './news-archive.ts'

/** An entry older than this when we first saw it is an archive piece, not news: a new feed shows weeks of them. */
export const NEWS_AGE_MS = 48 * 3_600_000

/** True when a report of the period was fresh when we first saw it. `from` is in milliseconds since 1970. */
export function isNews(story: StoryOutline, from: number): boolean {
  return story.reports.some((report) => {
    const published = report.publishedAt ?? report.seenAt
    return report.seenAt - published <= NEWS_AGE_MS && (report.seenAt >= from || report.version > 1)
  })
}
