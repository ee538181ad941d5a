import type { Store } from '../../../src/records/ports/store.ts'
import { NEVER_READ } from '../../../src/records/feed-state.ts'
import { anArticle, aRead, HOUR, NOON, toKeep } from '../../storage/a-read.ts'

export const DAY = 24 * HOUR

/** The reports of a source about Syria on a day, counted back from 10 March 2026. */
export interface SeasonDay {
  readonly source: string
  readonly daysAgo: number
  readonly reports: number
  /** Id of the story of all its reports; if absent, each has its own. */
  readonly story?: string
  readonly title?: string
  readonly country?: string
}

/** Stores the reports of these days, one every twenty minutes from nine o'clock. */
export async function keepSeason(store: Store, days: readonly SeasonDay[]): Promise<void> {
  for (const { source, daysAgo, reports, story, title, country = 'SY' } of days) {
    const articles = Array.from({ length: reports }, (_, index) => {
      const at = NOON - daysAgo * DAY - 3 * HOUR + (index * HOUR) / 3
      const id = `${source}-${daysAgo}-${index}${story ?? ''}`
      const tags = { countries: [{ code: country, score: 1, focus: true }] }
      const article = anArticle(
        { id, sourceId: source, publishedAt: at, seenAt: at, text: '', title: title ?? id },
        tags,
      )
      return toKeep(article, { storyId: story ?? `story-of-${id}`, storylineId: `line-of-${story ?? id}` })
    })
    const state = { ...NEVER_READ, lastTriedAt: NOON }
    await store.keepRead({ ...aRead([], { sourceId: source, state }), articles })
  }
}

/** Returns days with this many reports of each source: all days of the past except those left out. */
export const everyDay = (
  sources: Readonly<Record<string, number>>,
  {
    from,
    to = 1,
    without = [],
  }: { readonly from: number; readonly to?: number; readonly without?: readonly number[] },
): readonly SeasonDay[] =>
  Array.from({ length: from - to + 1 }, (_, index) => from - index)
    .filter((daysAgo) => !without.includes(daysAgo))
    .flatMap((daysAgo) => Object.entries(sources).map(([source, reports]) => ({ source, daysAgo, reports })))
