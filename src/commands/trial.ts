import { chooseStories } from '../briefings/choose-stories.ts'
import { markStory, versionKey } from '../briefings/mark-stories.ts'
import {
  aboutOf,
  criteriaOf,
  matchStories,
  mismatch,
  rankNews,
  storiesSaying,
  withoutHardlyNews,
} from '../briefings/match-stories.ts'
import { countIndependent, factsOf, isNews, weighStory, weightsOf } from '../briefings/story-facts.ts'
import { present } from '../records/present.ts'
import type { Trial, TriedServing } from '../records/message.ts'
import type { StoryHead } from '../records/story.ts'
import type { Subscription } from '../records/subscription.ts'
import { quietUntil, servingsBetween, subtractOutsideQuiet } from '../subscriptions/timetable.ts'
import { shareTheThread } from '../thread/share-the-thread.ts'
import type { CommandContext } from './command-context.ts'
import { ALERT_FRESH_HOURS } from '../subscriptions/limits.ts'
import { MOST_STORIES } from '../briefings/compose-briefing.ts'
import { sameLanguage } from '../words/names.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

type Tried = Pick<Trial, 'servings' | 'capped' | 'lookedAt'>

/**
 * Returns what a subscription would have told at each of its times in a stretch (ms since 1970) to a reader
 * who had heard nothing before. Stories are as they were known then, and repeated only when they had moved.
 */
export async function tryBriefings(
  subscription: Subscription,
  { from, to }: { readonly from: number; readonly to: number },
  context: Pick<CommandContext, 'archive' | 'settings'>,
): Promise<Tried> {
  const { stories: outlines, lookedAt } = await readDays(subscription, { from: from - DAY_MS, to }, context)
  const expressionMatches = await storiesSaying(
    subscription,
    { from: from - DAY_MS, now: to },
    context.archive,
  )
  const muted = (await context.archive.muted()).get(subscription.to) ?? new Set()
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
    const around = { ...context.settings, expressionMatches, muted, now: at }
    const news = rankNews([...known.values()], around)
    const matches = withoutHardlyNews(matchStories(news, subscription, around))
    const marks = new Map(
      matches.map(({ story }) => [story.id, markStory(story, told.get(story.id) ?? null)] as const),
    )
    const choice = chooseStories(matches, subscription, marks, { onlyMoved: true })
    const chosen = choice.sections.flatMap((section) => section.stories)
    const stories = chosen.flatMap(({ id }) => known.get(id) ?? [])
    const named = chosen.reduce((sum, { also }) => sum + also.stories.length, 0)
    for (const story of stories) addVersions(told, story)
    servings.push({
      at,
      stories: stories.map((story) => asTold(story, subscription)),
      leftOut: choice.leftOut + named,
    })
    await pause()
  }
  return { servings, capped: null, lookedAt }
}

/**
 * Returns the stories to look at for each serving: those with a report seen after the serving before it (or
 * since `from`).
 */
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

/**
 * Returns the alerts that a subscription would have sent in a stretch (ms since 1970), each with its one
 * story, by the rules of `dueAlerts`: quiet hours delay them until these end, the cap until the next hour,
 * the cool-down each story. Stories that had passed the threshold before count as told by then.
 */
export async function tryAlerts(
  subscription: Subscription & { readonly alert: NonNullable<Subscription['alert']> },
  { from, to }: { readonly from: number; readonly to: number },
  context: Pick<CommandContext, 'archive' | 'settings'>,
): Promise<Tried> {
  const rule = subscription.alert
  const { archive, settings } = context
  const expressionMatches = await storiesSaying(subscription, { from, now: to }, archive)
  const muted = (await archive.muted()).get(subscription.to) ?? new Set()
  const criteria = criteriaOf(subscription, { ...settings, expressionMatches, muted })
  const reaches = (then: StoryHead): boolean =>
    countIndependent(then.reports) >= rule.outlets && mismatch(then, criteria) === null
  const told = new Map<string, ReadonlySet<string>>()
  const moves: { at: number; story: StoryHead }[] = []
  const { stories, lookedAt } = await readDays(subscription, { from, to }, context)
  for (const story of stories) {
    if (story.reports.length < rule.outlets || muted.has(story.id)) continue
    const before = storyAt(story, from)
    if (before !== null && reaches(before)) told.set(story.id, new Set(before.reports.map(versionKey)))
    // The bot checks once a minute.
    const moments = new Set(story.reports.map(({ seenAt }) => Math.ceil(seenAt / MINUTE_MS) * MINUTE_MS))
    for (const at of moments) if (at >= from && at < to) moves.push({ at, story })
  }

  const waiting = new Map<string, StoryHead>()
  const sent: TriedServing[] = []
  const held = new Set<string>()
  const capped = { late: 0, lost: 0 }
  const weights = weightsOf(settings)

  function send(story: StoryHead, at: number): void {
    sent.push({ at, stories: [asTold(story, subscription)], leftOut: 0 })
    addVersions(told, story)
    waiting.delete(story.id)
    if (held.delete(story.id)) capped.late++
  }

  /** Sends what may go out now. Returns when the next waiting alert may go out; null where none waits. */
  function serve(at: number): number | null {
    if (waiting.size === 0) return null
    const quietEnd = quietUntil(subscription, at)
    if (quietEnd !== null) return quietEnd
    const oldest = subtractOutsideQuiet(subscription, at, ALERT_FRESH_HOURS * HOUR_MS)
    for (const [id, story] of waiting) {
      if (story.lastAt >= oldest) continue
      waiting.delete(id)
      if (held.delete(id)) capped.lost++
    }
    const cooling = new Map(
      sent.flatMap(({ stories, at: sentAt }) => {
        const end = sentAt + rule.cooldownHours * HOUR_MS
        return end > at ? stories.map(({ id }) => [id, end] as const) : []
      }),
    )
    const ready = [...waiting.values()].filter(({ id }) => !cooling.has(id))
    const lastHour = sent.filter(({ at: sentAt }) => sentAt > at - HOUR_MS)
    const room = Math.max(0, rule.perHour - lastHour.length)
    if (room > 0 && ready.length > 1)
      ready.sort((a, b) => weighStory(b, at, weights) - weighStory(a, at, weights) || (a.id < b.id ? -1 : 1))
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
    const oldest = subtractOutsideQuiet(subscription, at, ALERT_FRESH_HOURS * HOUR_MS)
    for (const { story } of moved) {
      const then = storyAt(story, at + 1)
      if (then === null || !isNews(then, oldest) || !reaches(then)) continue
      if (markStory(then, told.get(story.id) ?? null).mark !== null) waiting.set(story.id, then)
    }
    wake = serve(at)
  }
  while (wake !== null && wake < to) wake = serve(wake)
  return { servings: sent, capped: { ...capped, perHour: rule.perHour }, lookedAt }
}

/**
 * Reads the stories of some days (ms since 1970) that a subscription may tell: the strongest of each day, so
 * that early days are not left with what later days left over. `lookedAt`: how many were read per day, where
 * there were more; null where all were read.
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

/**
 * Returns a story as it was known before a moment (ms since 1970), without what was seen later. Null where it
 * was not yet known.
 */
function storyAt(story: StoryHead, moment: number): StoryHead | null {
  const reports = story.reports.filter((report) => report.seenAt < moment)
  const last = Math.max(...reports.map((report) => report.seenAt))
  return reports.length === 0 ? null : { ...story, lastAt: last, reports }
}

/**
 * Adds the headline to a story: the title of its first own report, preferably one in the subscription's
 * language.
 */
function asTold(story: StoryHead, subscription: Subscription): TriedServing['stories'][number] {
  const own = story.reports.filter(({ copyOf }) => copyOf === null)
  const report =
    own.find(({ language }) => sameLanguage(language, subscription.language)) ?? own[0] ?? story.reports[0]
  const { id, handle } = story
  return {
    id,
    ...present({ handle }),
    headline: report?.title ?? '',
    language: report?.language ?? 'und',
  }
}

function addVersions(told: Map<string, ReadonlySet<string>>, { id, reports }: StoryHead): void {
  told.set(id, new Set([...(told.get(id) ?? []), ...reports.map(versionKey)]))
}
