import type { ToldStories } from './choose-stories.ts'
import { findEdits, NO_EDITS, type Edits } from './find-edits.ts'
import { knowledgeOf } from './knowledge-of.ts'
import { markStory, type StoryMark } from './mark-story.ts'
import type { NewsArchive, StoryOutline } from './news-archive.ts'

/** A mark that readers with the same knowledge of a story share. */
export interface SharedMark extends StoryMark {
  /** Equal numbers, equal marks: names what this reader is to be told of this story. */
  readonly serial: number
  readonly edits: Edits
  /** What the reader knows once this was told, as `articleId@version`. */
  readonly knownAfter: readonly string[]
}

export interface Marker {
  /** Marks of all these stories for a reader, by story id. Readers who were told the same lists get the same objects. */
  mark(stories: readonly StoryOutline[], told: ToldStories): Promise<ReadonlyMap<string, SharedMark>>
}

/** Marks stories for many readers and works out each state of knowledge once. `from`: since when an edit counts as news. */
export function createMarker(from: number, versionsOf: NewsArchive['versions']): Marker {
  const ofStrangers = new Map<string, SharedMark>()
  const ofKnowing = new WeakMap<readonly string[], Map<string, SharedMark>>()
  let serial = 0

  async function make(story: StoryOutline, articles: readonly string[] | null): Promise<SharedMark> {
    const seen = new Set(articles)
    const isEdited = story.reports.some((report) => report.version > 1)
    const edits = isEdited ? await findEdits(story, seen, from, versionsOf) : NO_EDITS
    const marked = markStory(story, articles === null ? null : new Set([...seen, ...edits.immaterial]))
    const all = markStory(story, null).unseen
    return { ...marked, serial: ++serial, edits, knownAfter: [...seen.union(new Set(all))] }
  }

  return {
    async mark(stories, told) {
      const marks = new Map<string, SharedMark>()
      for (const story of stories) {
        const articles = knowledgeOf(story, told)
        const known =
          articles === null ? ofStrangers : (ofKnowing.get(articles) ?? new Map<string, SharedMark>())
        if (articles !== null) ofKnowing.set(articles, known)
        const mark = known.get(story.id) ?? (await make(story, articles))
        known.set(story.id, mark)
        marks.set(story.id, mark)
      }
      return marks
    },
  }
}
