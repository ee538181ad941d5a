import type { Correction, Decision, Ledger, OutdatedPost, ToldBySubscription, Told } from '../decision.ts'
import type {
  Claim,
  Delivery,
  DestinationHealth,
  KeptPart,
  Outcome,
  Outgoing,
  RefusedAccount,
  Rejection,
  SentAgain,
  StoryDelivery,
  Waiting,
} from '../delivery.ts'
import type { Message } from '../message.ts'
import type { DirectNotice, GatheredNotice, LostDestination, ToldNotice } from '../notice.ts'

/**
 * What was decided, what became of it, and what whoever reads it knows since: for the schedule, which decides, and delivery, which sends. Times are
 * milliseconds since 1970. Each change is one transaction, on disk when it settles.
 */
export interface Outbox {
  /** What was decided since then, by subscription; absent where nothing was. */
  ledgers(subscriptions: readonly string[], since: number): Promise<ReadonlyMap<string, Ledger>>
  /**
   * Decides one slot: the slot, the outbox row and what it tells are written in one transaction.
   * Returns false, and writes nothing, when the slot was already decided, or meanwhile the subscription was ended, paused or moved, or the
   * destination paused.
   */
  decide(decision: Decision): Promise<boolean>
  /** Many in one transaction; for each what `decide` says. */
  decideAll(decisions: readonly Decision[]): Promise<readonly boolean[]>

  /** What a destination was told of each story, as far as it is remembered: `toldStates` of one. */
  told(destination: string): Promise<ReadonlyMap<string, Told>>
  /**
   * What each of these destinations was told since then. Destinations that were told the same share one map, so that what follows from
   * it can be worked out once. A merged story stands under each of its ids: whoever read the news before the merge finds it too.
   */
  toldStates(
    destinations: readonly string[],
    since: number,
  ): Promise<ReadonlyMap<string, ReadonlyMap<string, Told>>>
  /** What each of these subscriptions told apart since then, as `toldStates` has it of destinations. */
  toldApart(
    subscriptions: readonly string[],
    since: number,
  ): Promise<ReadonlyMap<string, ReadonlyMap<string, Told>>>
  /**
   * Ids of the stories that messages decided since then told each of these destinations and that surely or perhaps did not arrive, of the last few such messages;
   * absent where there are none.
   */
  undeliveredStories(
    destinations: readonly string[],
    since: number,
  ): Promise<ReadonlyMap<string, ReadonlySet<string>>>
  /** What each of these subscriptions told since then: in its first answer, then in messages, oldest first; stories under the ids that they lead to. Absent where it told nothing. */
  toldBySubscription(
    subscriptions: readonly string[],
    since: number,
  ): Promise<ReadonlyMap<string, readonly ToldBySubscription[]>>
  /** Of each of these subscriptions the newest message, in each place it spoke in, that told of this story or of one that was merged into it; oldest first. */
  storyDeliveries(storyId: string, subscriptions: readonly string[]): Promise<readonly StoryDelivery[]>
  /** Remembers what was told outside the outbox: the first briefing that answers a subscription. `by` names it. */
  keepAnswered(destination: string, by: string, told: readonly Told[]): Promise<void>

  /**
   * Leases what has to go out now: the oldest waiting row of each destination that is not paused, nor its account. No other process gets a row
   * before its lease has run out. A row whose lease ran out is offered again as it was: a lease says nothing about what was sent.
   */
  claim(claim: Claim): Promise<readonly Outgoing[]>
  /** Writes down what is known of the parts of a row leased here. False where it is gone or leased to another process by now. */
  keepParts(outboxId: string, parts: readonly KeptPart[]): Promise<boolean>
  /**
   * Ends a try, in one transaction with what follows from it: the destination's health and notices to its owners. False where the message is
   * gone, because its workspace was forgotten while it was under way.
   */
  settle(outboxId: string, at: number, outcome: Outcome): Promise<boolean>
  /** Everything decided since then, or what of it one subscription says, and what became of it; in the order of the outbox. */
  deliveries(since: number, subscription?: string): Promise<readonly Delivery[]>
  /** How much waits to be sent, and how much is not tried again. */
  waiting(now: number): Promise<Waiting>
  /**
   * A message that failed or is in doubt waits again, if it was decided after `decidedSince`: a person says that it shall. What surely arrived of it is not repeated;
   * what is in doubt is. What it tells counts as told once it arrives, as ever.
   */
  sendAgain(outboxId: string, at: number, decidedSince: number): Promise<SentAgain>
  /** The messages of these rows of the outbox, by id; unknown ids are absent. */
  messages(outboxIds: readonly string[]): Promise<ReadonlyMap<string, Message>>
  /** Messages that platforms rejected since then for how they are drawn, newest first. */
  rejections(since: number): Promise<readonly Rejection[]>

  /** Messages posted since `decidedSince` that tell an older version of an article that changed since `changedSince`. Equal messages are the same object. */
  outdatedPosts(changedSince: number, decidedSince: number): Promise<readonly OutdatedPost[]>
  /** Writes the edit of a posted message to the outbox, with what it corrects. False when another one did so before. */
  correct(correction: Correction): Promise<boolean>

  /** Destinations whose last try failed. */
  destinations(): Promise<ReadonlyMap<string, DestinationHealth>>
  /** Calls to a paused destination begin again. False when it was not paused. */
  resumeDestination(destination: string): Promise<boolean>
  /** Pauses a destination that its platform says is gone, with what waits for it, and keeps what its owners have to be told. False when it was paused. */
  loseDestination(destination: string, at: number, lost: LostDestination): Promise<boolean>
  /** Accounts whose token their platform refuses, by id (`src/delivery/accounts.ts`). */
  refusedAccounts(): Promise<ReadonlyMap<string, RefusedAccount>>
  /** Calls to an account begin again and these people are told, in one write. False where it was not refused. */
  acceptAccount(account: string, at: number, notices: readonly DirectNotice[]): Promise<boolean>
  /** What owners have to be told by now, gathered by person and cause. */
  dueNotices(now: number): Promise<readonly GatheredNotice[]>
  /** Writes the message of a notice, changes the one that waits, or edits the posted one; false, and it is due still, where the notice changed since it was read or is on its way. */
  tellNotice(told: ToldNotice): Promise<boolean>

  /**
   * Forgets some of what was decided before then and what became of it: slots, messages with their receipts, what was told, mutes of stories
   * that ended. What waits to be sent stays. Gives how many it forgot, 0 when none is left: little at a time, so that others hardly wait.
   */
  pruneDecided(before: number): Promise<number>
}
