import { setTimeout as wait } from 'node:timers/promises'
import { DeliveryError } from '../../../src/chat/delivery-error.ts'
import type { PostJournal } from '../../../src/chat/post-journal.ts'
import type { SlackPart } from '../render.ts'
import type { Workspace } from '../transport/workspaces.ts'
import type { Pace } from './pace.ts'
import { isDirect } from './place.ts'
import { readPosted, writePosted, type Posted } from './posted.ts'
import { sayInChannel } from './say-in-channel.ts'

/** What stands of a message when posting had to stop. */
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
  readonly journal: PostJournal
  /** Milliseconds of the monotonic clock by which all must be posted. */
  readonly until: number
  /** A public channel may be joined to post in it. */
  readonly joins: boolean
  /** Id of a message in whose thread all parts go; null: the first begins one of its own. */
  readonly thread?: string | null
}

/**
 * Posts parts in order: the first in the channel, the others in its thread, or below it where one person reads. Goes on behind what the journal knows to have
 * arrived. In the thread a wait that Slack asks for is kept here where there is time, and a part in doubt does not keep back those behind it.
 * @returns what stands there of it
 * @throws DeliveryError when nothing is posted, HalfPosted when some of it is
 */
export async function postParts(
  parts: readonly SlackPart[],
  channel: string,
  tools: PostingTools,
): Promise<readonly Posted[]> {
  const { workspace, pace, journal, until, joins, thread: given = null } = tools
  const posted: Posted[] = []
  let doubt: DeliveryError | null = null

  /** Tries again after a wait that Slack asks for, where there is time. */
  async function send(part: SlackPart, number: number, spot: Parameters<typeof sayInChannel>[1]) {
    const tells = part.tells ?? []
    for (;;) {
      try {
        return await journal.send({ number, tells, isLast: number === parts.length - 1 }, async (handOver) =>
          writePosted(await sayInChannel(part, spot, workspace, { pace, handOver })),
        )
      } catch (error) {
        const waitMs = number > 0 && error instanceof DeliveryError ? error.retryAfterMs : null
        if (waitMs === null || performance.now() + waitMs > until) throw error
        await wait(waitMs)
      }
    }
  }

  for (const [number, part] of parts.entries()) {
    const [first] = posted
    if (number > 0 && first === undefined) throw hangsInDoubt()
    if (first !== undefined && journal.arrived(number) === null && performance.now() > until)
      throw new HalfPosted(
        posted,
        new DeliveryError('unavailable', 'Slack takes its time; the rest follows.'),
      )
    const thread = given ?? (first === undefined || isDirect(first.channel) ? null : first.ts)
    try {
      const id = await send(part, number, { channel: first?.channel ?? channel, thread, joins })
      if (id !== null) posted.push(readPosted(id))
    } catch (error) {
      if (!(error instanceof DeliveryError) || first === undefined) throw error
      if (!error.mayHaveArrived) throw new HalfPosted(posted, error)
      doubt ??= error
    }
  }
  if (posted.length === 0) throw hangsInDoubt()
  if (doubt !== null) throw new HalfPosted(posted, doubt)
  return posted
}

const hangsInDoubt = (): DeliveryError =>
  new DeliveryError('in-doubt', 'No answer told whether its beginning arrived, on which the rest hangs.')
