import type { ToldStories } from '../briefings/choose-stories.ts'
import type { Edition } from '../briefings/open-edition.ts'
import { countIndependent } from '../briefings/weigh-story.ts'
import type { Subscription } from '../subscriptions/subscription.ts'
import type { Decision } from './create-decider.ts'
import { quietUntil } from './quiet-hours.ts'

const HOUR_MS = 3_600_000

/** What moved longer ago is no alert any more: after downtime a briefing tells it. */
const FRESH_MS = 6 * HOUR_MS

/** What an alert subscription sent before. */
export interface OwnTelling {
  readonly outboxId: string
  readonly storyId: string
  readonly at: number
  /** It did not arrive. */
  readonly failed: boolean
}

/** How far back it is counted how often a story was told. */
const COUNTED_MS = 14 * 24 * HOUR_MS

/**
 * The alerts to send now: stories that the subscription asks for, that have as many independent reports as its rule says and moved since they were told
 * here. The same story not again within its cool-down, and in any hour at most as many as the rule allows; what is over waits for the next hour, strongest first.
 */
export async function dueAlerts(
  subscription: Subscription,
  told: ToldStories,
  edition: Pick<Edition, 'match' | 'composeStory'>,
  book: { tellingsBy(subscription: string, since: number): Promise<readonly OwnTelling[]> },
  now: number,
): Promise<readonly Decision[]> {
  const { alert: rule, id, to, createdAt } = subscription
  if (rule === null || quietUntil(subscription, now) !== null) return []
  const from = Math.max(createdAt, now - FRESH_MS)
  const found = await edition.match(subscription, from, told)
  const reached = found.filter(
    ({ match, marked }) => marked.mark !== null && countIndependent(match.story.reports) >= rule.outlets,
  )
  if (reached.length === 0) return []
  const before = await book.tellingsBy(id, now - COUNTED_MS)
  const arrived = before.filter(({ failed }) => !failed)
  const lastHour = new Set(arrived.filter(({ at }) => at > now - HOUR_MS).map(({ outboxId }) => outboxId))
  const cooling = new Set(
    arrived.filter(({ at }) => at > now - rule.cooldownHours * HOUR_MS).map(({ storyId }) => storyId),
  )
  const ready = reached.filter(({ match }) => !cooling.has(match.story.id))
  const decisions: Decision[] = []
  for (const one of ready.slice(0, Math.max(0, rule.perHour - lastHour.size))) {
    const storyId = one.match.story.id
    const { briefing, told: telling } = await edition.composeStory(subscription, from, one)
    // Counted, so that a second process that decides the same alert takes the same slot.
    const slot = `alert ${storyId} ${before.filter((other) => other.storyId === storyId).length + 1}`
    decisions.push({
      outboxId: `${id} ${slot}`,
      subscription: id,
      destination: to,
      slot,
      at: now,
      message: { kind: 'briefing', briefing },
      told: telling,
    })
  }
  return decisions
}
