import type { FeedState } from '../feeds/read-outcome.ts'
import type { StoryWindow } from '../briefings/news-archive.ts'
import type { ChatMemory } from '../chat/chat-memory.ts'
import type { PlacedArticle, SearchPage, SearchQuery } from '../commands/search-query.ts'
import type { Expression } from '../subscriptions/expression/expression.ts'
import type { Addition } from '../subscriptions/judge-addition.ts'
import type { Preferences } from '../subscriptions/preferences.ts'
import type { Quiet, Subscription } from '../subscriptions/subscription.ts'
import type { Claim, DestinationHealth, KeptPart, Outcome, RefusedAccount } from '../delivery/outbox.ts'
import type { DirectNotice } from '../delivery/direct-notice.ts'
import type { GatheredNotice, LostDestination, ToldNotice } from '../delivery/owner-notice.ts'
import type { Rejection } from '../delivery/rejection.ts'
import type { KeptOfSource, SourceBounds } from './bounds.ts'

import type {
  ArticleVersion,
  Correction,
  Decision,
  Delivery,
  KeptRead,
  KnownVersion,
  Ledger,
  OutboxRow,
  OutdatedPost,
  OwnTelling,
  StoreCounts,
  StoredStory,
  StoryHead,
  SubscriptionFilter,
  Telling,
  Told,
} from './records.ts'

export type * from './records.ts'
export type { StoryAbout, StoryWindow } from '../briefings/news-archive.ts'
export type { PlacedArticle, SearchPage, SearchQuery } from '../commands/search-query.ts'

/** What must survive a restart. Two stores implement it (node:sqlite now, PostgreSQL to come); one contract test holds both. Times are milliseconds since 1970. */
export interface Store extends ChatMemory {
  /** State of every source ever read, by source id. */
  feedStates(): Promise<ReadonlyMap<string, FeedState>>
  /** Newest known version of each of these articles, also of those that were let go; unknown ids are absent. */
  knownVersions(articleIds: readonly string[]): Promise<ReadonlyMap<string, KnownVersion>>
  /**
   * Keeps one read of one source: its articles, their versions, their places in stories, merges, and only with them the
   * feed state. One transaction: a crash either keeps all of it or the next read sees the same entries again.
   */
  keepRead(read: KeptRead): Promise<void>

  /** Articles seen since then, with their places: what the story grouper needs after a restart, in order of `seenAt`. */
  placedArticles(since: number): Promise<readonly PlacedArticle[]>
  /** Stories with a report seen (or changed) in the window, light, newest first. */
  storyHeads(window: StoryWindow): Promise<readonly StoryHead[]>
  /** Whole stories; ids of merged stories lead to the one they forward to. Unknown ids are absent. */
  stories(ids: readonly string[]): Promise<readonly StoredStory[]>
  /** Every version of an article, oldest first. */
  versions(articleId: string): Promise<readonly ArticleVersion[]>
  /** The article with this canonical address, if we have it. */
  articleByUrl(url: string): Promise<PlacedArticle | null>
  search(query: SearchQuery): Promise<SearchPage>
  counts(): Promise<StoreCounts>
  /** What is kept of each source ever read, by source id. */
  keptPerSource(): Promise<ReadonlyMap<string, KeptOfSource>>

  /** What a destination was told of each story, as far as it is remembered: `toldStates` of one. */
  told(destination: string): Promise<ReadonlyMap<string, Told>>
  /** Of each of these subscriptions the newest message, in each place it spoke in, that told of this story or of one that was merged into it; oldest first. */
  tellings(storyId: string, subscriptions: readonly string[]): Promise<readonly Telling[]>
  /**
   * What each of these destinations was told since then. Destinations that were told the same share one map, so that what follows from
   * it can be worked out once. A merged story stands under each of its ids: whoever read the news before the merge finds it too.
   */
  toldStates(
    destinations: readonly string[],
    since: number,
  ): Promise<ReadonlyMap<string, ReadonlyMap<string, Told>>>
  /**
   * Ids of the stories that messages decided since then told each of these destinations and that surely or perhaps did not arrive, of the last few such messages;
   * absent where there are none.
   */
  owedStories(
    destinations: readonly string[],
    since: number,
  ): Promise<ReadonlyMap<string, ReadonlySet<string>>>
  /** What was decided since then, by subscription; absent where nothing was. */
  ledgers(subscriptions: readonly string[], since: number): Promise<ReadonlyMap<string, Ledger>>
  /** What this subscription told since then: in its first answer, then in messages, oldest first; stories under the ids that they lead to. */
  tellingsBy(subscription: string, since: number): Promise<readonly OwnTelling[]>
  /**
   * Decides one slot: the slot, the outbox row and what it tells are written in one transaction.
   * Returns false, and writes nothing, when the slot was already decided, or meanwhile the subscription was ended, paused or moved, or the
   * destination paused.
   */
  decide(decision: Decision): Promise<boolean>
  /** Many in one transaction; for each what `decide` says. */
  decideAll(decisions: readonly Decision[]): Promise<readonly boolean[]>
  claim(claim: Claim): Promise<readonly OutboxRow[]>
  /** What is known of the parts of a row leased here; false where it is gone or leased to another process by now. */
  keepParts(outboxId: string, parts: readonly KeptPart[]): Promise<boolean>
  /** Everything decided since then and what became of it, in the order of the outbox. */
  deliveries(since: number): Promise<readonly Delivery[]>
  /** False where there is no such message any more. */
  settle(outboxId: string, at: number, outcome: Outcome): Promise<boolean>
  /** Destinations whose last try failed. */
  destinations(): Promise<ReadonlyMap<string, DestinationHealth>>
  /** Calls to a paused destination begin again. False when it was not paused. */
  resumeDestination(destination: string): Promise<boolean>
  /** Accounts whose token their platform refuses, by id (`src/delivery/accounts.ts`). */
  refusedAccounts(): Promise<ReadonlyMap<string, RefusedAccount>>
  /** Calls to an account begin again and these people are told, in one write. False where it was not refused. */
  acceptAccount(account: string, at: number, notices: readonly DirectNotice[]): Promise<boolean>
  /** Pauses a destination that its platform says is gone, with what waits for it, and keeps what its owners have to be told. False when it was paused. */
  loseDestination(destination: string, at: number, lost: LostDestination): Promise<boolean>
  /** What owners have to be told by now, gathered by person and cause. */
  dueNotices(now: number): Promise<readonly GatheredNotice[]>
  /** Writes the message of a notice, changes the one that waits, or edits the posted one; false, and it is due still, where the notice changed since it was read or is on its way. */
  tellNotice(told: ToldNotice): Promise<boolean>
  /** Messages that platforms rejected since then for how they are drawn, newest first. */
  rejections(since: number): Promise<readonly Rejection[]>
  /** Messages posted since `decidedSince` that tell an older version of an article that changed since `changedSince`. */
  outdatedPosts(changedSince: number, decidedSince: number): Promise<readonly OutdatedPost[]>
  /** Writes the edit of a posted message to the outbox, with what it corrects. False when another one did so before. */
  correct(correction: Correction): Promise<boolean>

  /** In the order in which they were made; ended ones only where `states` asks for them. */
  subscriptions(filter?: SubscriptionFilter): Promise<readonly Subscription[]>
  /** Keeps a new one in one write, unless its id was ever given, it has a twin where it speaks, or that place or its owner has enough. */
  addSubscription(subscription: Subscription): Promise<Addition>
  /** Keeps a new one, or the new form of the one with this id; what waits to be sent for one that is not active, or spoke elsewhere, is not sent. */
  keepSubscription(subscription: Subscription): Promise<void>
  /** `keepSubscription` where it stands as it was read; false, and nothing kept, where somebody changed or ended it meanwhile, or it has a twin or no place by now. */
  changeSubscription(before: Subscription, after: Subscription): Promise<boolean>
  /** Of a destination or a person (`Subscription.owner`); null where nothing was said. */
  preferences(of: string): Promise<Preferences | null>
  keepPreferences(of: string, preferences: Preferences): Promise<void>
  /** Quiet hours of places and people that have some, as `preferences` keeps them. */
  quietHours(): Promise<ReadonlyMap<string, Quiet>>
  /** Stories that a destination does not want to hear of, by destination, under the ids that they lead to. */
  muted(): Promise<ReadonlyMap<string, ReadonlySet<string>>>
  muteStory(destination: string, storyId: string, at: number): Promise<void>
  unmuteStory(destination: string, storyId: string): Promise<void>
  /** Remembers what was told outside the outbox: the first briefing that answers a subscription. `by` names it. */
  keepAnswered(destination: string, by: string, told: readonly Told[]): Promise<void>
  /** Ids of stories with an article dated in `[from, to)` that says what a keyword expression asks. */
  storiesSaying(
    expression: Expression,
    window: { readonly from: number; readonly to: number },
  ): Promise<ReadonlySet<string>>

  /**
   * Forgets some of what was decided before then and what became of it: slots, messages with their receipts, what was told, mutes of stories
   * that ended. What waits to be sent stays. Gives how many it forgot, 0 when none is left: little at a time, so that others hardly wait.
   */
  pruneDecided(before: number): Promise<number>
  /**
   * Lets go of some stories in which nothing was seen since then: articles, versions, search. Their articles stay known by id and hash, so
   * that a feed which lists them still brings no news. Gives how many articles, 0 when none is left; the file does not shrink.
   */
  pruneArticles(before: number): Promise<number>
  /** Forgets one workspace that the app was removed from before then; 0 when none is left. */
  forgetLeftWorkspace(before: number): Promise<number>
  /**
   * Lets go of some of the articles of a source that were seen first, where it fills more than it may, but of none
   * that somebody was told. They stay known by id and hash, so many of them as the bounds say. Gives how many
   * articles, 0 when it fills no more, or nothing is left to go. (Versions of one article are bounded as they are
   * kept.)
   */
  boundSource(sourceId: string, bounds: SourceBounds): Promise<number>
  /** Puts some of the search index in order, so that searches stay quick. Gives 0 when there is nothing left to do. */
  tidySearch(): Promise<number>
  /** Writes a consistent copy while the bot runs. Refuses to overwrite a file. */
  backup(file: string): Promise<void>
  close(): Promise<void>
}
