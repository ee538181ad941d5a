import type { SentStory } from '../../src/records/decision.ts'
import { NOON } from './a-read.ts'

export function aTold(storyId: string): SentStory {
  return { storyId, at: NOON, articles: [`${storyId}@1`] }
}
