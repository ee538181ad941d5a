import type { Message } from './message.ts'
import type { OwnerNotice, Remedy } from './notice.ts'
import type { Receipt } from './platform.ts'

export interface Claim {
  readonly now: number
  readonly leaseMs: number
  readonly limit: number
  /** Destinations that this process is sending to, and platforms (`slack`) that have enough to do. */
  readonly except: readonly string[]
  /** Only these destinations; absent: all. */
  readonly only?: readonly string[]
}

/** A decided message that has to go out now. */
export interface Outgoing extends Pick<Delivery, 'subscription' | 'destination' | 'slot' | 'attempts'> {
  readonly id: string
  readonly message: Message
  /** Named by its content: rows of one letter carry the same message, now and always. */
  readonly letter: string
  /** Receipt of the posted message that this one takes the place of; null for a message of its own. */
  readonly edits: Receipt | null
  /** Receipt of the message under which it goes (`Decision.apart`); null where it begins a thread, or needs none. */
  readonly under: Receipt | null
  /** When it was decided. */
  readonly createdAt: number
  /** What earlier tries left of it, in order; a part of which nothing is known surely did not arrive. */
  readonly parts: readonly KeptPart[]
  /** Tries of its destination that failed in a row. */
  readonly failures: number
  /** Messages that its platform refused since one last arrived there. */
  readonly rejections: number
}

/** What is known of one part of a message. `tells` are the stories of which something stands in it. */
export type KeptPart = { readonly number: number; readonly tells: readonly string[] } & (
  | { readonly state: 'arrived'; readonly id: string }
  /** Handed to the socket then, in milliseconds since 1970; what became of it nobody knows. */
  | { readonly state: 'doubtful'; readonly since: number }
)

/** How a try ended. */
export type Outcome = (
  | { readonly status: 'sent'; readonly receipt: Receipt }
  /** Tried again from `retryAt` on. */
  | { readonly status: 'postponed'; readonly reason: string; readonly retryAt: number }
  /** Of some of it nobody knows whether it arrived: it is not repeated, and the stories that stand there count as untold. */
  | { readonly status: 'uncertain'; readonly reason: string }
  /** Not tried again. What did not arrive of it counts as untold. */
  | { readonly status: 'failed'; readonly reason: string }
) & {
  /** The destination from now on; null when it is well, absent when this says nothing about it. */
  readonly health?: Omit<DestinationHealth, 'since'> | null
  /** An account whose token the platform refused: no call to any of its destinations until it accepts one. */
  readonly refused?: { readonly account: string; readonly reason: string }
  /** Why no further try would help: people are told so in their language, where the reason is the platform's text. */
  readonly refusal?: Remedy
  /** What owners have to be told: gathered with what else has the same cause. */
  readonly notices?: readonly OwnerNotice[]
}

export interface DestinationHealth {
  /** A degraded one failed several times in a row. A paused one gets no further call until a person resumes it. */
  readonly state: 'active' | 'degraded' | 'paused'
  /** Tries that failed in a row. */
  readonly failures: number
  /** Messages that the platform refused since one last arrived: tries that it did not answer are none. */
  readonly rejections: number
  /** When it got into this state, or the one before. */
  readonly since: number
  readonly reason: string
}

/** An account whose token its platform refuses. */
export interface RefusedAccount {
  /** Milliseconds since 1970. */
  readonly since: number
  /** What the platform said, and what helps. */
  readonly reason: string
}

/** What became of a message that told of a story. */
export interface StoryDelivery {
  readonly subscription: string
  readonly destination: string
  /** When it was decided. */
  readonly at: number
  readonly state: 'pending' | 'sending' | 'sent' | 'uncertain' | 'failed'
  /** Why the last try failed or what is uncertain. */
  readonly reason: string | null
}

/** A row of the outbox without its message. */
export interface Delivery extends StoryDelivery {
  readonly outboxId: string
  /** Empty for notices and edits. */
  readonly slot: string
  /** Id of the row whose posted message it edits. */
  readonly edits: string | null
  /** Tries, one under way included. */
  readonly attempts: number
}

/** What has not arrived of what was decided. */
export interface Waiting {
  /** Messages that wait or are on their way. */
  readonly rows: number
  /** Those whose time has come. */
  readonly due: number
  /** Since when the oldest of these is due: milliseconds since 1970; null without any. */
  readonly oldestDueAt: number | null
  /** Messages that nobody tries again (failed or in doubt), decided within the last three days. */
  readonly dead: number
}

/** What came of asking that a message be sent again; refused are one that did not fail, and one too old to be news. */
export type SentAgain = 'waits' | 'unknown' | 'not-ended' | 'too-old'

/** A message that a platform rejected for how it is drawn: a fault of ours. */
export interface Rejection {
  readonly outboxId: string
  readonly destination: string
  /** Milliseconds since 1970. */
  readonly at: number
  /** The platform's words. */
  readonly reason: string
}

/** Ids of the stories that surely arrived with these parts of a message. One that stands in a part in doubt as well may lack its beginning or end. */
export function storiesIn(parts: readonly KeptPart[]): readonly string[] {
  const inState = (wanted: KeptPart['state']): ReadonlySet<string> =>
    new Set(parts.flatMap(({ state, tells }) => (state === wanted ? tells : [])))
  return [...inState('arrived').difference(inState('doubtful'))]
}
