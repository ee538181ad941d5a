import type { KeptChange } from '../change.ts'
import type { Preferences } from '../preferences.ts'
import type { Addition, Quiet, Subscription } from '../subscription.ts'

/**
 * What people asked for. The words of `/news` change it; the schedule serves it. Times are milliseconds since
 * 1970.
 */
export interface Subscriptions {
  /**
   * Subscriptions in the order in which they were made. Ended ones are included only if `states` names them.
   */
  subscriptions(filter?: SubscriptionFilter): Promise<readonly Subscription[]>
  /**
   * Stores a new subscription, unless its id was ever used, its destination has a twin of it, or the
   * destination or the owner has as many as allowed. Check and write are one transaction.
   */
  addSubscription(subscription: Subscription): Promise<Addition>
  /**
   * Stores a new subscription or a new form of an existing one. If it is not active, or speaks elsewhere now,
   * what waits to be sent for it is withdrawn.
   */
  keepSubscription(subscription: Subscription): Promise<void>
  /**
   * Like `keepSubscription`, but only if the stored subscription still equals `before`. False, and nothing
   * stored, if somebody changed or ended it meanwhile, or `after` would be a twin or exceed a limit.
   */
  changeSubscription(before: Subscription, after: Subscription): Promise<boolean>
  /** Preferences of a destination or a person (`Subscription.owner`); null if none were set. */
  preferences(of: string): Promise<Preferences | null>
  /** Replaces the preferences of a destination or a person. */
  keepPreferences(of: string, preferences: Preferences): Promise<void>
  /**
   * Quiet hours of destinations and people that have some, from their preferences; optionally only of these.
   */
  quietHours(places?: readonly string[]): Promise<ReadonlyMap<string, Quiet>>
  /**
   * Stores for a day what somebody changed in a place, so that it can be undone; the last ten per person and
   * place. Returns the id of the change.
   */
  keepChange(change: Omit<KeptChange, 'id'>): Promise<number>
  /**
   * Changes that a person (`Subscription.owner`) made in a place within the day before `now`, newest first.
   */
  keptChanges(by: string, place: string, now: number): Promise<readonly KeptChange[]>
  /** Deletes a change that was undone or can no longer be undone. */
  forgetChange(id: number): Promise<void>
  /** Stories that each destination has muted, by destination, under their current ids. */
  muted(): Promise<ReadonlyMap<string, ReadonlySet<string>>>
  /** Mutes a story in a destination. Muting it again changes nothing. */
  muteStory(destination: string, storyId: string, at: number): Promise<void>
  /** Ends a mute, under whichever id of the story it was set. */
  unmuteStory(destination: string, storyId: string): Promise<void>
}

/** Fields narrow one another. */
export interface SubscriptionFilter {
  readonly id?: string
  /** A destination. */
  readonly to?: string
  readonly owner?: string
  /** Active and paused ones if absent. */
  readonly states?: readonly Subscription['state'][]
}
