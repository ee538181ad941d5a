import type { Message } from './message.ts'
import type { OwnerNotice, Remedy } from './notice.ts'
import type { Receipt } from './platform.ts'

export interface Claim {
  readonly now: number
  readonly leaseMs: number
  readonly limit: number
  /** Destinations that this process is sending to, and platforms (`slack`) that are busy enough. */
  readonly except: readonly string[]
  /** Only these destinations; all if absent. */
  readonly only?: readonly string[]
}

/** A decided message that has to go out now. */
export interface Outgoing extends Pick<Delivery, 'subscription' | 'destination' | 'slot' | 'attempts'> {
  readonly id: string
  readonly message: Message
  /** Hash of the message's content. Rows with the same one carry the same message, now and always. */
  readonly contentHash: string
  /** Receipt of the posted message that this one edits; null for a new message. */
  readonly edits: Receipt | null
  /**
   * Receipt of the message under which it goes (`Decision.inThread`); null if it begins a thread or needs
   * none.
   */
  readonly threadRoot: Receipt | null
  /** When it was decided. */
  readonly createdAt: number
  /**
   * What earlier tries left known of its parts, in order. A part that is missing here surely did not arrive.
   */
  readonly parts: readonly KeptPart[]
  /** Failed tries in a row at its destination. */
  readonly failures: number
  /** Messages that the platform refused since one last arrived there. */
  readonly rejections: number
}

/** What is known of one part of a message. `tells` are the stories that the part contains something of. */
export type KeptPart = { readonly number: number; readonly tells: readonly string[] } & (
  | { readonly state: 'arrived'; readonly id: string }
  /** Handed to the socket at `since` (milliseconds since 1970); whether it arrived is unknown. */
  | { readonly state: 'doubtful'; readonly since: number }
)

/** How a try ended. */
export type Outcome = (
  | { readonly status: 'sent'; readonly receipt: Receipt }
  /** Tried again from `retryAt` on. */
  | { readonly status: 'postponed'; readonly reason: string; readonly retryAt: number }
  /**
   * Whether some parts arrived is unknown. The message is not repeated, and the stories in those parts count
   * as untold.
   */
  | { readonly status: 'uncertain'; readonly reason: string }
  /** Not tried again. What did not arrive counts as untold. */
  | { readonly status: 'failed'; readonly reason: string }
) & {
  /** New health of the destination; null if it is healthy, absent if the try says nothing about it. */
  readonly health?: Omit<DestinationHealth, 'since'> | null
  /** An account whose token the platform refused. Its destinations get no calls until it accepts a token. */
  readonly refused?: { readonly account: string; readonly reason: string }
  /**
   * Why another try would not help. People read this in their language, while `reason` is the platform's
   * text.
   */
  readonly refusal?: Remedy
  /** Notices for owners, to be gathered with others of the same cause. */
  readonly notices?: readonly OwnerNotice[]
}

export interface DestinationHealth {
  /** `degraded` after several failures in a row. `paused`: no further calls until a person resumes it. */
  readonly state: 'active' | 'degraded' | 'paused'
  /** Failed tries in a row. */
  readonly failures: number
  /** Messages that the platform refused since one last arrived. A try that got no answer does not count. */
  readonly rejections: number
  /** Since when it has not been well; later changes of its state keep this time. */
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

/** What became of a message that told a story. */
export interface StoryDelivery {
  readonly subscription: string
  readonly destination: string
  /** When it was decided. */
  readonly at: number
  readonly state: 'pending' | 'sending' | 'sent' | 'uncertain' | 'failed'
  /** Why the last try failed, or what is uncertain. */
  readonly reason: string | null
}

/** A row of the outbox without its message. */
export interface Delivery extends StoryDelivery {
  readonly outboxId: string
  /** Empty for notices and edits. */
  readonly slot: string
  /** Id of the row whose posted message this one edits. */
  readonly edits: string | null
  /** Number of tries, including one under way. */
  readonly attempts: number
}

/** How much of what was decided has not arrived. */
export interface Waiting {
  /** Messages that wait or are being sent. */
  readonly rows: number
  /** Those that are due. */
  readonly due: number
  /** Since when the oldest of these has been due, in milliseconds since 1970; null if none is due. */
  readonly oldestDueAt: number | null
  /** Messages decided in the last three days that are not tried again (failed or in doubt). */
  readonly dead: number
}

/**
 * Result of asking to send a message again. `not-failed`: it neither failed nor is in doubt. `too-old`: no
 * longer news.
 */
export type ResendResult = 'waits' | 'unknown' | 'not-failed' | 'too-old'

/** A message that a platform rejected because of how it is drawn: a bug of ours. */
export interface Rejection {
  readonly outboxId: string
  readonly destination: string
  /** Milliseconds since 1970. */
  readonly at: number
  /** The platform's words. */
  readonly reason: string
}

/**
 * Ids of the stories that surely arrived with these parts. A story that is also in a part in doubt is not
 * among them: its beginning or end may be missing.
 */
export function storiesIn(parts: readonly KeptPart[]): readonly string[] {
  const inState = (wanted: KeptPart['state']): ReadonlySet<string> =>
    new Set(parts.flatMap(({ state, tells }) => (state === wanted ? tells : [])))
  return [...inState('arrived').difference(inState('doubtful'))]
}
