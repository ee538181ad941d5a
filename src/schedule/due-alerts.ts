import type { SentStories } from '../briefings/mark-stories.ts'
import type { Edition } from '../briefings/open-edition.ts'
import { countIndependent } from '../briefings/story-facts.ts'
import { listSubscriptions } from '../chat/action.ts'
import type { Decision, SentBySubscription } from '../records/decision.ts'
import type { Message } from '../records/message.ts'
import type { StoryHead } from '../records/story.ts'
import type { AlertRule, Subscription } from '../records/subscription.ts'
import { alertsFrom, quietUntil } from '../subscriptions/timetable.ts'
import { decisionOf } from './decision-of.ts'
import type { SentReader } from './sent-reader.ts'

const HOUR_MS = 3_600_000

/**
 * Half an hour. An alert in doubt comes again while it is still fresh (`ALERT_FRESH_HOURS`, as long as most
 * cool-downs), but a platform that gives no answer does not show it every minute.
 */
const DOUBT_COOLDOWN_MS = HOUR_MS / 2

/** Returns for how many ms a story does not alert again. */
function cooldownMs({ cooldownHours }: AlertRule, arrival: SentBySubscription['arrival']): number {
  if (arrival === 'failed') return 0
  const cooling = cooldownHours * HOUR_MS
  return arrival === 'doubtful' ? Math.min(cooling, DOUBT_COOLDOWN_MS) : cooling
}

/**
 * Decides the alerts to send now: matching stories that have as many independent reports as the rule demands
 * and moved since they were told here. A story does not alert again within its cool-down, which is short
 * where nobody knows whether it arrived. The rule limits the alerts in any hour; the others wait for the next
 * hour, strongest first.
 */
export async function dueAlerts(
  subscription: Subscription,
  sent: SentStories,
  edition: Pick<Edition, 'match' | 'composeStory'>,
  sentBy: SentReader,
  now: number,
): Promise<readonly Decision[]> {
  const { alert: rule, id } = subscription
  if (rule === null || quietUntil(subscription, now) !== null) return []
  const from = alertsFrom(subscription, now)
  // This is checked every minute, and most stories have only a report or two.
  const hasReached = ({ reports }: StoryHead): boolean =>
    reports.length >= rule.outlets && countIndependent(reports) >= rule.outlets
  const found = await edition.match(subscription, from, sent, hasReached)
  const reached = found.filter(({ marked }) => marked.mark !== null)
  if (reached.length === 0) return []
  const recent = await sentBy(id, now - Math.max(1, rule.cooldownHours) * HOUR_MS)
  // Refused messages count too: tried again every minute, one story would have the whole channel paused.
  const ended = recent.filter(({ arrival }) => arrival !== 'failed')
  const lastHour = new Set(
    ended.flatMap(({ at, outboxId }) => (outboxId !== null && at > now - HOUR_MS ? [outboxId] : [])),
  )
  const coolingIn = (told: readonly SentBySubscription[]): ReadonlySet<string> =>
    new Set(
      told.flatMap(({ at, arrival, storyId }) => (at > now - cooldownMs(rule, arrival) ? [storyId] : [])),
    )
  const cooling = coolingIn(recent)
  const ready = reached.filter(({ match }) => !cooling.has(match.story.id))
  const room = rule.perHour - lastHour.size
  if (ready.length === 0 || room <= 0) return []
  // All of them, not just recent ones: a slot's name stays taken for ever, so with a sliding window the same
  // name would come up again.
  const all = await sentBy(id, 0)
  const newest = new Map<string, number>()
  for (const { storyId, at } of all) newest.set(storyId, Math.max(at, newest.get(storyId) ?? at))
  const stillCooling = coolingIn(all)
  const decisions: Decision[] = []
  for (const one of ready) {
    if (decisions.length === room) break
    const { briefing, booked: printedStories } = await edition.composeStory(subscription, from, one)
    // By now a story may be refused, or merged into one that was just told. It takes no room from the next.
    const [printed] = printedStories
    if (printed === undefined || stillCooling.has(printed.storyId)) continue
    const { storyId } = printed
    // Named after when the story was last told, so that another process with the same decision takes the same
    // slot.
    const slot = `alert ${storyId} after ${newest.get(storyId) ?? 'nothing'}`
    const alert = { ...briefing, isAlert: true } as const
    const message: Message = { kind: 'briefing', briefing: alert, actions: [listSubscriptions] }
    decisions.push(decisionOf(subscription, slot, { at: now, message, told: printedStories }))
  }
  return decisions
}
