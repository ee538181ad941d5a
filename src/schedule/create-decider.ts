import type { BriefingArchive, BriefingSettings, Composed } from '../briefings/composition.ts'
import { type SentStories, unknownArticles } from '../briefings/mark-stories.ts'
import { type Edition, openEdition } from '../briefings/open-edition.ts'
import { followedAmong, markFollowed, storyIdsOf } from '../briefings/mark-followed.ts'
import { NEWS_MEMORY_MS } from '../briefings/story-facts.ts'
import { listSubscriptions } from '../chat/action.ts'
import { isOfAccount } from '../delivery/accounts.ts'
import type { Decision } from '../records/decision.ts'
import type { Message } from '../records/message.ts'
import type { BriefedEvent, Briefing } from '../records/briefing.ts'
import type { Findings } from '../records/ports/findings.ts'
import type { Outbox } from '../records/ports/outbox.ts'
import type { Subscription } from '../records/subscription.ts'
import { periodOf } from '../subscriptions/days.ts'
import { alertsFrom, firstFrom, type Slot } from '../subscriptions/timetable.ts'
import { decisionOf } from './decision-of.ts'
import { dueAlerts } from './due-alerts.ts'
import { createFollower, type FollowBook } from './due-follows.ts'
import { createTimetables, isDue } from './due-slot.ts'
import { inRounds, groupAlike } from './in-rounds.ts'
import { inBatches } from './in-batches.ts'
import { createSentReader } from './sent-reader.ts'
import { openWeekAhead, type WeekAhead } from './week-ahead.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/**
 * The longest time that a briefing covers after a silence. Eight days, because a week can be an hour longer
 * where the clock changes.
 */
const LONGEST_PERIOD_MS = 8 * DAY_MS

const longestOf = ({ days }: Subscription): number => Math.max(LONGEST_PERIOD_MS, periodOf(days) + DAY_MS)

/**
 * How far back decided slots are read. Due slots are looked for in the last two days, so no older one can be
 * due. An hourly subscription has 24 slots a day.
 */
const LEDGER_MS = 3 * DAY_MS

/**
 * How far back the store is asked about a subscription that told nothing in `LEDGER_MS`: when it last did, or
 * whether it ever posted.
 */
const SILENCE_MS = 60 * DAY_MS

/**
 * Most decisions, and most different messages among them, in one transaction. It takes some tens of ms, in
 * which the store writes nothing else.
 */
const BATCH = 500
const BATCH_MESSAGES = 40

/**
 * Briefings composed at the same time, so that one that waits for the store does not hold up others. As many
 * as a store answers side by side.
 */
const COMPOSED_TOGETHER = 10

/** Alerts examined at the same time: one query asks what all of them told. */
const ALERTS_TOGETHER = 50

/** What deciding needs of the store. */
export type DecisionBook = BriefingArchive &
  FollowBook &
  Findings &
  Pick<
    Outbox,
    | 'ledgers'
    | 'toldStates'
    | 'undeliveredVersions'
    | 'toldBySubscription'
    | 'destinations'
    | 'refusedAccounts'
    | 'decideAll'
  >

export interface DecisionReport {
  readonly decided: number
  /** Subscriptions that could not be decided on; they are due again at the next tick. */
  readonly faults: readonly { readonly subscription: string; readonly error: unknown }[]
}

export interface Decider {
  /**
   * Decides what is due of these subscriptions: slots, alerts and followed stories. May be called at any time
   * and any number of times.
   */
  decide(subscriptions: readonly Subscription[], now: number): Promise<DecisionReport>
}

interface Due {
  readonly subscription: Subscription
  readonly slot: Slot
  readonly from: number
  /** Slots of it that were decided lately. */
  readonly served: ReadonlySet<string>
}

/** What one decision is composed with. */
interface DecisionContext {
  readonly edition: Edition
  readonly comingFor: WeekAhead
  /** Followed stories that are told in the same place. */
  readonly there: readonly Subscription[]
  readonly now: number
}

export function createDecider(book: DecisionBook, settings: BriefingSettings): Decider {
  const follower = createFollower(book, settings)
  const sentBy = createSentReader(book)
  /** The newest slot of each subscription that is known to be decided. Saves a query every minute. */
  const decided = new Map<string, string>()

  async function findDue(subscriptions: readonly Subscription[], now: number): Promise<readonly Due[]> {
    const slotOf = createTimetables(now)
    const candidates = subscriptions.flatMap((subscription) => {
      const slot = slotOf(subscription)
      return slot === null || decided.get(subscription.id) === slot.slot ? [] : [{ subscription, slot }]
    })
    const ledgers = await book.ledgers(
      candidates.map(({ subscription }) => subscription.id),
      now - LEDGER_MS,
    )
    const due = candidates.filter(({ subscription, slot }) => {
      const still = isDue(
        slot,
        ledgers.get(subscription.id),
        subscription.changedAt ?? subscription.createdAt,
      )
      if (!still) decided.set(subscription.id, slot.slot)
      return still
    })
    const silent = due.flatMap(({ subscription: { id } }) =>
      typeof ledgers.get(id)?.toldUntil === 'number' ? [] : [id],
    )
    const older =
      silent.length === 0 ? new Map<string, never>() : await book.ledgers(silent, now - SILENCE_MS)
    const toldUntil = (id: string): number | null => (older.get(id) ?? ledgers.get(id))?.toldUntil ?? null
    return due.map(({ subscription, slot }) => {
      const longest = now - longestOf(subscription)
      // Decided before, but what was told last lies further back than `SILENCE_MS`, or nothing ever arrived:
      // tell as far back as allowed.
      const since = older.has(subscription.id) ? longest : firstFrom(subscription, now)
      const told = toldUntil(subscription.id) ?? since
      // A briefing that was an alert or hourly before left most of the day untold.
      const isChanged = subscription.kind === 'briefing' && (subscription.changedAt ?? 0) > told
      const from = isChanged ? Math.min(told, now - periodOf(subscription.days)) : told
      const { served } = ledgers.get(subscription.id) ?? NO_LEDGER
      return { subscription, slot, from: Math.max(from, longest), served }
    })
  }

  async function composeDue(
    due: Due,
    sent: SentStories,
    undelivered: ReadonlySet<string>,
    { edition, comingFor, there, now }: DecisionContext,
  ): Promise<Decision> {
    const { subscription, slot, from, served } = due
    const period = { from, onlyMoved: true, undelivered }
    const composed = withComing(
      await edition.compose(subscription, period, sent),
      await comingFor(subscription, slot, served),
    )
    const followed = await followedAmong(storyIdsOf(composed.briefing), there, book)
    // "Nothing new" every hour would be noise; a missing daily briefing would be a riddle.
    const isSilent = subscription.kind === 'hourly' && composed.briefing.sections.length === 0
    const message = isSilent ? null : messageOf(composed, followed)
    return decisionOf(subscription, slot.slot, { at: now, message, told: composed.booked })
  }

  /** Keeps briefings with the same week ahead the same object. */
  const weekly = new WeakMap<Composed, Map<string, Composed>>()
  function withComing(composed: Composed, coming: readonly BriefedEvent[]): Composed {
    if (coming.length === 0) return composed
    const known = weekly.getOrInsertComputed(composed, () => new Map())
    return known.getOrInsertComputed(JSON.stringify(coming), () => ({
      ...composed,
      briefing: { ...composed.briefing, coming },
    }))
  }

  /** Keeps the message of a shared briefing the same object, so that it is written once. */
  const messages = new WeakMap<Composed, Message>()
  function messageOf(composed: Composed, followed: ReadonlyMap<string, unknown>): Message {
    const { briefing } = composed
    return followed.size > 0
      ? withList(markFollowed(briefing, followed))
      : messages.getOrInsertComputed(composed, () => withList(briefing))
  }

  async function write(decisions: readonly Decision[], faults: Fault[]): Promise<number> {
    if (decisions.length === 0) return 0
    try {
      const taken = await book.decideAll(decisions)
      for (const [index, { subscription, slot }] of decisions.entries())
        if (taken[index] === true) decided.set(subscription, slot)
      return taken.filter(Boolean).length
    } catch (error) {
      const [first, ...others] = decisions
      if (first !== undefined && others.length === 0) {
        faults.push({ subscription: first.subscription, error })
        return 0
      }
      // One decision that cannot be written must not take the others with it.
      let taken = 0
      for (const decision of decisions) taken += await write([decision], faults)
      return taken
    }
  }

  return {
    async decide(all, now) {
      const health = await book.destinations()
      const refused = [...(await book.refusedAccounts()).keys()]
      const isReached = (to: string): boolean =>
        health.get(to)?.state !== 'paused' && !refused.some((account) => isOfAccount(account, to))
      const active = all.filter(
        ({ state, to, endsAt = Number.POSITIVE_INFINITY }) =>
          state === 'active' && now < endsAt && isReached(to),
      )
      const due = await findDue(active, now)
      const alerts = active.filter(({ kind }) => kind === 'alert')
      const faults: Fault[] = []
      const follows = active.filter(({ kind }) => kind === 'follow')
      let count = await write(await follower.decide(follows, now, faults), faults)
      if (due.length + alerts.length === 0) return { decided: count, faults }

      const froms = new Set([...due.map(({ from }) => from), ...alerts.map((one) => alertsFrom(one, now))])
      const earliest = Math.min(...froms)
      const edition = await openEdition(book, settings, { from: earliest, now })
      const comingFor = openWeekAhead(book, settings)
      // A model takes its time, so those without one go first.
      const [quick = [], slow = []] = [false, true].map((model) =>
        due.filter(({ subscription }) => (subscription.model ?? false) === model),
      )
      const followsIn = Map.groupBy(follows, ({ to }) => to)
      for (const round of [...inRounds(quick), ...inRounds(slow)]) {
        const places = round.map(({ subscription }) => subscription.to)
        const told = await book.toldStates(places, now - NEWS_MEMORY_MS)
        const undelivered = await book.undeliveredVersions(places, now - LONGEST_PERIOD_MS)
        let batch: Decision[] = []
        const messages = new Set<Decision['message']>()
        // The store writes one batch while the next is composed.
        let writing: Promise<number> = Promise.resolve(0)
        const composeOne = (one: Due): Promise<Decision> => {
          const { to } = one.subscription
          const tools = { edition, comingFor, there: followsIn.get(to) ?? [], now }
          const sent = told.get(to) ?? NOTHING
          return composeDue(one, sent, unknownArticles(undelivered.get(to), sent), tools)
        }
        for await (const some of inBatches(groupAlike(round), COMPOSED_TOGETHER, composeOne)) {
          for (const { one, result } of some)
            if (result.status === 'fulfilled') {
              batch.push(result.value)
              messages.add(result.value.message)
            } else faults.push({ subscription: one.subscription.id, error: result.reason })
          if (batch.length < BATCH && messages.size < BATCH_MESSAGES) continue
          count += await writing
          writing = write(batch, faults)
          batch = []
          messages.clear()
        }
        count += (await writing) + (await write(batch, faults))
      }
      for (const round of inRounds(alerts.map((subscription) => ({ subscription })))) {
        const told = await book.toldStates(
          round.map(({ subscription }) => subscription.to),
          now - NEWS_MEMORY_MS,
        )
        const lookAt = ({ subscription }: (typeof round)[number]): Promise<readonly Decision[]> =>
          dueAlerts(subscription, told.get(subscription.to) ?? NOTHING, edition, sentBy, now)
        for await (const some of inBatches(round, ALERTS_TOGETHER, lookAt)) {
          const decisions: Decision[] = []
          for (const { one, result } of some)
            if (result.status === 'fulfilled') decisions.push(...result.value)
            else faults.push({ subscription: one.subscription.id, error: result.reason })
          count += await write(decisions, faults)
        }
      }
      return { decided: count, faults }
    },
  }
}

const withList = (briefing: Briefing): Message => ({
  kind: 'briefing',
  briefing,
  actions: [listSubscriptions],
})

const NOTHING: SentStories = new Map()

const NO_LEDGER = { served: new Set<string>() }

type Fault = DecisionReport['faults'][number]
