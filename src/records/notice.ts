import type { PhraseKey } from '../words/catalogues.ts'
import type { Message } from './message.ts'

/** Why a person is told something. What has one cause is told in one message. */
export interface NoticeCause {
  /** Nothing is sent to a destination any more, or a message to it may not have arrived. */
  readonly kind: 'paused' | 'uncertain'
  /** Why no further call would help, where people can be told so in their language. */
  readonly refusal: Remedy | null
  /** The platform's own words, told where there is no `refusal`. */
  readonly reason: string
}

/** A subscription that a notice is about. */
export interface TouchedSubscription {
  readonly subscription: string
  readonly title: string
  /** Where it speaks. */
  readonly destination: string
}

/** One thing that one person has to be told. */
export interface OwnerNotice {
  /** A destination: the person's direct channel, or the channel itself where nobody owns the subscription. */
  readonly to: string
  /** BCP 47. */
  readonly language: string
  readonly cause: NoticeCause
  readonly touched: TouchedSubscription
}

/** All that one person has to be told for one cause. */
export interface GatheredNotice extends Omit<OwnerNotice, 'touched'> {
  /** Outbox id of its message. */
  readonly id: string
  /** How often it was changed: a message that was composed before a change is not sent. */
  readonly changes: number
  /** In the order in which they joined. */
  readonly touched: readonly TouchedSubscription[]
}

/** A gathered notice as it is told. */
export interface ToldNotice extends Pick<GatheredNotice, 'id' | 'changes'> {
  /** Milliseconds since 1970. */
  readonly at: number
  /** Null where it is about nothing any more. */
  readonly message: Message | null
}

/** A destination that its platform says is gone. */
export interface LostDestination {
  /** The platform's words. */
  readonly reason: string
  /** What its owners have to be told. */
  readonly notices: readonly OwnerNotice[]
}

/** Tells one person something by itself, apart from what is gathered by its cause. The same id is told once. */
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
