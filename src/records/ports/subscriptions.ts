import type { KeptChange } from '../change.ts'
import type { Preferences } from '../preferences.ts'
import type { Addition, Quiet, Subscription } from '../subscription.ts'

/** What people asked for: for the words of `/news`, and for whoever serves it. Times are milliseconds since 1970. */
export interface Subscriptions {
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
  /** Quiet hours of places and people that have some, as `preferences` keeps them; of these alone where they are named. */
  quietHours(places?: readonly string[]): Promise<ReadonlyMap<string, Quiet>>
  /** Keeps for a day what somebody changed in a place, so that it can be taken back; of each person and place the last ten. Gives its number. */
  keepChange(change: Omit<KeptChange, 'id'>): Promise<number>
  /** What a person (`Subscription.owner`) changed in a place within a day before now, newest first. */
  keptChanges(by: string, place: string, now: number): Promise<readonly KeptChange[]>
  /** It was taken back, or cannot be any more. */
  forgetChange(id: number): Promise<void>
  /** Stories that a destination does not want to hear of, by destination, under the ids that they lead to. */
  muted(): Promise<ReadonlyMap<string, ReadonlySet<string>>>
  muteStory(destination: string, storyId: string, at: number): Promise<void>
  unmuteStory(destination: string, storyId: string): Promise<void>
}

/** Fields narrow one another. */
export interface SubscriptionFilter {
  readonly id?: string
  /** Destination. */
  readonly to?: string
  readonly owner?: string
  /** Active and paused ones unless told otherwise. */
  readonly states?: readonly Subscription['state'][]
}
