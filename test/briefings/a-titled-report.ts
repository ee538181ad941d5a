import type { PlacedArticle } from '../../src/records/story.ts'
import { anArticle, HOUR, NOON } from '../storage/a-read.ts'

/** Returns an outlet's report that is only a headline, this many hours after noon. */
export const aTitledReport = (sourceId: string, title: string, hours: number): PlacedArticle => ({
  ...anArticle({ title, sourceId, publishedAt: NOON + hours * HOUR, seenAt: NOON + hours * HOUR }),
  storyId: 's',
  storylineId: 'l',
  copyOf: null,
  agency: null,
})
