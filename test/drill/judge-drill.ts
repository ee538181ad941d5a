import { z } from 'zod'
import { messageKey } from '../../src/delivery/message-key.ts'
import type { GatheredNotice } from '../../src/delivery/owner-notice.ts'
import { openSqliteStore } from '../../src/storage/sqlite/open-sqlite-store.ts'
import type { Delivery, PlacedArticle } from '../../src/storage/store.ts'
import type { ChangingFeeds } from './changing-feeds.ts'
import type { DrillPlan } from './drill-plan.ts'
import { slotsBetween } from './slots-between.ts'
import { DOOMED, type PlatformRecord } from './stub-platform.ts'

export interface DrillEvidence {
  readonly plan: DrillPlan
  readonly kills: number
  /** Slots up to here count. */
  readonly until: number
  /** When a process had decided what was due, by the clock. */
  readonly decidedAt: readonly number[]
  /** Outbox ids that were in flight when a process was killed. */
  readonly cut: ReadonlySet<string>
  /** Keys of calls whose answer the bot did not wait for any longer, as on a machine with too much to do. */
  readonly givenUp: ReadonlySet<string>
  /** What processes complained about. */
  readonly faults: readonly string[]
  readonly feeds: Pick<ChangingFeeds, 'served' | 'answers'>
  readonly platform: PlatformRecord
}

export interface DrillReport {
  readonly counts: Readonly<Record<string, number>>
  /** What was promised and not kept; empty when all is well. */
  readonly broken: readonly string[]
}

const briefingSchema = z.object({
  kind: z.literal('briefing'),
  briefing: z.object({
    to: z.number(),
    sections: z.array(
      z.object({
        stories: z.array(z.object({ id: z.string(), mark: z.enum(['new', 'updated']).nullable() })),
      }),
    ),
  }),
})

/** Each owner has one subscription, and is told once in a day, or will be once it is gathered. */
function isTold(
  { subscription, at }: Delivery,
  deliveries: readonly Delivery[],
  gathering: readonly GatheredNotice[],
): boolean {
  return (
    deliveries.some(
      (other) =>
        other.outboxId.startsWith('notice ') && other.subscription === subscription && other.at > at - DAY_MS,
    ) || gathering.some(({ touched }) => touched.some((one) => one.subscription === subscription))
  )
}

const DAY_MS = 24 * 3_600_000

/** Compares what the platform showed and the feeds served with what the bot kept. */
export async function judgeDrill(evidence: DrillEvidence): Promise<DrillReport> {
  const { plan, platform } = evidence
  const store = await openSqliteStore(plan.store, { readOnly: true })
  const deliveries = await store.deliveries(0)
  const articles = await store.placedArticles(0)
  const destinations = await store.destinations()
  const gathering = await store.dueNotices(Number.MAX_SAFE_INTEGER)
  const toldIn = new Map<string, ReadonlySet<string>>()
  for (const { to } of plan.subscriptions) toldIn.set(to, new Set((await store.told(to)).keys()))
  await store.close()

  const broken: string[] = []
  const promise = (kept: boolean, text: string): void => {
    if (!kept) broken.push(text)
  }

  const stored = new Set(articles.map(({ url }) => url))
  const lost = [...evidence.feeds.served].filter((url) => !stored.has(url))
  promise(lost.length === 0, `articles served and not stored: ${lost.slice(0, 5).join(', ')}`)

  const messages = deliveries.filter((row) => row.slot !== '' && row.at <= evidence.until)
  const shownFor = (row: Delivery): number =>
    platform.accepted.filter(({ key }) => key === messageKey(row.outboxId)).length
  const by = { once: 0, merged: 0, uncertain: 0, uncertainShown: 0, cut: 0, givenUp: 0 }
  for (const row of messages) {
    const times = shownFor(row)
    const isRecognised = row.destination.startsWith('discord:')
    const name = `${row.outboxId} (${row.state}, shown ${times} times)`
    if (row.state === 'sent') {
      promise(times === 1, `sent and not shown once: ${name}`)
      by.once += 1
    } else if (row.state === 'uncertain') {
      promise(!isRecognised, `flagged although the platform recognises repeats: ${name}`)
      promise(times <= 1, `repeated in silence: ${name}`)
      by.uncertain += 1
      by.uncertainShown += times
      const wasUnanswered = platform.unanswered.has(messageKey(row.outboxId))
      const wasCut = evidence.cut.has(row.outboxId)
      const wasGivenUp = evidence.givenUp.has(messageKey(row.outboxId))
      promise(wasCut || wasUnanswered || wasGivenUp, `flagged without a reason: ${name}`)
      if (wasCut && !wasUnanswered) by.cut += 1
      if (wasGivenUp && !wasCut && !wasUnanswered) by.givenUp += 1
      promise(isTold(row, deliveries, gathering), `flagged and nobody told: ${name}`)
    } else {
      promise(row.destination.endsWith(DOOMED), `decided and not delivered: ${name}`)
      promise(times === 0, `failed and shown all the same: ${name}`)
    }
  }
  let due = 0
  for (const wish of plan.subscriptions) {
    if (wish.kind === 'alert' || wish.to.endsWith(DOOMED)) continue
    const decided = new Set(deliveries.filter((row) => row.subscription === wish.id).map((row) => row.slot))
    const slots = slotsBetween(wish, plan.clock.from, evidence.until)
    for (const [index, slot] of slots.entries()) {
      due += 1
      if (decided.has(slot.slot)) continue
      const next = slots[index + 1]
      // An hourly one with nothing to tell is served without a word.
      if (wish.kind === 'hourly') continue
      const wasUp = evidence.decidedAt.some((at) => at >= slot.at && at < (next?.at ?? evidence.until))
      promise(!wasUp, `slot never served although the bot was up: ${wish.id} ${slot.slot}`)
      by.merged += 1
    }
  }

  for (const { to } of plan.subscriptions) {
    const [platformName, channel] = to.split(':')
    const shown = platform.accepted.filter((one) => one.platform === platformName && one.channel === channel)
    const fresh = new Map<string, number>()
    for (const { message } of shown)
      for (const { id, mark } of storiesIn(message))
        if (mark === 'new') fresh.set(id, (fresh.get(id) ?? 0) + 1)
    const twice = [...fresh].filter(([, times]) => times > 1).map(([id]) => id)
    promise(twice.length === 0, `told as new twice in ${to}: ${twice.slice(0, 3).join(', ')}`)
  }

  for (const wish of plan.subscriptions.filter(
    ({ kind, to }) => kind === 'briefing' && !to.endsWith(DOOMED),
  )) {
    const last = Math.max(0, ...deliveries.filter((row) => row.subscription === wish.id).map(({ at }) => at))
    const told = toldIn.get(wish.to)
    const untold = new Set(
      articles
        .filter(({ seenAt }) => seenAt < last - SLACK_MS)
        .map(storyOf)
        .filter((id) => told?.has(id) !== true),
    )
    promise(untold.size === 0, `stories never told in ${wish.to}: ${[...untold].slice(0, 3).join(', ')}`)
  }

  promise(
    destinations.get(`slack:${DOOMED}`)?.state === 'paused' ||
      (platform.behaviours.get('channel gone') ?? 0) === 0,
    'the archived channel is not paused',
  )
  const corrections = deliveries.filter(
    ({ edits, at, destination }) => edits !== null && at <= evidence.until && !destination.endsWith(DOOMED),
  )
  const made = corrections.filter(({ state }) => state === 'sent')
  promise(made.length === corrections.length, `corrections not made: ${corrections.length - made.length}`)
  promise(evidence.faults.length === 0, `processes complained: ${evidence.faults.slice(0, 3).join(' | ')}`)

  const behaviour = Object.fromEntries(
    [...platform.behaviours].map(([name, count]) => [`platform: ${name}`, count]),
  )
  return {
    broken,
    counts: {
      kills: evidence.kills,
      'calls in flight at kills': evidence.cut.size,
      'decisions completed': evidence.decidedAt.length,
      'articles served whole': evidence.feeds.served.size,
      'articles stored': articles.length,
      'articles lost': lost.length,
      'feed answers broken': evidence.feeds.answers.faulty,
      'slots due': due,
      'slots merged while down': by.merged,
      'messages decided': messages.length,
      'messages delivered exactly once': by.once,
      'messages flagged uncertain (no nonce)': by.uncertain,
      '… of these in flight at a kill': by.cut,
      '… of these left unanswered by the platform': by.uncertain - by.cut - by.givenUp,
      '… of these given up after five seconds': by.givenUp,
      '… of these shown after all': by.uncertainShown,
      'messages shown twice': messages.filter((row) => shownFor(row) > 1).length,
      'corrections decided': corrections.length,
      'corrections made': made.length,
      'calls after the first refusal': platform.callsAfterGone,
      ...behaviour,
    },
  }
}

/** An article is kept some real seconds after it was seen: so long on the clock. */
const SLACK_MS = 15 * 60_000

const storyOf = ({ storyId }: PlacedArticle): string => storyId

function storiesIn(message: unknown): readonly { readonly id: string; readonly mark: string | null }[] {
  const parsed = briefingSchema.safeParse(message)
  return parsed.success ? parsed.data.briefing.sections.flatMap(({ stories }) => stories) : []
}
