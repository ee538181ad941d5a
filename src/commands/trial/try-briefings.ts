import { chooseStories, versionKey } from '../../briefings/choose-stories.ts'
import { isNews, storiesSaying } from '../../briefings/compose-briefing.ts'
import type { TriedServing } from '../../chat/message.ts'
import { servingsBetween } from '../../subscriptions/servings-between.ts'
import type { Subscription } from '../../subscriptions/subscription.ts'
import type { NewsroomView } from '../newsroom-view.ts'
import { headlineOf, storyAt } from './story-at.ts'

const DAY_MS = 24 * 3_600_000

/**
 * What a subscription would have told at each of its times in a stretch (milliseconds since 1970), to a reader who had heard
 * nothing before: stories as they were known then, each again only when it had moved.
 */
export async function tryBriefings(
  subscription: Subscription,
  { from, to }: { readonly from: number; readonly to: number },
  newsroom: Pick<NewsroomView, 'archive' | 'settings'>,
): Promise<readonly TriedServing[]> {
  const outlines = await newsroom.archive.storyHeads({ from: from - DAY_MS, to })
  const saying = await storiesSaying(subscription, { from: from - DAY_MS, now: to }, newsroom.archive)
  const muted = await newsroom.archive.muted(subscription.to)
  const told = new Map<string, { readonly articles: readonly string[] }>()
  let last = from - DAY_MS
  return servingsBetween(subscription, from, to).map((at) => {
    const known = new Map(
      outlines.flatMap((story) => {
        const then = storyAt(story, at)
        return then !== null && then.lastAt >= last && isNews(then, last) ? [[story.id, then] as const] : []
      }),
    )
    last = at
    const { regions, topics } = newsroom.settings
    const around = { regions, topics, told, saying, muted, now: at, onlyMoved: true }
    const choice = chooseStories([...known.values()], subscription, around)
    const stories = choice.sections
      .flatMap((section) => section.stories)
      .flatMap(({ id }) => known.get(id) ?? [])
    for (const story of stories) {
      const before = told.get(story.id)?.articles ?? []
      told.set(story.id, { articles: [...new Set([...before, ...story.reports.map(versionKey)])] })
    }
    return {
      at,
      stories: stories.map((story) => ({ id: story.id, ...headlineOf(story, subscription.language) })),
      leftOut: choice.leftOut,
    }
  })
}
