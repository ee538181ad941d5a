import type { ToldStories } from '../briefings/mark-stories.ts'
import type { Edition } from '../briefings/open-edition.ts'
import { countIndependent } from '../briefings/story-facts.ts'
import { listSubscriptions } from '../chat/action.ts'
import type { Decision, ToldBySubscription } from '../records/decision.ts'
import type { StoryHead } from '../records/story.ts'
import type { AlertRule, Subscription } from '../records/subscription.ts'
import { alertsFrom, quietUntil } from '../subscriptions/timetable.ts'
import type { ToldReader } from './told-reader.ts'

const HOUR_MS = 3_600_000

/**
 * Half an hour: an alert in doubt comes again while it is one (`ALERT_FRESH_HOURS`, as long as most cool-downs), and a platform that answers nothing does
 * not have it shown every minute.
 */
const DOUBT_COOLS_MS = HOUR_MS / 2

/** Milliseconds. */
function coolsFor({ cooldownHours }: AlertRule, arrival: ToldBySubscription['arrival']): number {
  if (arrival === 'failed') return 0
  const cooling = cooldownHours * HOUR_MS
  return arrival === 'doubtful' ? Math.min(cooling, DOUBT_COOLS_MS) : cooling
}

/**
 * The alerts to send now: stories that the subscription asks for, that have as many independent reports as its rule says and moved since they were told
 * here. The same story not again within its cool-down, which is short where nobody knows whether it arrived, and in any hour at most as many as the rule
 * allows; what is over waits for the next hour, strongest first.
 */
export async function dueAlerts(
  subscription: Subscription,
  told: ToldStories,
  edition: Pick<Edition, 'match' | 'composeStory'>,
  toldBy: ToldReader,
  now: number,
): Promise<readonly Decision[]> {
  const { alert: rule, id, to } = subscription
  if (rule === null || quietUntil(subscription, now) !== null) return []
  const from = alertsFrom(subscription, now)
  // Looked at each minute, and most stories have a report or two.
  const hasReached = ({ reports }: StoryHead): boolean =>
    reports.length >= rule.outlets && countIndependent(reports) >= rule.outlets
  const found = await edition.match(subscription, from, told, hasReached)
  const reached = found.filter(({ marked }) => marked.mark !== null)
  if (reached.length === 0) return []
  const recent = await toldBy(id, now - Math.max(1, rule.cooldownHours) * HOUR_MS)
  // With those that were refused: tried again every minute, one story would have the whole channel paused.
  const ended = recent.filter(({ arrival }) => arrival !== 'failed')
  const lastHour = new Set(
    ended.flatMap(({ at, outboxId }) => (outboxId !== null && at > now - HOUR_MS ? [outboxId] : [])),
  )
  const coolingIn = (told: readonly ToldBySubscription[]): ReadonlySet<string> =>
    new Set(told.flatMap(({ at, arrival, storyId }) => (at > now - coolsFor(rule, arrival) ? [storyId] : [])))
  const cooling = coolingIn(recent)
  const ready = reached.filter(({ match }) => !cooling.has(match.story.id))
  const room = rule.perHour - lastHour.size
  if (ready.length === 0 || room <= 0) return []
  // All of them: a slot stays taken for ever, so a window that slides would give its name a second time.
  const all = await toldBy(id, 0)
  const newest = new Map<string, number>()
  for (const { storyId, at } of all) newest.set(storyId, Math.max(at, newest.get(storyId) ?? at))
  const stillCooling = coolingIn(all)
  const decisions: Decision[] = []
  for (const one of ready) {
    if (decisions.length === room) break
    const { briefing, told: printedStories } = await edition.composeStory(subscription, from, one)
    // A story may be gone by now, merged into one that was just told, or refused: it takes no room from the next.
    const [printed] = printedStories
    if (printed === undefined || stillCooling.has(printed.storyId)) continue
    const { storyId } = printed
    // Named after when it was told before, so that a second process that decides the same alert takes the same slot.
    const slot = `alert ${storyId} after ${newest.get(storyId) ?? 'nothing'}`
    decisions.push({
      outboxId: `${id} ${slot}`,
      subscription: id,
      destination: to,
      slot,
      at: now,
      message: { kind: 'briefing', briefing: { ...briefing, isAlert: true }, actions: [listSubscriptions] },
      told: printedStories,
    })
  }
  return decisions
}
