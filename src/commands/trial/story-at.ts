import { sameLanguage } from '../../words/names.ts'
import type { StoryHead } from '../../records/story.ts'

/** A story as it was known before a moment (milliseconds since 1970): what was seen later is left out. Null where it was not known yet. */
export function storyAt(story: StoryHead, moment: number): StoryHead | null {
  const reports = story.reports.filter((report) => report.seenAt < moment)
  const last = Math.max(...reports.map((report) => report.seenAt))
  return reports.length === 0 ? null : { ...story, lastAt: last, reports }
}

/** Headline of a story: the title of its first own report, one in the reader's language (BCP 47) before others. */
export function headlineOf(
  story: StoryHead,
  reader: string,
): { readonly headline: string; readonly language: string } {
  const own = story.reports.filter(({ copyOf }) => copyOf === null)
  const report = own.find(({ language }) => sameLanguage(language, reader)) ?? own[0] ?? story.reports[0]
  return { headline: report?.title ?? '', language: report?.language ?? 'und' }
}
