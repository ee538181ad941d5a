import type { ToldStories } from './choose-stories.ts'
import { findEdits, NO_EDITS, type Edits } from './find-edits.ts'
import { knowledgeOf } from './knowledge-of.ts'
import { markStory, type StoryMark } from './mark-story.ts'
import type { NewsArchive, StoryOutline } from './news-archive.ts'
import { remember } from './remember.ts'

/** A mark that readers with the same knowledge of a story share: the same object is to be told alike. */
export interface SharedMark extends StoryMark {
  /** As it was when the news was read. */
  readonly story: StoryOutline
  /** What the reader knew of it, as `articleId@version`; null when they never heard of it. */
  readonly known: readonly string[] | null
  readonly edits: Edits
}

export interface Marker {
  /**
   * Marks of all these stories for a reader, by story id. `from`: since when an edit counts as news, in milliseconds since 1970. Readers who were told the
   * same lists get the same objects.
   */
  mark(
    stories: readonly StoryOutline[],
    told: ToldStories,
    from: number,
  ): Promise<ReadonlyMap<string, SharedMark>>
}

/** Marks stories for many readers and works out each state of knowledge once. */
export function createMarker(versionsOf: NewsArchive['versions']): Marker {
  const markFor = remember(
    async (
      story: StoryOutline,
      known: readonly string[] | null,
      editedSince: number | null,
    ): Promise<SharedMark> => {
      const seen = new Set(known)
      const edits = editedSince === null ? NO_EDITS : await findEdits(story, seen, editedSince, versionsOf)
      const marked = markStory(story, known === null ? null : new Set([...seen, ...edits.immaterial]))
      return { ...marked, story, known, edits }
    },
  )
  return {
    async mark(stories, told, from) {
      const marks = new Map<string, SharedMark>()
      for (const story of stories) {
        // Where nothing was edited the mark is the same whenever a period begins.
        const editedSince = story.reports.some(({ version }) => version > 1) ? from : null
        marks.set(story.id, await markFor(story, knowledgeOf(story, told), editedSince))
      }
      return marks
    },
  }
}
