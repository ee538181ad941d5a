import { z } from 'zod'
import type { Subscription } from '../../src/records/subscription.ts'
import { SLACK_TEAM } from './platform/slack-stand-in.ts'

const wishSchema = z.object({
  id: z.string(),
  /** No other has it: it names the subscription in what readers see. */
  title: z.string(),
  to: z.string(),
  at: z.array(z.string()),
  zone: z.string(),
  kind: z.enum(['briefing', 'hourly', 'alert']),
  /** Most stories. */
  stories: z.number(),
})

export type DrillWish = z.infer<typeof wishSchema>

/** What the bot under test is told; it crosses a process border as JSON. */
export const drillPlanSchema = z.object({
  store: z.string(),
  /** Where it writes what it decides, one line each. */
  decisions: z.string(),
  slackUrl: z.string(),
  discordUrl: z.string(),
  feeds: z.array(z.object({ id: z.string(), url: z.string() })),
  clock: z.object({ from: z.number(), startedAt: z.number() }),
  subscriptions: z.array(wishSchema),
  /** When they were made: no slot from before is due. */
  createdAt: z.number(),
  /** Where it is killed; counted from its first call on. */
  armed: z.object({ point: z.string().nullable(), nth: z.number() }).nullable(),
})

export type DrillPlan = z.infer<typeof drillPlanSchema>

/** What the drill tells a bot that runs. */
export const orderSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('clock'), clock: drillPlanSchema.shape.clock }),
  z.object({ kind: z.literal('arm'), armed: drillPlanSchema.shape.armed }),
  /** Answered with how it stands. */
  z.object({ kind: z.literal('ask') }),
  z.object({ kind: z.literal('stop') }),
])

export type Order = z.infer<typeof orderSchema>

/** What a bot tells the drill. Instants are of its clock. */
export const wordSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  /** It decided all that was due at that instant. */
  z.object({ kind: z.literal('decided'), at: z.number() }),
  z.object({ kind: z.literal('fault'), text: z.string() }),
  z.object({
    kind: z.literal('standing'),
    /** When the last round of reading that is over began, and the last round of deciding. */
    readAt: z.number(),
    decidedAt: z.number(),
    /** Messages that are decided and have not ended, and beside them notices. */
    left: z.number(),
    notices: z.number(),
    points: z.record(z.string(), z.number()),
  }),
])

export type Word = z.infer<typeof wordSchema>
export type Standing = Extract<Word, { readonly kind: 'standing' }>

/** Alerts in an hour; each is a message of its own. */
const ALERTS = 4

/** One for each platform, who is told what goes wrong. */
const OWNERS: Readonly<Record<string, string>> = {
  slack: `slack:${SLACK_TEAM}/U0OWNER`,
  discord: 'discord:400000000000000009/400000000000000009',
}

export function toSubscription(wish: DrillWish, createdAt: number): Subscription {
  return {
    ...wish,
    days: 'daily',
    language: 'en',
    perSection: wish.stories,
    owner: OWNERS[wish.to.split(':')[0] ?? ''] ?? null,
    quiet: null,
    alert: wish.kind === 'alert' ? { outlets: 2, perHour: ALERTS, cooldownHours: 1 } : null,
    state: 'active',
    createdAt,
  }
}
