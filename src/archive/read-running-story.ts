import type { BriefingArchive, BriefingSettings } from '../briefings/composition.ts'
import { headlineOf } from '../briefings/write-story.ts'
import { writeTimeline } from '../briefings/write-timeline.ts'
import type { BriefedStory, Timeline } from '../records/briefing.ts'
import { readsOf } from '../subscriptions/reads-of.ts'
import type { ArchiveReader } from './subject.ts'

/** A running story: its sixty strongest stories, newest first, and how it went on. */
export interface RunningStory {
  /** Current id of the story that it was asked for by; addresses use this id. */
  readonly storyId: string
  readonly storylineId: string
  readonly stories: readonly (Pick<BriefedStory, 'id' | 'handle' | 'headline' | 'language' | 'lastAt'> & {
    readonly outlets: number
  })[]
  readonly timeline: Timeline
}

/** Stories of one running story that are read. Nobody reads a longer page, and a war has hundreds. */
const MOST_STORIES = 60
const MOST_ENTRIES = 40

/** Returns the running story that a story belongs to; null where there is no such story. */
export async function readRunningStory(
  storyId: string,
  archive: Pick<BriefingArchive, 'stories' | 'storylines' | 'storyHeads'>,
  settings: Pick<BriefingSettings, 'sources'>,
  reader: ArchiveReader & { readonly now: number },
): Promise<RunningStory | null> {
  const place = (await archive.storylines([storyId])).get(storyId)
  if (place === undefined) return null
  const { id, storylineId } = place
  const about = { storylines: [storylineId] }
  const heads = await archive.storyHeads({ from: 0, to: reader.now + 1, most: MOST_STORIES, about })
  const stories = await archive.stories(heads.map(({ id }) => id))
  const inOrder = stories.toSorted((one, other) => other.lastAt - one.lastAt)
  return {
    storyId: id,
    storylineId,
    stories: inOrder.map((story) => {
      const { title, language } = headlineOf(story, reader.language)
      return {
        id: story.id,
        ...(story.handle !== undefined && { handle: story.handle }),
        headline: title,
        language,
        lastAt: story.lastAt,
        outlets: new Set(story.articles.map(({ sourceId }) => sourceId)).size,
      }
    }),
    timeline: writeTimeline(stories, {
      sources: settings.sources,
      reads: readsOf(reader),
      since: 0,
      most: MOST_ENTRIES,
    }),
  }
}
