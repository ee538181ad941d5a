import type {
  Correction,
  Decision,
  Ledger,
  OutdatedPost,
  SentBySubscription,
  SentStory,
} from '../decision.ts'
import type {
  Claim,
  Delivery,
  DestinationHealth,
  KeptPart,
  Outcome,
  Outgoing,
  RefusedAccount,
  Rejection,
  ResendResult,
  StoryDelivery,
  Waiting,
} from '../delivery.ts'
import type { Message } from '../message.ts'
import type { DirectNotice, GatheredNotice, LostDestination, ToldNotice } from '../notice.ts'

/**
 * What was decided, what became of it and what its readers know since. The schedule decides, delivery sends.
 * Times are milliseconds since 1970. Each change is one transaction and is on disk when its promise resolves.
 */
export interface Outbox {
  /** Decisions of each subscription at or after `since`; subscriptions without any are absent. */
  ledgers(subscriptions: readonly string[], since: number): Promise<ReadonlyMap<string, Ledger>>
  /**
   * Decides one slot: writes the slot, the outbox row and the stories it tells in one transaction. Returns
   * false and writes nothing if the slot was decided before, the subscription was ended, paused or moved
   * meanwhile, or the destination is paused. A subscription that the store does not know (of the
   * configuration) always counts as active.
   */
  decide(decision: Decision): Promise<boolean>
  /** `decide` for many in one transaction; one result for each, in order. */
  decideAll(decisions: readonly Decision[]): Promise<readonly boolean[]>

  /** What a destination was told of each story, as far as it is remembered: `toldStates` for one. */
  told(destination: string): Promise<ReadonlyMap<string, SentStory>>
  /**
   * What each of these destinations was told since `since`, by story. Destinations that were told the same
   * share one map, so that work based on it is done once. A merged story stands under each of its ids, so
   * that whoever read before the merge finds it too.
   */
  toldStates(
    destinations: readonly string[],
    since: number,
  ): Promise<ReadonlyMap<string, ReadonlyMap<string, SentStory>>>
  /**
   * What each of these subscriptions told in its own thread since `since` (`Decision.inThread`), in the form
   * of `toldStates`.
   */
  toldApart(
    subscriptions: readonly string[],
    since: number,
  ): Promise<ReadonlyMap<string, ReadonlyMap<string, SentStory>>>
  /**
   * What messages to each of these destinations told that did not arrive, or may not have, as
   * `articleId@version`: the last three such messages of each subscription decided since `since`, without what
   * was told apart. What arrived before or since is not subtracted. Destinations without any are absent;
   * those that were to get the same share one set.
   */
  undeliveredVersions(
    destinations: readonly string[],
    since: number,
  ): Promise<ReadonlyMap<string, ReadonlySet<string>>>
  /**
   * What each of these subscriptions told since `since`: in its first answer, then in messages, oldest first.
   * Story ids are the current ones. Subscriptions that told nothing are absent.
   */
  toldBySubscription(
    subscriptions: readonly string[],
    since: number,
  ): Promise<ReadonlyMap<string, readonly SentBySubscription[]>>
  /**
   * For each of these subscriptions and each destination it spoke to, its newest message that told this story
   * or one merged into it; oldest first.
   */
  storyDeliveries(storyId: string, subscriptions: readonly string[]): Promise<readonly StoryDelivery[]>
  /**
   * Records what was told outside the outbox, in the first briefing that answers a subscription. `by` names
   * the answer: `first SUBSCRIPTION_ID`, where `toldBySubscription` finds it. Repeating a call changes
   * nothing.
   */
  keepAnswered(destination: string, by: string, told: readonly SentStory[]): Promise<void>

  /**
   * Leases what has to go out now: the oldest waiting row of each destination, unless the destination or its
   * account is paused. No other process gets a leased row before the lease runs out. A row whose lease ran
   * out is offered again unchanged: a lease says nothing about what was sent.
   */
  claim(claim: Claim): Promise<readonly Outgoing[]>
  /**
   * Records what is known of the parts of a row leased here, replacing what was known. False if the row is
   * gone or another process has leased it.
   */
  keepParts(outboxId: string, parts: readonly KeptPart[]): Promise<boolean>
  /**
   * Ends a try, in one transaction with its consequences: the destination's health and notices to owners.
   * False if the message is gone because its workspace was forgotten during the try. If another process has
   * leased the row meanwhile, only `sent` is recorded. What is postponed ends unsent if its destination was
   * paused, or its subscription ended, paused or moved, during the try.
   */
  settle(outboxId: string, at: number, outcome: Outcome): Promise<boolean>
  /**
   * Everything decided since `since`, or that of one subscription, with its current state, in outbox order.
   */
  deliveries(since: number, subscription?: string): Promise<readonly Delivery[]>
  /** How many messages wait to be sent, and how many are not tried again. */
  waiting(now: number): Promise<Waiting>
  /**
   * Queues a message again that failed or is in doubt, if it was decided at or after `decidedSince`; a person
   * asked for it. Parts that surely arrived are not repeated, parts in doubt are. Its stories count as told
   * once it arrives, as always.
   */
  sendAgain(outboxId: string, at: number, decidedSince: number): Promise<ResendResult>
  /** The messages of these outbox rows, by id; unknown ids are absent. */
  messages(outboxIds: readonly string[]): Promise<ReadonlyMap<string, Message>>
  /** Messages that platforms rejected since `since` because of how they are drawn, newest first. */
  rejections(since: number): Promise<readonly Rejection[]>

  /**
   * Posted messages decided since `decidedSince` that tell an older version of an article that changed since
   * `changedSince`. Posts of the same message share one object.
   */
  outdatedPosts(changedSince: number, decidedSince: number): Promise<readonly OutdatedPost[]>
  /**
   * Queues the edit of a posted message and records what it corrects. False if another edit was decided since
   * the post was read.
   */
  correct(correction: Correction): Promise<boolean>

  /** Health of the destinations whose last try failed, by id; healthy ones are absent. */
  destinations(): Promise<ReadonlyMap<string, DestinationHealth>>
  /**
   * Resumes a paused destination. What still waits for it ends unsent, and its notices are withdrawn. False
   * if it was not paused.
   */
  resumeDestination(destination: string): Promise<boolean>
  /**
   * Pauses a destination that its platform reports as gone. Ends what waits for it and gathers the notices to
   * its owners. False if it was paused already.
   */
  loseDestination(destination: string, at: number, lost: LostDestination): Promise<boolean>
  /** Accounts whose token their platform refuses, by account id (`src/delivery/accounts.ts`). */
  refusedAccounts(): Promise<ReadonlyMap<string, RefusedAccount>>
  /**
   * Makes calls to a refused account possible again and queues these notices, in one write. False if the
   * account was not refused.
   */
  acceptAccount(account: string, at: number, notices: readonly DirectNotice[]): Promise<boolean>
  /** Notices to owners that are due at `now`, gathered by person and cause, oldest first. */
  dueNotices(now: number): Promise<readonly GatheredNotice[]>
  /**
   * Queues the message of a notice: new, in place of the one that waits, or as an edit of the posted one.
   * False, with nothing queued, if the notice changed since it was read or its message is being sent (it
   * stays due), or if its message did not arrive (what was not told yet becomes a notice of its own, due at
   * once).
   */
  tellNotice(told: ToldNotice): Promise<boolean>

  /**
   * Deletes some of what was decided before `before`: slots, messages with their receipts, what was told,
   * mutes of stories that ended. Messages that still wait stay. Returns how many rows were deleted, 0 when
   * none is left; each call is small, so that others hardly wait.
   */
  pruneDecided(before: number): Promise<number>
}
