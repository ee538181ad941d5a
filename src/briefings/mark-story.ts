import type { StoryHead } from '../records/story.ts'

/** What a story is to one reader. */
export interface StoryMark {
  readonly mark: 'new' | 'updated' | null
  /** `articleId@version` the reader has not seen. */
  readonly unseen: readonly string[]
}

/**
 * `seen` holds the `articleId@version` that the reader knows; null when he never heard of the story. A story moved when it has a version
 * that is more than one more copy of a text he was told.
 */
export function markStory(story: StoryHead, seen: ReadonlySet<string> | null): StoryMark {
  if (seen === null) return { mark: 'new', unseen: story.reports.map(versionKey) }
  const unseen = story.reports.filter((report) => !seen.has(versionKey(report)))
  const moved = unseen.some((report) => report.copyOf === null)
  return { mark: moved ? 'updated' : null, unseen: unseen.map(versionKey) }
}

/** As which a destination is told of a version of an article (`Told.articles`). */
export const versionKey = (report: { readonly articleId: string; readonly version: number }): string =>
  `${report.articleId}@${report.version}`
