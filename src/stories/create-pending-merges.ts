import type { Placement } from '../records/story.ts'

/**
 * Merges that could not be kept, until they are. The grouper tells of a merge once; of an article that it is given again, after
 * a full disk say, it tells the story alone.
 */
export interface PendingMerges {
  /** The placement with what is pending for the stories that it names. */
  withPending(placement: Placement): Placement
  /** Runs `keep`, which keeps these placements all or none; what it throws is thrown on. */
  keeping(placements: readonly Placement[], keep: () => Promise<void>): Promise<void>
}

export function createPendingMerges(): PendingMerges {
  /** By the story that stays. */
  const pending = new Map<string, readonly string[]>()
  return {
    withPending(placement) {
      const named = [placement.storyId, ...placement.mergedStoryIds]
      const mergedStoryIds = new Set(named.flatMap((id) => [id, ...(pending.get(id) ?? [])]))
      mergedStoryIds.delete(placement.storyId)
      return { ...placement, mergedStoryIds: [...mergedStoryIds] }
    },
    async keeping(placements, keep) {
      try {
        await keep()
      } catch (error) {
        for (const { storyId, mergedStoryIds } of placements)
          if (mergedStoryIds.length > 0)
            pending.set(storyId, [...new Set([...(pending.get(storyId) ?? []), ...mergedStoryIds])])
        throw error
      }
      for (const { storyId, mergedStoryIds } of placements)
        for (const id of [storyId, ...mergedStoryIds]) pending.delete(id)
    },
  }
}
