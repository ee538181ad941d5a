import { aboutOf } from '../../briefings/about-of.ts'
import { MOST_STORIES } from '../../briefings/compose-briefing.ts'
import type { StoryHead } from '../../records/story.ts'
import type { Subscription } from '../../records/subscription.ts'
import type { NewsroomView } from '../newsroom-view.ts'

const DAY_MS = 24 * 3_600_000

/**
 * The stories of some days (milliseconds since 1970) that a subscription may tell: of each day the strongest, so that the first is not told by what was left of it in the last.
 * `lookedAt`: how many of a day, where there were more; null where all were read.
 */
export async function readDays(
  subscription: Subscription,
  { from, to }: { readonly from: number; readonly to: number },
  { archive, settings }: Pick<NewsroomView, 'archive' | 'settings'>,
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
