import type { StoryHead } from '../records/story.ts'

const HOUR_MS = 3_600_000

/** An entry older than this when we first saw it is an archive piece, not news: a new feed shows weeks of them. */
export const NEWS_AGE_MS = 48 * HOUR_MS

/**
 * A story ends a week after its last article, and so long after the first it is still asked what a destination was told of it. Outlets touch up
 * what they published long before; where nobody remembers that it was told, it would come as new.
 */
export const TOLD_MS = 14 * 24 * HOUR_MS

/** True when a report that was fresh when we first saw it came or was changed since `from` (milliseconds since 1970). */
export function isNews(story: StoryHead, from: number): boolean {
  return story.reports.some(({ publishedAt, seenAt, changedAt }) => {
    const published = publishedAt ?? seenAt
    return changedAt >= from && seenAt - published <= NEWS_AGE_MS && changedAt - published <= TOLD_MS
  })
}
