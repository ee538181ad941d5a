import { aboutOf } from '../../briefings/match-stories.ts'
import { MOST_STORIES } from '../../briefings/open-edition.ts'
import type { StoryHead } from '../../records/story.ts'
import type { Subscription } from '../../records/subscription.ts'
import { sameLanguage } from '../../words/names.ts'
import type { CommandContext } from '../command-context.ts'

const DAY_MS = 24 * 3_600_000

/**
 * The stories of some days (milliseconds since 1970) that a subscription may tell: of each day the strongest, so that the first is not told by what was left of it in the last.
 * `lookedAt`: how many of a day, where there were more; null where all were read.
 */
export async function readDays(
  subscription: Subscription,
  { from, to }: { readonly from: number; readonly to: number },
  { archive, settings }: Pick<CommandContext, 'archive' | 'settings'>,
): Promise<{ readonly stories: readonly StoryHead[]; readonly lookedAt: number | null }> {
  const about = aboutOf(subscription, settings)
  const days = Math.max(1, Math.ceil((to - from) / DAY_MS))
  const most = Math.floor(MOST_STORIES / days)
  const stories = new Map<string, StoryHead>()
  let isBounded = false
  for (let end = to; end > from; end -= DAY_MS) {
    const day = await archive.storyHeads({ from: Math.max(from, end - DAY_MS), to: end, most, about })
    isBounded ||= day.length === most
    for (const story of day) stories.set(story.id, story)
  }
  return { stories: [...stories.values()], lookedAt: isBounded ? most : null }
}

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
