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
 * earlier try. In the thread a wait that Slack asks for is kept here where there is time, and a part whose answer was lost does not keep back those behind it.
 * @throws DeliveryError when nothing is posted, HalfPosted when some of it is
 */
export async function postParts(
  parts: readonly SlackPart[],
  channel: string,
  before: readonly Posted[],
  { workspace, pace, until, joins, thread: given = null }: PostingTools,
): Promise<readonly Posted[]> {
  const posted = [...before]
  let doubt: DeliveryError | null = null
  for (const [index, part] of parts.entries()) {
    if (index < before.length) continue
    const [first] = posted
    if (first !== undefined && performance.now() > until)
      throw new HalfPosted(
        posted,
        doubt ?? new DeliveryError('unavailable', 'Slack takes its time; the rest follows.'),
      )
    const thread = given ?? (first === undefined || isDirect(first.channel) ? null : first.ts)
    const spot = { channel: first?.channel ?? channel, thread, joins }
    for (;;) {
      try {
        posted.push(await sayInChannel(part, spot, workspace, pace))
        break
      } catch (error) {
        if (!(error instanceof DeliveryError) || first === undefined) throw error
        if (error.mayHaveArrived) {
          doubt ??= error
          break
        }
        const { retryAfterMs } = error
        const hasTime = retryAfterMs !== null && performance.now() + retryAfterMs < until
        if (!hasTime) throw new HalfPosted(posted, doubt ?? error)
        await wait(retryAfterMs)
      }
    }
  }
  if (doubt !== null) throw new HalfPosted(posted, doubt)
  return posted
}
