import { z } from 'zod'
import { handingOver } from '../../../src/chat/handing-over.ts'
import { refusalOf, toDeliveryError } from '../errors.ts'
import { checkMessage } from '../check/message.ts'
import type { SlackPart } from '../render.ts'
import { DeliveryError } from '../../../src/chat/delivery-error.ts'
import type { Workspace } from '../transport/workspaces.ts'
import type { Pace } from './pace.ts'
import type { Posted } from './posted.ts'

/** Where one part goes. */
export interface Spot {
  readonly channel: string
  /** Id of the message whose thread it hangs in. */
  readonly thread: string | null
  /** A public channel may be joined to post in it. */
  readonly joins: boolean
}

/** Id and channel of a posted message. */
const posted = z.object({ ts: z.string(), channel: z.string() })

/** No preview: the outlets' pictures and texts would bury ours. */
const PLAIN = { unfurl_links: false, unfurl_media: false } as const

/** Posts one part, at the channel's pace. `handOver` is called last before the request. @throws DeliveryError */
export async function sayInChannel(
  part: SlackPart,
  { channel, thread, joins }: Spot,
  { client, team }: Workspace,
  { pace, handOver }: { readonly pace: Pace; readonly handOver: () => Promise<void> },
): Promise<Posted> {
  refuseBroken(part)
  const post = async (): Promise<Posted> => {
    await pace.turn(`${team}/${channel}`)
    const call = { channel, text: part.text, blocks: part.blocks, ...PLAIN }
    return posted.parse(
      await handingOver.run(handOver, () =>
        client.apiCall('chat.postMessage', { ...call, ...(thread !== null && { thread_ts: thread }) }),
      ),
    )
  }
  try {
    return await post()
  } catch (error) {
    if (!joins || refusalOf(error) !== 'not_in_channel') throw toDeliveryError(error)
    try {
      await client.conversations.join({ channel })
    } catch {
      // Not public, or not ours to join: what helps is an invitation.
      throw toDeliveryError(error)
    }
    return post().catch((again: unknown) => {
      throw toDeliveryError(again)
    })
  }
}

/** Puts another text in the place of a posted one. @throws DeliveryError */
export async function sayInstead(
  part: SlackPart,
  { channel, ts }: Posted,
  { client, team }: Workspace,
  pace: Pace,
): Promise<void> {
  refuseBroken(part)
  await pace.turn(`${team}/${channel}`)
  try {
    await client.chat.update({ channel, ts, text: part.text, blocks: [...part.blocks] })
  } catch (error) {
    throw toDeliveryError(error)
  }
}

/** @throws DeliveryError when Slack would not take it */
function refuseBroken(part: SlackPart): void {
  const [problem] = checkMessage(part)
  if (problem !== undefined)
    throw new DeliveryError('rejected', `A drawn message is not one that Slack takes: ${problem}`)
}
