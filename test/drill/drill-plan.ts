import { z } from 'zod'
import type { Subscription } from '../../src/records/subscription.ts'
import { SLACK_TEAM } from './platform/slack-stand-in.ts'

const wishSchema = z.object({
  id: z.string(),
  /** Unique: it identifies the subscription in what readers see. */
  title: z.string(),
  to: z.string(),
  at: z.array(z.string()),
  zone: z.string(),
  kind: z.enum(['briefing', 'hourly', 'alert']),
  /** Maximum number of stories. */
  stories: z.number(),
})

export type DrillWish = z.infer<typeof wishSchema>

/** Plan for the bot under test. It crosses a process border as JSON. */
export const drillPlanSchema = z.object({
  store: z.string(),
  /** File for its decisions, one per line. */
  decisions: z.string(),
  slackUrl: z.string(),
  discordUrl: z.string(),
  feeds: z.array(z.object({ id: z.string(), url: z.string() })),
  clock: z.object({ from: z.number(), startedAt: z.number() }),
  subscriptions: z.array(wishSchema),
  /** When the subscriptions were created: no earlier slot is due. */
  createdAt: z.number(),
  /** Where it is killed, counted from its first call. */
  armed: z.object({ point: z.string().nullable(), nth: z.number() }).nullable(),
})

export type DrillPlan = z.infer<typeof drillPlanSchema>

/** Orders of the drill to a running bot. */
export const orderSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('clock'), clock: drillPlanSchema.shape.clock }),
  z.object({ kind: z.literal('arm'), armed: drillPlanSchema.shape.armed }),
  /** Answered with a standing. */
  z.object({ kind: z.literal('ask') }),
  z.object({ kind: z.literal('stop') }),
])

export type Order = z.infer<typeof orderSchema>

/** Messages of a bot to the drill. Times are of its clock. */
export const wordSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  /** It decided everything that was due at that time. */
  z.object({ kind: z.literal('decided'), at: z.number() }),
  z.object({ kind: z.literal('fault'), text: z.string() }),
  z.object({
    kind: z.literal('standing'),
    /** When the last finished round of reading began, and the last round of deciding. */
    readAt: z.number(),
    decidedAt: z.number(),
    /** Decided messages that are not finished yet, and notices apart from these. */
    left: z.number(),
    notices: z.number(),
    points: z.record(z.string(), z.number()),
  }),
])

export type Word = z.infer<typeof wordSchema>
export type Standing = Extract<Word, { readonly kind: 'standing' }>

/** Maximum alerts in an hour; each is a separate message. */
const ALERTS = 4

/** The owners, one for each platform, who receive the notices about problems. */
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
