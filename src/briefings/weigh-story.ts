import { newestAt, type Reported } from '../articles/reported-at.ts'
import type { CountryTag } from '../records/article.ts'

/** News loses half its freshness in this time; chosen so that yesterday's lead still beats today's single report. */
export const HALF_LIFE_MS = 18 * 3_600_000

/** What a story's weight is made from. */
export interface Weighable {
  readonly reports: readonly (Reported & Origin & { readonly countries: readonly CountryTag[] })[]
}

/** Whose text a report is. */
interface Origin {
  readonly articleId: string
  readonly sourceId: string
  readonly copyOf: string | null
  readonly agency: string | null
}

/**
 * Reports that do not repeat one another: copies of one text count once, all texts of one agency count once, and so
 * do several reports of one outlet. An agency that one copy credits is that of its original and of every other copy.
 */
export function countIndependent(reports: readonly Origin[]): number {
  const textOf = ({ articleId, copyOf }: Origin): string => copyOf ?? articleId
  const agencies = new Map<string, string>()
  for (const report of reports) if (report.agency !== null) agencies.set(textOf(report), report.agency)
  const originals = new Set(reports.map(({ articleId }) => articleId))
  const origins = new Set<string>()
  for (const report of reports) {
    const text = textOf(report)
    const agency = agencies.get(text)
    if (agency !== undefined) origins.add(`agency:${agency}`)
    else if (report.copyOf === null) origins.add(`outlet:${report.sourceId}`)
    // The original was in another story, or is forgotten: its copies together are one report.
    else if (!originals.has(text)) origins.add(`text:${text}`)
  }
  return Math.max(1, origins.size)
}

/**
 * Weight of a story at `now` (milliseconds since 1970): independent reports count by their logarithm (the tenth outlet
 * adds less than the second), times freshness with a half-life of 18 hours, times how clearly the story has a place.
 */
export function weighStory(story: Weighable, now: number): number {
  const voices = Math.log2(1 + countIndependent(story.reports))
  const ageMs = Math.max(0, now - newestAt(story.reports))
  const freshness = 2 ** (-ageMs / HALF_LIFE_MS)
  const focused = story.reports.filter((report) => report.countries.some((country) => country.focus)).length
  const focus = 0.6 + (0.4 * focused) / Math.max(1, story.reports.length)
  return voices * freshness * focus
}
