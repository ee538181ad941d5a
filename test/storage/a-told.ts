import type { Told } from '../../src/records/decision.ts'
import { NOON } from './a-read.ts'

export function aTold(storyId: string): Told {
  return { storyId, at: NOON, articles: [`${storyId}@1`] }
}
