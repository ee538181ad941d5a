import type { Placement } from '../records/story.ts'

/**
 * Merges that could not be kept, until they are. The grouper tells of a merge once; of an article that it is given again, after
 * a full disk say, it tells the story alone.
 */
export interface OwedMerges {
  /** The placement with what is owed to the stories that it names. */
  withOwed(placement: Placement): Placement
  /** Runs `keep`, which keeps these placements all or none; what it throws is thrown on. */
  keeping(placements: readonly Placement[], keep: () => Promise<void>): Promise<void>
}

export function createOwedMerges(): OwedMerges {
  /** By the story that stays. */
  const owed = new Map<string, readonly string[]>()
  return {
    withOwed(placement) {
      const named = [placement.storyId, ...placement.mergedStoryIds]
      const mergedStoryIds = new Set(named.flatMap((id) => [id, ...(owed.get(id) ?? [])]))
      mergedStoryIds.delete(placement.storyId)
      return { ...placement, mergedStoryIds: [...mergedStoryIds] }
    },
    async keeping(placements, keep) {
      try {
        await keep()
      } catch (error) {
        for (const { storyId, mergedStoryIds } of placements)
          if (mergedStoryIds.length > 0)
            owed.set(storyId, [...new Set([...(owed.get(storyId) ?? []), ...mergedStoryIds])])
        throw error
      }
      for (const { storyId, mergedStoryIds } of placements)
        for (const id of [storyId, ...mergedStoryIds]) owed.delete(id)
    },
  }
}
