import { z } from 'zod'
import type { Subscription } from '../../src/subscriptions/subscription.ts'

/** What the bot under test is told; it crosses a process border as JSON. */
export const drillPlanSchema = z.object({
  store: z.string(),
  platformUrl: z.string(),
  feeds: z.array(z.object({ id: z.string(), url: z.string() })),
  /** The clock showed `from` at the real time `startedAt` and runs `speed` times as fast. */
  clock: z.object({ from: z.number(), startedAt: z.number(), speed: z.number() }),
  subscriptions: z.array(
    z.object({
      id: z.string(),
      to: z.string(),
      at: z.array(z.string()),
      zone: z.string(),
      kind: z.enum(['briefing', 'hourly', 'alert']),
      days: z.enum(['daily']),
    }),
  ),
})

export type DrillPlan = z.infer<typeof drillPlanSchema>

/** Of everything, without a limit that would leave stories out: whatever is lost must show. */
export function toSubscription(wish: DrillPlan['subscriptions'][number]): Subscription {
  return {
    ...wish,
    title: wish.id,
    language: 'en',
    stories: 1000,
    perSection: 1000,
    owner: `${wish.to.split(':')[0]}:team/owner-of-${wish.id}`,
    quiet: null,
    alert: wish.kind === 'alert' ? { outlets: 2, perHour: 1000, cooldownHours: 1 } : null,
    state: 'active',
    createdAt: 0,
  }
}
