import type { Platform, Receipt } from '../records/platform.ts'
import type { Commands } from './commands.ts'
import type { Message } from '../records/message.ts'
import type { PlannedEvent } from '../records/planned-event.ts'
import type { PostJournal } from './post-journal.ts'

export interface PostOptions {
  /**
   * Names this post, the same in every try of it: 22 characters of A-Z, a-z, 0-9, `-` and `_`, so that the number of a part fits behind it
   * in Discord's 25 characters of nonce.
   */
  readonly key: string
  /** Through which every part is sent: it knows what arrived in earlier tries. */
  readonly journal: PostJournal
  /**
   * Receipt of a message of ours in the same channel: what is posted goes into a thread under it, as a reply to it where there are no threads, and plainly
   * where neither is or the message is gone.
   */
  readonly under?: Receipt
}

/** Calendars of events that workspaces have on a platform. */
export interface EventCalendars {
  /** Workspaces that wish for what is to come in their calendar; false for one that does not any more and has some of it still. */
  workspaces(): Promise<ReadonlyMap<string, boolean>>
  /**
   * Makes what is ours in a calendar be these: makes what is new, changes what moved or reads otherwise, ends what is not among them or over. What has begun stays until it is over, what
   * somebody there took away is not made again. `events` come with the weightiest first; what does not fit waits. Gives how many of each. @throws DeliveryError
   */
  show(
    workspace: string,
    events: readonly PlannedEvent[],
  ): Promise<{ readonly made: number; readonly changed: number; readonly ended: number }>
}

/** One chat platform: all the bot ever asks of Slack, Discord or a terminal. */
export interface ChatAdapter {
  readonly platform: Platform
  /** How long a post with a key seen before is answered with the first one's receipt and shows nothing new, in milliseconds; 0 when never. */
  readonly repeatsAreRecognisedForMs: number
  start(commands: Commands): Promise<void>
  /**
   * Posts what did not arrive in an earlier try; no call is repeated by the adapter. Settled within 30 s. The receipt names what arrived: a part in
   * doubt on which no other hangs is passed over.
   * @throws DeliveryError `in-doubt` where one is on which others hang
   */
  post(channel: string, message: Message, options: PostOptions): Promise<Receipt>
  /** A correction edits what was posted, and adds parts where it is longer. @throws DeliveryError */
  update(receipt: Receipt, message: Message, options: PostOptions): Promise<void>
  /** Whether the platform accepts our token for this account (`PostOptions` of a refused one name it; null: the only one). Asked while it is refused. */
  acceptsToken(account: string | null): Promise<boolean>
  /** The channel in which only this person reads (`workspace/user`, as in `Subscription.owner`). @throws DeliveryError */
  directChannel(person: string): Promise<string>
  /** Absent where the platform has none. */
  readonly events?: EventCalendars
  stop(): Promise<void>
}
