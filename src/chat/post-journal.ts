import { AsyncLocalStorage } from 'node:async_hooks'

/** One message of a post on its platform. A long briefing has several, in the channel and in a thread. */
export interface PostPart {
  /** From 0, in the order of the post. A part has the same number in every try. */
  readonly number: number
  /** Ids of the stories that this part tells something of. */
  readonly storyIds?: readonly string[]
  /** The adapter itself finds what a call without an answer created, however long ago that was. */
  readonly isFoundAgain?: boolean
  /**
   * Asks the platform whether the part is there, once a repeat is no longer recognised. `since` is when it
   * was handed over (ms since 1970).
   * @throws DeliveryError
   */
  readonly find?: (since: number) => Promise<Found>
  /** No part follows. The outcome of the post is stored at once, so the arrival of this part need not be. */
  readonly isLast?: boolean
}

/** Whether a message exists at a platform. */
export type Found =
  | { readonly status: 'there'; readonly id: string }
  | { readonly status: 'absent' }
  | { readonly status: 'unknown' }

/**
 * Makes the call of one part and resolves to the id of what it created. Calls `handOver` last before the
 * request goes to the socket, after every wait: if the process is killed before that, nothing was sent; after
 * it, the request may have been. Where `handOver` rejects, the request must not be made.
 */
export type PartCall = (handOver: () => Promise<void>) => Promise<string>

/** A message that stands in a channel, or in a thread that is a channel. */
export interface Posted {
  readonly channel: string
  /** Id of the message in the channel. */
  readonly message: string
  /** How it is drawn, where a platform has more than one way and an edit may not change it. */
  readonly form?: string
}

/** Formats a posted message as journals and receipts keep it. `readPosted` reverses it. */
export const writePosted = ({ channel, message, form }: Posted): string =>
  [channel, message, ...(form === undefined ? [] : [form])].join('/')

export function readPosted(id: string): Posted {
  const [channel = '', message = '', form] = id.split('/')
  return { channel, message, ...(form === undefined ? {} : { form }) }
}

/** What is known of the parts of one post, kept across tries. An adapter sends every part through it. */
export interface PostJournal {
  /** Returns the id under which a part arrived, now or in an earlier try; null where none is known. */
  arrived(number: number): string | null
  /**
   * Resolves to the id of a part: known from an earlier try, or made by `call`. Null where nobody knows
   * whether the part arrived and the platform would show a repeat.
   * @throws what `call` throws. The part counts as not sent if `handOver` was not reached or rejected, or if a
   * DeliveryError says that it cannot have arrived
   */
  send(part: PostPart, call: PartCall): Promise<string | null>
}

/**
 * Keeps nothing. For what is sent once and not tried again, such as an answer to somebody who waits for it.
 */
export const noJournal: PostJournal = {
  arrived: () => null,
  send: (_part, call) => call(() => Promise.resolve()),
}

/**
 * What must be done last before the request of a part goes to the socket (`PartCall`). Libraries of platforms
 * queue and wait between a method call and its request, so it travels with the call in async context and is
 * run where the request is made.
 */
export const handOverContext = new AsyncLocalStorage<() => Promise<void>>()
