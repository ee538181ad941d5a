import { reportedAt } from '../articles/reported-at.ts'
import type { Timeline, TimelineEntry } from '../records/briefing.ts'
import type { Source } from '../records/source.ts'
import type { StoredStory } from '../records/story.ts'
import { newsInTurn } from './choose-reports.ts'

/** Entries told by default: nobody reads a longer list in a chat. */
const MOST_ENTRIES = 8

/**
 * Returns how a running story developed, for a reader of these languages (ISO 639-1, preferred first): all
 * reports whose headlines brought something, the beginning of each story included. `since`: when the reader
 * was last told of it, in milliseconds since 1970.
 */
export function writeTimeline(
  stories: readonly StoredStory[],
  {
    sources,
    reads,
    since,
    most = MOST_ENTRIES,
  }: {
    readonly sources: readonly Source[]
    readonly reads: readonly string[]
    readonly since: number
    /** At most so many entries, the last ones. */
    readonly most?: number
  },
): Timeline {
  const nameOf = (id: string): string => sources.find((source) => source.id === id)?.name ?? id
  const all = stories
    .flatMap(({ articles }) => newsInTurn(articles, reads))
    .map((article): TimelineEntry => ({
      at: reportedAt(article),
      outlet: nameOf(article.sourceId),
      title: article.title,
      language: article.tags.language,
      url: article.url,
      isNew: article.seenAt > since,
    }))
    .toSorted((one, other) => one.at - other.at)
  const entries = all.slice(-most)
  return { entries, earlier: all.length - entries.length }
}
