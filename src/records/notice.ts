import type { PhraseKey } from '../words/catalogues.ts'
import type { Message } from './message.ts'

/** Why a person is notified. Everything with the same cause is told in one message. */
export interface NoticeCause {
  /**
   * `paused`: nothing is sent to a destination any more. `uncertain`: a message to it may not have arrived.
   */
  readonly kind: 'paused' | 'uncertain'
  /** Why another call would not help, if there is a text for it in people's languages. */
  readonly refusal: Remedy | null
  /** The platform's own words, shown if there is no `refusal`. */
  readonly reason: string
}

/** A subscription that a notice is about. */
export interface TouchedSubscription {
  readonly subscription: string
  readonly title: string
  /** Where it speaks. */
  readonly destination: string
}

/** One thing to tell one person. */
export interface OwnerNotice {
  /** A destination: the person's direct channel, or the channel itself if nobody owns the subscription. */
  readonly to: string
  /** BCP 47. */
  readonly language: string
  readonly cause: NoticeCause
  readonly touched: TouchedSubscription
}

/** Everything to tell one person for one cause. */
export interface GatheredNotice extends Omit<OwnerNotice, 'touched'> {
  /** Outbox id of its message. */
  readonly id: string
  /** Number of changes. A message composed before the latest change is not sent. */
  readonly changes: number
  /** In the order in which they joined. */
  readonly touched: readonly TouchedSubscription[]
}

/** The result of composing the message of a gathered notice. */
export interface ToldNotice extends Pick<GatheredNotice, 'id' | 'changes'> {
  /** Milliseconds since 1970. */
  readonly at: number
  /** Null if there is nothing left to tell. */
  readonly message: Message | null
}

/** A destination that its platform reports as gone. */
export interface LostDestination {
  /** The platform's words. */
  readonly reason: string
  /** Notices for its owners. */
  readonly notices: readonly OwnerNotice[]
}

/** A message to one person on its own, not gathered by cause. An id is sent only once. */
export interface DirectNotice {
  readonly outboxId: string
  readonly subscription: string
  /** A destination. */
  readonly to: string
  readonly message: Message
}

type RemedyOf<Key> = Key extends `refusal.${infer Name}` ? Name : never

/** What a person can do about a refusal; `refusal.…` says it in their language. */
export type Remedy = RemedyOf<PhraseKey>
