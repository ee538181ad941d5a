import { chooseStories } from '../../briefings/choose-stories.ts'
import { markStory, versionKey } from '../../briefings/mark-stories.ts'
import { matchStories, storiesSaying } from '../../briefings/match-stories.ts'
import { factsOf, isNews } from '../../briefings/story-facts.ts'
import type { TriedServing } from '../../records/message.ts'
import type { StoryHead } from '../../records/story.ts'
import type { Subscription } from '../../records/subscription.ts'
import { servingsBetween } from '../../subscriptions/timetable.ts'
import { shareTheThread } from '../../thread/share-the-thread.ts'
import type { CommandContext } from '../command-context.ts'
import { headlineOf, readDays, storyAt } from './past-stories.ts'

const DAY_MS = 24 * 3_600_000

/**
 * What a subscription would have told at each of its times in a stretch (milliseconds since 1970), to a reader who had heard
 * nothing before: stories as they were known then, each again only when it had moved.
 */
export async function tryBriefings(
  subscription: Subscription,
  { from, to }: { readonly from: number; readonly to: number },
  newsroom: Pick<CommandContext, 'archive' | 'settings'>,
): Promise<{ readonly servings: readonly TriedServing[]; readonly lookedAt: number | null }> {
  const { stories: outlines, lookedAt } = await readDays(subscription, { from: from - DAY_MS, to }, newsroom)
  const saying = await storiesSaying(subscription, { from: from - DAY_MS, now: to }, newsroom.archive)
  const muted = (await newsroom.archive.muted()).get(subscription.to) ?? new Set()
  const told = new Map<string, ReadonlySet<string>>()
  const times = servingsBetween(subscription, from, to)
  const pause = shareTheThread()
  const moved = await movedBefore(times, outlines, from - DAY_MS, pause)
  const servings: TriedServing[] = []
  let last = from - DAY_MS
  for (const at of times) {
    const known = new Map<string, StoryHead>()
    for (const story of moved.get(at) ?? []) {
      await pause()
      const then = storyAt(story, at)
      if (then === null || !isNews(then, last)) continue
      factsOf(then)
      known.set(story.id, then)
    }
    last = at
    const matches = matchStories([...known.values()], subscription, {
      ...newsroom.settings,
      saying,
      now: at,
    }).filter(({ story }) => !muted.has(story.id))
    const marks = new Map(
      matches.map(({ story }) => [story.id, markStory(story, told.get(story.id) ?? null)] as const),
    )
    const choice = chooseStories(matches, subscription, marks, { onlyMoved: true })
    const stories = choice.sections
      .flatMap((section) => section.stories)
      .flatMap(({ id }) => known.get(id) ?? [])
    for (const story of stories) {
      told.set(story.id, new Set([...(told.get(story.id) ?? []), ...story.reports.map(versionKey)]))
    }
    servings.push({
      at,
      stories: stories.map((story) => ({ id: story.id, ...headlineOf(story, subscription.language) })),
      leftOut: choice.leftOut,
    })
    await pause()
  }
  return { servings, lookedAt }
}

/** The stories to look at for each serving: those with a report seen after the one before it (or since `from`). */
async function movedBefore(
  times: readonly number[],
  stories: readonly StoryHead[],
  from: number,
  pause: () => Promise<void>,
): Promise<ReadonlyMap<number, readonly StoryHead[]>> {
  const moved = new Map(times.map((at) => [at, [] as StoryHead[]]))
  for (const story of stories) {
    await pause()
    const next = story.reports.flatMap(({ seenAt }) =>
      seenAt < from ? [] : (times.find((at) => at > seenAt) ?? []),
    )
    for (const at of new Set(next)) moved.get(at)?.push(story)
  }
  return moved
}
