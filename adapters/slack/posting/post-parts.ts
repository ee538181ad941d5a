import { setTimeout as wait } from 'node:timers/promises'
import { DeliveryError } from '../../../src/chat/delivery-error.ts'
import type { SlackPart } from '../render.ts'
import type { Workspace } from '../transport/workspaces.ts'
import type { Pace } from './pace.ts'
import { isDirect } from './place.ts'
import { sayInChannel, type Posted } from './say-in-channel.ts'

/** What has been posted of a message when posting had to stop. */
export class HalfPosted extends Error {
  override readonly name = 'HalfPosted'
  override readonly cause: DeliveryError
  readonly posted: readonly Posted[]

  constructor(posted: readonly Posted[], cause: DeliveryError) {
    super(cause.message)
    this.posted = posted
    this.cause = cause
  }
}

export interface PostingTools {
  readonly workspace: Workspace
  readonly pace: Pace
  /** Milliseconds of the monotonic clock by which all must be posted. */
  readonly until: number
  /** A public channel may be joined to post in it. */
  readonly joins: boolean
  /** Id of a message in whose thread all parts go; null: the first begins one of its own. */
  readonly thread?: string | null
}

/**
 * Posts parts in order: the first in the channel, the others in its thread, or below it where one person reads. Goes on behind `before`, what was posted of it in an
 * earlier try. In the thread a wait that Slack asks for is kept here where there is time.
 * @throws DeliveryError when nothing is posted, HalfPosted when some of it is
 */
export async function postParts(
  parts: readonly SlackPart[],
  channel: string,
  before: readonly Posted[],
  { workspace, pace, until, joins, thread: given = null }: PostingTools,
): Promise<readonly Posted[]> {
  const posted = [...before]
  for (const part of parts.slice(before.length)) {
    const [first] = posted
    const thread = given ?? (first === undefined || isDirect(first.channel) ? null : first.ts)
    for (;;) {
      try {
        posted.push(
          await sayInChannel(part, { channel: first?.channel ?? channel, thread, joins }, workspace, pace),
        )
        break
      } catch (error) {
        if (!(error instanceof DeliveryError)) throw error
        if (posted.length === 0) throw error
        const { retryAfterMs } = error
        const hasTime = retryAfterMs !== null && performance.now() + retryAfterMs < until
        if (!hasTime) throw new HalfPosted(posted, error)
        await wait(retryAfterMs)
      }
    }
    if (performance.now() > until && posted.length < parts.length)
      throw new HalfPosted(
        posted,
        new DeliveryError('unavailable', 'Slack takes its time; the rest follows.'),
      )
  }
  return posted
}
