import { AsyncLocalStorage } from 'node:async_hooks'

/** One message of a post on its platform: a long briefing has several, in the channel and in a thread. */
export interface PostPart {
  /** From 0, in the order of the post: the same part has the same number in every try. */
  readonly number: number
  /** Ids of the stories of which something stands in it. */
  readonly tells?: readonly string[]
  /** The adapter itself finds what a call without an answer has made, however long ago that was. */
  readonly isFoundAgain?: boolean
  /** Asks the platform for it, where a repeat is not recognised any more. `since`: when it was handed over, milliseconds since 1970. @throws DeliveryError */
  readonly find?: (since: number) => Promise<Found>
  /** Nothing follows: what became of the post is written down at once, so its arrival need not be. */
  readonly isLast?: boolean
}

/** Whether something stands at a platform. */
export type Found =
  | { readonly status: 'there'; readonly id: string }
  | { readonly status: 'absent' }
  | { readonly status: 'unknown' }

/**
 * Makes the call of one part and gives the id of what it made. `handOver` comes last before the request goes to the socket, after every wait:
 * a kill before it has sent nothing, a kill behind it may have.
 */
export type PartCall = (handOver: () => Promise<void>) => Promise<string>

/** A message that stands in a channel, or in a thread that is one. */
export interface Posted {
  readonly channel: string
  /** Its id there. */
  readonly message: string
  /** How it is drawn, where a platform has more than one way and an edit may not change it. */
  readonly form?: string
}

/** As a journal and a receipt keep it. */
export const writePosted = ({ channel, message, form }: Posted): string =>
  [channel, message, ...(form === undefined ? [] : [form])].join('/')

export function readPosted(id: string): Posted {
  const [channel = '', message = '', form] = id.split('/')
  return { channel, message, ...(form === undefined ? {} : { form }) }
}

/** What is known of the parts of one post, kept from one try to the next. An adapter sends every part through it. */
export interface PostJournal {
  /** The id under which a part arrived, now or in an earlier try; null where none is known. */
  arrived(number: number): string | null
  /**
   * The id under which a part stands there: of an earlier try, or of `call`. Null where nobody knows whether it does, and the platform would show a repeat.
   * @throws what `call` throws. The part counts as not sent where `handOver` was not reached, or a DeliveryError says that it cannot have arrived.
   */
  send(part: PostPart, call: PartCall): Promise<string | null>
}

/** For what is sent once and not tried again: an answer to somebody who waits for it. */
export const UNKEPT: PostJournal = {
  arrived: () => null,
  send: (_part, call) => call(() => Promise.resolve()),
}

/**
 * What has to be done last before the request of a part goes to the socket (`PartCall`). Platforms' libraries queue and wait between the call of a method and its
 * request, so it travels with the call and is taken up where the request is made.
 */
export const handingOver = new AsyncLocalStorage<() => Promise<void>>()
