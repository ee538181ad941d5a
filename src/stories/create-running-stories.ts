import { contradict } from './contradict.ts'
import type { VectorStore } from './create-vector-store.ts'
import { IN_LINE, likenessOfLines, likenessToLine, SAME_LINE } from './likeness.ts'
import {
  absorbLine,
  beginLine,
  type Member,
  type RunningStory,
  shrinkLine,
  type StoryInMemory,
} from './story-in-memory.ts'

/** The running stories in memory. */
export interface RunningStories {
  /** Returns the running story with this id, and begins it if there is none. */
  named(id: string): RunningStory
  /** Returns the running story that `story` belongs to, among those of the stories in `near`, or null. */
  likest(story: StoryInMemory, near: readonly StoryInMemory[]): RunningStory | null
  /**
   * Joins running stories: a story that is all of its running story may become part of another one, and two
   * running stories may become one. Returns the ids of those that ended.
   */
  chain(story: StoryInMemory, near: readonly StoryInMemory[]): readonly string[]
  /** Removes articles from a running story. It ends if nothing is left of it. */
  leave(line: RunningStory, leaving: readonly Member[]): void
}

export function createRunningStories(vectors: VectorStore): RunningStories {
  const lineById = new Map<string, RunningStory>()

  const merge = (stays: RunningStory, ends: RunningStory): string => {
    absorbLine(vectors, stays, ends)
    lineById.delete(ends.id)
    return ends.id
  }

  const likest = (story: StoryInMemory, near: readonly StoryInMemory[]): RunningStory | null => {
    let most = IN_LINE
    let found: RunningStory | null = null
    for (const [line, nearest] of nearestByLine(story, near)) {
      const like = likeEnough(most, story, nearest, (contradicts) =>
        likenessToLine(vectors, story, line, contradicts),
      )
      if (like === null) continue
      most = like
      found = line
    }
    return found
  }

  return {
    named: (id) => lineById.getOrInsertComputed(id, () => beginLine(id)),
    likest,
    chain(story, near) {
      if (story.line.articles === story.articles) {
        const found = likest(story, near)
        return found === null ? [] : [merge(found, story.line)]
      }
      const merged: string[] = []
      for (const [other, nearest] of nearestByLine(story, near)) {
        // It may have been merged earlier in this loop.
        if (other === story.line || other.articles === 0) continue
        const like = likeEnough(SAME_LINE, story, nearest, (contradicts) =>
          likenessOfLines(vectors, other, story.line, contradicts),
        )
        if (like === null) continue
        const [stays, ends] = other.articles > story.line.articles ? [other, story.line] : [story.line, other]
        merged.push(merge(stays, ends))
      }
      // A running story that took another in may itself have been merged later.
      return merged.filter((id) => id !== story.line.id)
    },
    leave(line, leaving) {
      for (const member of leaving) shrinkLine(vectors, line, member)
      if (line.articles === 0) lineById.delete(line.id)
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
function nearestByLine(
  story: StoryInMemory,
  near: readonly StoryInMemory[],
): ReadonlyMap<RunningStory, StoryInMemory> {
  const nearest = new Map<RunningStory, StoryInMemory>()
  for (const other of near)
    if (other.line !== story.line && other.members.length > 0 && !nearest.has(other.line))
      nearest.set(other.line, other)
  return nearest
}
