import { isNews } from '../../briefings/is-news.ts'
import { fitOf, misfit } from '../../briefings/misfit.ts'
import type { StoryOutline } from '../../briefings/news-archive.ts'
import { storyCountries } from '../../briefings/place-story.ts'
import { storiesSaying } from '../../briefings/stories-saying.ts'
import { storyTopics } from '../../briefings/story-topics.ts'
import { countIndependent } from '../../briefings/weigh-story.ts'
import type { TriedServing } from '../../chat/message.ts'
import type { Subscription } from '../../subscriptions/subscription.ts'
import type { NewsroomView } from '../newsroom-view.ts'
import { headlineOf, storyAt } from './story-at.ts'

const HOUR_MS = 3_600_000

/** The alerts that a subscription would have sent in a stretch of time (milliseconds since 1970), each with its one story. */
export async function tryAlerts(
  subscription: Subscription,
  { from, to }: { readonly from: number; readonly to: number },
  newsroom: Pick<NewsroomView, 'archive' | 'settings'>,
): Promise<readonly TriedServing[]> {
  const { archive, settings } = newsroom
  const rule = subscription.alert
  if (rule === null) return []
  const saying = await storiesSaying(subscription, { from, now: to }, archive)
  const muted = (await archive.muted()).get(subscription.to) ?? new Set()
  const fit = fitOf(subscription, { ...settings, saying, muted })
  const risen = (await archive.storyHeads({ from, to })).flatMap((story) => {
    const then = roseAt(story, rule.outlets)
    if (then === null || then.lastAt < from || !isNews(then, from)) return []
    const about = { countries: storyCountries(then.reports), topics: storyTopics(then.reports) }
    return misfit(then, about, fit) === null ? [then] : []
  })
  const sent: TriedServing[] = []
  for (const story of risen.toSorted((a, b) => a.lastAt - b.lastAt)) {
    const lately = sent.filter(({ at }) => at > story.lastAt - HOUR_MS)
    if (lately.length < rule.perHour)
      sent.push({
        at: story.lastAt,
        stories: [{ id: story.id, ...headlineOf(story, subscription.language) }],
        leftOut: 0,
      })
  }
  return sent
}

/** The story as it was when the last of so many independent reports came in; null where there are fewer. */
function roseAt(story: StoryOutline, outlets: number): StoryOutline | null {
  const moments = [...new Set(story.reports.map((report) => report.seenAt))].sort((a, b) => a - b)
  for (const moment of moments) {
    const then = storyAt(story, moment + 1)
    if (then !== null && countIndependent(then.reports) >= outlets) return then
  }
  return null
}
