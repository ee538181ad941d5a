import { versionKey, type Candidate } from './choose-stories.ts'

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
export function markStory(story: Candidate, seen: ReadonlySet<string> | null): StoryMark {
  if (seen === null) return { mark: 'new', unseen: story.reports.map(versionKey) }
  const unseen = story.reports.filter((report) => !seen.has(versionKey(report)))
  const moved = unseen.some((report) => report.copyOf === null)
  return { mark: moved ? 'updated' : null, unseen: unseen.map(versionKey) }
}
