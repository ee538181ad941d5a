import { markStory, versionKey } from '../../briefings/mark-stories.ts'
import { criteriaOf, mismatch, storiesSaying } from '../../briefings/match-stories.ts'
import { countIndependent, isNews, weighStory } from '../../briefings/story-facts.ts'
import type { TriedServing } from '../../records/message.ts'
import type { StoryHead } from '../../records/story.ts'
import type { Subscription } from '../../records/subscription.ts'
import { ALERT_FRESH_HOURS } from '../../subscriptions/limits.ts'
import { quietUntil, wakingBefore } from '../../subscriptions/timetable.ts'
import { shareTheThread } from '../../thread/share-the-thread.ts'
import type { CommandContext } from '../command-context.ts'
import { headlineOf, readDays, storyAt } from './past-stories.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** What alerts would have come to. `capped`: stories that waited for another hour, and those that grew old meanwhile and never came. */
interface TriedAlerts {
  readonly servings: readonly TriedServing[]
  readonly capped: { readonly late: number; readonly lost: number }
  readonly lookedAt: number | null
}

/**
 * The alerts that a subscription would have sent in a stretch of time (milliseconds since 1970), each with its one story, by the rules of
 * `dueAlerts`: quiet hours hold them until they end, the cap until the next hour, the cool-down each story. Stories that had passed the threshold
 * before count as told by then.
 */
export async function tryAlerts(
  subscription: Subscription & { readonly alert: NonNullable<Subscription['alert']> },
  { from, to }: { readonly from: number; readonly to: number },
  newsroom: Pick<CommandContext, 'archive' | 'settings'>,
): Promise<TriedAlerts> {
  const rule = subscription.alert
  const { archive, settings } = newsroom
  const saying = await storiesSaying(subscription, { from, now: to }, archive)
  const muted = (await archive.muted()).get(subscription.to) ?? new Set()
  const criteria = criteriaOf(subscription, { ...settings, saying, muted })
  const reaches = (then: StoryHead): boolean =>
    countIndependent(then.reports) >= rule.outlets && mismatch(then, criteria) === null
  const told = new Map<string, ReadonlySet<string>>()
  const moves: { at: number; story: StoryHead }[] = []
  const { stories, lookedAt } = await readDays(subscription, { from, to }, newsroom)
  for (const story of stories) {
    if (story.reports.length < rule.outlets || muted.has(story.id)) continue
    const before = storyAt(story, from)
    if (before !== null && reaches(before)) told.set(story.id, new Set(before.reports.map(versionKey)))
    // The bot looks once a minute.
    const moments = new Set(story.reports.map(({ seenAt }) => Math.ceil(seenAt / MINUTE_MS) * MINUTE_MS))
    for (const at of moments) if (at >= from && at < to) moves.push({ at, story })
  }

  const waiting = new Map<string, StoryHead>()
  const sent: (TriedServing & { readonly id: string })[] = []
  const held = new Set<string>()
  const capped = { late: 0, lost: 0 }

  function send(story: StoryHead, at: number): void {
    const served = { id: story.id, ...headlineOf(story, subscription.language) }
    sent.push({ id: story.id, at, stories: [served], leftOut: 0 })
    told.set(story.id, new Set([...(told.get(story.id) ?? []), ...story.reports.map(versionKey)]))
    waiting.delete(story.id)
    if (held.delete(story.id)) capped.late++
  }

  /** Sends what may go out now. Gives when what has to wait may go out, null where nothing waits. */
  function serve(at: number): number | null {
    if (waiting.size === 0) return null
    const quietEnd = quietUntil(subscription, at)
    if (quietEnd !== null) return quietEnd
    const oldest = wakingBefore(subscription, at, ALERT_FRESH_HOURS * HOUR_MS)
    for (const [id, story] of waiting) {
      if (story.lastAt >= oldest) continue
      waiting.delete(id)
      if (held.delete(id)) capped.lost++
    }
    const cooling = new Map(
      sent.flatMap(({ id, at: sentAt }) => {
        const end = sentAt + rule.cooldownHours * HOUR_MS
        return end > at ? [[id, end] as const] : []
      }),
    )
    const ready = [...waiting.values()].filter(({ id }) => !cooling.has(id))
    const lastHour = sent.filter(({ at: sentAt }) => sentAt > at - HOUR_MS)
    const room = Math.max(0, rule.perHour - lastHour.length)
    if (room > 0 && ready.length > 1)
      ready.sort((a, b) => weighStory(b, at) - weighStory(a, at) || (a.id < b.id ? -1 : 1))
    for (const story of ready.slice(0, room)) send(story, at)
    for (const { id } of ready.slice(room)) held.add(id)
    const next = [...waiting.keys()].map(
      (id) => cooling.get(id) ?? (sent.at(-rule.perHour)?.at ?? at) + HOUR_MS,
    )
    return next.length === 0 ? null : Math.max(at + 1, Math.min(...next))
  }

  const pause = shareTheThread()
  let wake: number | null = null
  for (const [at, moved] of [...Map.groupBy(moves, (move) => move.at)].toSorted(([a], [b]) => a - b)) {
    await pause()
    while (wake !== null && wake < at) wake = serve(wake)
    const oldest = wakingBefore(subscription, at, ALERT_FRESH_HOURS * HOUR_MS)
    for (const { story } of moved) {
      const then = storyAt(story, at + 1)
      if (then === null || !isNews(then, oldest) || !reaches(then)) continue
      if (markStory(then, told.get(story.id) ?? null).mark !== null) waiting.set(story.id, then)
    }
    wake = serve(at)
  }
  while (wake !== null && wake < to) wake = serve(wake)
  const servings = sent.map((serving) => ({
    at: serving.at,
    stories: serving.stories,
    leftOut: serving.leftOut,
  }))
  return { servings, capped, lookedAt }
}
