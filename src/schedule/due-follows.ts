import type { BriefingArchive, BriefingSettings } from '../briefings/composition.ts'
import { openRunning, readRunning, composeFollowUp } from '../briefings/follow-story.ts'
import { NEWS_MEMORY_MS } from '../briefings/story-facts.ts'
import { unfollow } from '../chat/action.ts'
import type { Decision, SentStory } from '../records/decision.ts'
import type { Message } from '../records/message.ts'
import type { Outbox } from '../records/ports/outbox.ts'
import type { Subscriptions } from '../records/ports/subscriptions.ts'
import type { Subscription } from '../records/subscription.ts'
import { FOLLOW_PAUSE_MS } from '../subscriptions/limits.ts'
import { quietUntil } from '../subscriptions/timetable.ts'
import { say } from '../words/say.ts'
import { decisionOf } from './decision-of.ts'
import { inBatches } from './in-batches.ts'
import { createSentReader } from './sent-reader.ts'

/** What following stories needs of the store. */
export type FollowBook = BriefingArchive &
  Pick<Outbox, 'ledgers' | 'toldApart' | 'toldBySubscription'> &
  Pick<Subscriptions, 'changeSubscription'>

export interface Follower {
  /**
   * Decides what to say now in the subscriptions that follow a story: what moved, or that the story is over.
   * A subscription that said the latter a while ago is ended. Those that failed are added to `faults`.
   */
  decide(
    follows: readonly Subscription[],
    now: number,
    faults: { readonly subscription: string; readonly error: unknown }[],
  ): Promise<readonly Decision[]>
}

/**
 * The subscription ends this much later than its last message, since ending it withdraws what still waits.
 */
const LAST_WORD_MS = 10 * 60_000

/** Followed stories examined at the same time: the store is asked about all of them in one query. */
const LOOKED_AT_TOGETHER = 50

/**
 * Creates the follower. It remembers which state of each story, and of what was told of it, brought nothing
 * new, so that this is read once.
 */
export function createFollower(book: FollowBook, settings: BriefingSettings): Follower {
  const lookedAt = new Map<string, string>()
  const sentBy = createSentReader(book)

  async function decideOne(
    subscription: Subscription,
    storyline: string | undefined,
    sent: ReadonlyMap<string, SentStory>,
    edition: Awaited<ReturnType<typeof openRunning>>,
    now: number,
  ): Promise<Decision | null> {
    const { id, createdAt, changedAt = createdAt } = subscription
    if (quietUntil(subscription, now) !== null) return null
    const running =
      storyline === undefined ? [] : await readRunning(subscription, storyline, edition, now, sent)
    if (running.length === 0) return endOf(subscription, now)
    const movedAt = Math.max(...running.map(({ match }) => match.story.lastAt))
    const state = `${movedAt} ${[...sent.values()].map(({ storyId, at }) => `${storyId} ${at}`).join(' ')}`
    if (lookedAt.get(id) === state || movedAt < changedAt) return null
    const before = await sentBy(id, 0)
    const lastAt = Math.max(0, ...before.map(({ at }) => at))
    if (lastAt > now - FOLLOW_PAUSE_MS) return null
    const tools = { edition, archive: book, settings, now }
    const composed = await composeFollowUp(subscription, running, changedAt, sent, tools)
    if (composed === null) {
      // Only now: what cannot be kept, or does not arrive, is composed again.
      lookedAt.set(id, state)
      return null
    }
    const { briefing, booked } = composed
    const message: Message = { kind: 'briefing', briefing, actions: [unfollow(id)] }
    // Named after what was told before, so that another process with the same decision takes the same slot,
    // and what did not arrive takes another one.
    const slot = `moved ${movedAt} after ${lastAt}`
    return decisionOf(subscription, slot, { at: now, message, told: booked, inThread: true })
  }

  /**
   * Returns the last message of a story that is over. Null where it was sent before; then the subscription is
   * ended.
   */
  async function endOf(subscription: Subscription, now: number): Promise<Decision | null> {
    const { id, language, title, story } = subscription
    const said = (await book.ledgers([id], 0)).get(id)
    if (said?.served.has(LAST_SLOT) !== true) {
      const text = say('follow.ended', language, { title: title ?? story ?? id })
      const message: Message = { kind: 'notice', level: 'info', text, language }
      return decisionOf(subscription, LAST_SLOT, { at: now, message, told: [], inThread: true })
    }
    if (now - said.lastAt >= LAST_WORD_MS)
      await book.changeSubscription(subscription, { ...subscription, state: 'ended' })
    return null
  }

  return {
    async decide(follows, now, faults) {
      const followed = new Set(follows.map(({ id }) => id))
      for (const id of lookedAt.keys()) if (!followed.has(id)) lookedAt.delete(id)
      if (follows.length === 0) return []
      const ids = follows.flatMap(({ story }) => story ?? [])
      const storylines = await book.storylines(ids)
      const lines = new Set(storylines.values().map(({ storylineId }) => storylineId))
      const edition = await openRunning([...lines], now, book, settings)
      const told = await book.toldApart([...followed], now - NEWS_MEMORY_MS)
      const decisions: Decision[] = []
      const look = (subscription: Subscription): Promise<Decision | null> => {
        const { id, story = '' } = subscription
        const { storylineId } = storylines.get(story) ?? {}
        return decideOne(subscription, storylineId, told.get(id) ?? NOTHING, edition, now)
      }
      for await (const some of inBatches(follows, LOOKED_AT_TOGETHER, look))
        for (const { one, result } of some)
          if (result.status === 'rejected') faults.push({ subscription: one.id, error: result.reason })
          else if (result.value !== null) decisions.push(result.value)
      return decisions
    },
  }
}

const NOTHING: ReadonlyMap<string, SentStory> = new Map()

const LAST_SLOT = 'last word'
