import type { KeptOut } from '../records/briefing.ts'
import type { StoredStory, StoryHead } from '../records/story.ts'
import type { SharedMark } from './mark-stories.ts'

/** Reads a whole story; null if none of its reports is kept, or belongs to it, any more. */
export type StoryReader = (story: StoryHead) => Promise<StoredStory | null>

/** The stories of one page, by region. */
export interface PageContent {
  readonly sections: readonly {
    readonly region: string
    readonly leftOut: number
    readonly stories: readonly PageStory[]
  }[]
  readonly leftOut: number
  readonly keptOut: KeptOut
}

/** A story to tell, others of its running story to name under it, and how many more there are. */
export interface PageStory {
  readonly mark: SharedMark
  readonly named: readonly SharedMark[]
  readonly more: number
}
