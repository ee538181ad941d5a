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
  /** The one of this id, which begins with it where there is none. */
  named(id: string): RunningStory
  /** That of these stories, near to a story, which this story belongs to; null where it belongs to none. */
  likest(story: StoryInMemory, near: readonly StoryInMemory[]): RunningStory | null
  /** A story that is all there is of its running story may turn out to be part of another one, and two running stories to be one. Tells which ended so. */
  chain(story: StoryInMemory, near: readonly StoryInMemory[]): readonly string[]
  /** Takes articles out. One that nothing is left of ends. */
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
        // It may have ended in one before it.
        if (other === story.line || other.articles === 0) continue
        const like = likeEnough(SAME_LINE, story, nearest, (contradicts) =>
          likenessOfLines(vectors, other, story.line, contradicts),
        )
        if (like === null) continue
        const [stays, ends] = other.articles > story.line.articles ? [other, story.line] : [story.line, other]
        merged.push(merge(stays, ends))
      }
      // One of them may have ended in the next.
      return merged.filter((id) => id !== story.line.id)
    },
    leave(line, leaving) {
      for (const member of leaving) shrinkLine(vectors, line, member)
      if (line.articles === 0) lineById.delete(line.id)
    },
  }
}

/**
 * How like two running stories are by what they contradict each other in, from `least` on; null below. Mostly their words have parted them, and what contradicts each other
 * is no liker for it, so that is asked last.
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

/** Of each other running story the first of these stories, which come likeliest first: by it a story meets that one. */
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
