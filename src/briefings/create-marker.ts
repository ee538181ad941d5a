import type { ToldStories } from './choose-stories.ts'
import { findEdits, NO_EDITS, type Edits } from './find-edits.ts'
import { knowledgeOf } from './knowledge-of.ts'
import { markStory, type StoryMark } from './mark-story.ts'
import type { NewsArchive } from '../records/ports/news-archive.ts'
import type { StoryHead } from '../records/story.ts'
import { remember } from './remember.ts'

/** A mark that readers with the same knowledge of a story share: the same object is to be told alike. */
export interface SharedMark extends StoryMark {
  /** As it was when the news was read. */
  readonly story: StoryHead
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
    stories: readonly StoryHead[],
    told: ToldStories,
    from: number,
  ): Promise<ReadonlyMap<string, SharedMark>>
}

/** Marks stories for many readers and works out each state of knowledge once. */
export function createMarker(versionsOf: NewsArchive['versions']): Marker {
  const unedited = new WeakMap<StoryHead, Map<readonly string[] | null, SharedMark>>()

  /** Where nothing was edited the mark is the same whenever a period begins. */
  function markUnedited(story: StoryHead, known: readonly string[] | null): SharedMark {
    const marks = unedited.get(story) ?? new Map<readonly string[] | null, SharedMark>()
    unedited.set(story, marks)
    const mark = marks.get(known) ?? {
      ...markStory(story, known === null ? null : new Set(known)),
      story,
      known,
      edits: NO_EDITS,
    }
    marks.set(known, mark)
    return mark
  }

  const markEdited = remember(
    async (story: StoryHead, known: readonly string[] | null, from: number): Promise<SharedMark> => {
      const seen = new Set(known)
      const edits = await findEdits(story, seen, from, versionsOf)
      const marked = markStory(story, known === null ? null : seen.union(new Set(edits.immaterial)))
      return { ...marked, story, known, edits }
    },
  )

  return {
    async mark(stories, told, from) {
      const marks = new Map<string, SharedMark>()
      for (const story of stories) {
        const known = knowledgeOf(story, told)
        const isEdited = story.reports.some(({ version }) => version > 1)
        marks.set(story.id, isEdited ? await markEdited(story, known, from) : markUnedited(story, known))
      }
      return marks
    },
  }
}
