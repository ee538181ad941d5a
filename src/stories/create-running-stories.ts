import { contradict } from './contradict.ts'
import type { VectorStore } from './create-vector-store.ts'
import {
  IN_RUNNING_STORY,
  likenessOfRunningStories,
  likenessToRunningStory,
  SAME_RUNNING_STORY,
} from './likeness.ts'
import {
  absorbRunningStory,
  beginRunningStory,
  type Member,
  type RunningStory,
  shrinkRunningStory,
  type StoryInMemory,
} from './story-in-memory.ts'

/** The running stories in memory. */
export interface RunningStories {
  /** Returns the running story with this id, and begins it if there is none. */
  getOrBegin(id: string): RunningStory
  /** Returns the running story that `story` belongs to, among those of the stories in `near`, or null. */
  findLikest(story: StoryInMemory, near: readonly StoryInMemory[]): RunningStory | null
  /**
   * Joins running stories: a story that is all of its running story may become part of another one, and two
   * running stories may become one. Returns the ids of those that ended.
   */
  chain(story: StoryInMemory, near: readonly StoryInMemory[]): readonly string[]
  /** Removes articles from a running story. It ends if nothing is left of it. */
  leave(runningStory: RunningStory, leaving: readonly Member[]): void
}

export function createRunningStories(vectors: VectorStore): RunningStories {
  const runningStoryById = new Map<string, RunningStory>()

  const merge = (stays: RunningStory, ends: RunningStory): string => {
    absorbRunningStory(vectors, stays, ends)
    runningStoryById.delete(ends.id)
    return ends.id
  }

  const findLikest = (story: StoryInMemory, near: readonly StoryInMemory[]): RunningStory | null => {
    let most = IN_RUNNING_STORY
    let found: RunningStory | null = null
    for (const [runningStory, nearest] of nearestByRunningStory(story, near)) {
      const like = likeEnough(most, story, nearest, (contradicts) =>
        likenessToRunningStory(vectors, story, runningStory, contradicts),
      )
      if (like === null) continue
      most = like
      found = runningStory
    }
    return found
  }

  return {
    getOrBegin: (id) => runningStoryById.getOrInsertComputed(id, () => beginRunningStory(id)),
    findLikest,
    chain(story, near) {
      if (story.runningStory.articles === story.articles) {
        const found = findLikest(story, near)
        return found === null ? [] : [merge(found, story.runningStory)]
      }
      const merged: string[] = []
      for (const [other, nearest] of nearestByRunningStory(story, near)) {
        // It may have been merged earlier in this loop.
        if (other === story.runningStory || other.articles === 0) continue
        const like = likeEnough(SAME_RUNNING_STORY, story, nearest, (contradicts) =>
          likenessOfRunningStories(vectors, other, story.runningStory, contradicts),
        )
        if (like === null) continue
        const [stays, ends] =
          other.articles > story.runningStory.articles
            ? [other, story.runningStory]
            : [story.runningStory, other]
        merged.push(merge(stays, ends))
      }
      // A running story that took another in may itself have been merged later.
      return merged.filter((id) => id !== story.runningStory.id)
    },
    leave(runningStory, leaving) {
      for (const member of leaving) shrinkRunningStory(vectors, runningStory, member)
      if (runningStory.articles === 0) runningStoryById.delete(runningStory.id)
    },
  }
}

/**
 * Returns the likeness to a running story, less if the nearest stories contradict each other; null if it is
 * below `least`. Contradiction is checked last because it only lowers the likeness, and the words alone
 * usually decide.
 */
function likeEnough(
  least: number,
  story: StoryInMemory,
  nearest: StoryInMemory,
  likeness: (contradicts: boolean) => number,
): number | null {
  const most = likeness(false)
  if (most < least) return null
  const like = contradict(story.members, nearest.members) ? likeness(true) : most
  return like < least ? null : like
}

/** Returns the likeliest story of each other running story. `near` is sorted likeliest first. */
function nearestByRunningStory(
  story: StoryInMemory,
  near: readonly StoryInMemory[],
): ReadonlyMap<RunningStory, StoryInMemory> {
  const nearest = new Map<RunningStory, StoryInMemory>()
  for (const other of near)
    if (
      other.runningStory !== story.runningStory &&
      other.members.length > 0 &&
      !nearest.has(other.runningStory)
    )
      nearest.set(other.runningStory, other)
  return nearest
}
