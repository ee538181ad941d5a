import type { Platform, Receipt } from '../records/platform.ts'
import type { Commands } from './commands.ts'
import type { Message } from '../records/message.ts'
import type { PlannedEvent } from '../records/planned-event.ts'
import type { PostJournal } from './post-journal.ts'

/** How a message is posted or edited, besides its content. */
export interface PostOptions {
  /**
   * Key of this post, the same in every try: 22 characters of A-Z, a-z, 0-9, `-` and `_`. Discord's nonce
   * holds 25 characters, so the number of a part fits behind it.
   */
  readonly key: string
  /** Every part is sent through it. It knows which parts arrived in earlier tries. */
  readonly journal: PostJournal
  /**
   * Receipt of a message of ours in the same channel. The post goes into a thread under that message, or is a
   * reply to it on a platform without threads. Where the platform has neither, or the message is gone, it is
   * posted as a message of its own.
   */
  readonly under?: Receipt
}

/** The calendars of events that workspaces have on a platform. */
export interface EventCalendars {
  /**
   * Workspaces to call `show` for. True: it wants coming events in its calendar. False: it no longer does,
   * but some of our events are still there.
   */
  workspaces(): Promise<ReadonlyMap<string, boolean>>
  /**
   * Brings our events in a calendar into line with `events`, which come with the weightiest first. Creates
   * the new ones, changes those that moved or read differently, and ends those that are over or no longer in
   * the list. An event that has begun stays until it is over. An event that somebody there deleted is not
   * made again. What does not fit waits for a later call. Returns how many were made, changed and ended.
   * @throws DeliveryError
   */
  show(
    workspace: string,
    events: readonly PlannedEvent[],
  ): Promise<{ readonly made: number; readonly changed: number; readonly ended: number }>
}

/** A chat platform: everything that the bot asks of Slack, Discord or a terminal. */
export interface ChatAdapter {
  readonly platform: Platform
  /**
   * For how many ms the platform recognises a repeated post by its key: it then returns the receipt of the
   * first and shows nothing new. 0 where it never does.
   */
  readonly repeatsAreRecognisedForMs: number
  /**
   * Connects, and answers people with `commands` from then on. Settles once it is connected.
   * @throws FatalError where the platform cannot be reached and waiting does not help
   */
  start(commands: Commands): Promise<void>
  /**
   * Posts the parts of a message that did not arrive in an earlier try. Settles within 30 s. The adapter
   * repeats no call itself. The receipt names what arrived. A part that may have arrived or not is skipped,
   * unless other parts depend on it.
   * @throws DeliveryError with the code `in-doubt` where other parts depend on such a part
   */
  post(channel: string, message: Message, options: PostOptions): Promise<Receipt>
  /**
   * Edits a posted message for a correction; adds parts where the new text is longer.
   * @throws DeliveryError
   */
  update(receipt: Receipt, message: Message, options: PostOptions): Promise<void>
  /**
   * Resolves to whether the platform accepts our token for an account. Asked while the token is refused, with
   * the account that `DeliveryError.account` named (null: the platform has only one token).
   */
  acceptsToken(account: string | null): Promise<boolean>
  /**
   * Resolves to the channel that only this person reads. `person` is `workspace/user`, as in
   * `Subscription.owner`.
   * @throws DeliveryError
   */
  directChannel(person: string): Promise<string>
  /** Absent where the platform has no calendars. */
  readonly events?: EventCalendars
  /** Disconnects. May be called more than once. */
  stop(): Promise<void>
}
