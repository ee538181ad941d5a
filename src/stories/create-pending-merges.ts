import type { Placement } from '../records/story.ts'

/**
 * Merges that could not be stored yet. The grouper reports a merge only once; if an article is placed again,
 * after a full disk for example, it reports only the story.
 */
export interface PendingMerges {
  /** Returns the placement with the pending merges of the stories that it names. */
  withPending(placement: Placement): Placement
  /** Runs `keep`, which must store all of these placements or none, and rethrows its error. */
  keeping(placements: readonly Placement[], keep: () => Promise<void>): Promise<void>
}

export function createPendingMerges(): PendingMerges {
  /** Pending merged story ids by the story that stays. */
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
