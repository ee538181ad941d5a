import type { webApi } from '@slack/bolt'
import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import { DeliveryError } from '../../../src/chat/delivery-error.ts'
import { handOverContext, type Posted } from '../../../src/chat/post-journal.ts'
import { problemsOf } from '../draw/drawing.ts'
import { refusalOf, toDeliveryError } from '../errors.ts'
import type { SlackPart } from '../render.ts'
import type { Workspace } from '../transport/workspaces.ts'
import type { Pace } from './pace.ts'

/** Where a part is posted. */
interface Spot {
  readonly channel: string
  /** Id of the message in whose thread it is posted; null for the channel itself. */
  readonly thread: string | null
  /** Whether a public channel may be joined in order to post. */
  readonly joins: boolean
}

/** Channel and id of a posted message. */
const posted = z
  .object({ ts: z.string(), channel: z.string() })
  .transform(({ ts, channel }): Posted => ({ channel, message: ts }))

/** No link previews: the outlets' pictures and texts would bury the message. */
const PLAIN = { unfurl_links: false, unfurl_media: false } as const

/**
 * Posts one part at the channel's pace. `handOver` is called right before the request; answers are not
 * recorded and have none.
 * @throws DeliveryError
 */
export async function sayInChannel(
  part: SlackPart,
  { channel, thread, joins }: Spot,
  { client, team }: Workspace,
  pace: Pace,
  handOver: () => Promise<void> = () => Promise.resolve(),
): Promise<Posted> {
  refuseBroken(part)
  const post = async (): Promise<Posted> => {
    await pace.turn(`${team}/${channel}`)
    const { text, blocks } = part
    const call = { channel, text, blocks, ...PLAIN, ...(thread !== null && { thread_ts: thread }) }
    try {
      return posted.parse(await handOverContext.run(handOver, () => client.apiCall('chat.postMessage', call)))
    } catch (error) {
      throw toDeliveryError(error)
    }
  }
  try {
    return await post()
  } catch (error) {
    if (!joins || !(error instanceof DeliveryError) || refusalOf(error.cause) !== 'not_in_channel')
      throw error
    // If joining fails, the channel is private or closed to the app; the original error asks for an
    // invitation.
    await client.conversations.join({ channel }).catch(() => Promise.reject(error))
    return post()
  }
}

/**
 * Replaces a posted message.
 * @throws DeliveryError
 */
export async function sayInstead(
  part: SlackPart,
  { channel, message }: Posted,
  { client, team }: Workspace,
  pace: Pace,
): Promise<void> {
  refuseBroken(part)
  await pace.turn(`${team}/${channel}`)
  try {
    await client.chat.update({ channel, ts: message, text: part.text, blocks: [...part.blocks] })
  } catch (error) {
    throw toDeliveryError(error)
  }
}

/** @throws DeliveryError when Slack would reject the part */
function refuseBroken(part: SlackPart): void {
  const [problem] = problemsOf(part)
  if (problem !== undefined)
    throw new DeliveryError('rejected', `A drawn message is not one that Slack takes: ${problem}`)
}

/** https://docs.slack.dev/reference/methods/conversations.open */
const opened = z.object({ channel: z.object({ id: z.string() }) })

const MOST_PEOPLE = 10_000
const FRESH_MS = 24 * 3_600_000

/**
 * The channel id of a person's direct messages with the app.
 * @throws DeliveryError
 */
export type FindDirect = (workspace: Workspace, user: string) => Promise<string>

export function createFindDirect(): FindDirect {
  const cache = new LRUCache<string, string, webApi.WebClient>({
    max: MOST_PEOPLE,
    ttl: FRESH_MS,
    fetchMethod: async (id, _stale, { context }) =>
      opened.parse(await context.conversations.open({ users: id.slice(id.indexOf('/') + 1) })).channel.id,
  })
  return async ({ team, client }, user) => {
    try {
      return await cache.forceFetch(`${team}/${user}`, { context: client })
    } catch (error) {
      throw toDeliveryError(error)
    }
  }
}
