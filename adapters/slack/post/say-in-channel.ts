import type { webApi } from '@slack/bolt'
import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import { DeliveryError } from '../../../src/chat/delivery-error.ts'
import { handingOver, type Posted } from '../../../src/chat/post-journal.ts'
import { problemsOf } from '../draw/draft.ts'
import { refusalOf, toDeliveryError } from '../errors.ts'
import type { SlackPart } from '../render.ts'
import type { Workspace } from '../transport/workspaces.ts'
import type { Pace } from './pace.ts'

/** Where one part goes. */
interface Spot {
  readonly channel: string
  /** Id of the message whose thread it hangs in. */
  readonly thread: string | null
  /** A public channel may be joined to post in it. */
  readonly joins: boolean
}

/** Id and channel of a posted message. */
const posted = z
  .object({ ts: z.string(), channel: z.string() })
  .transform(({ ts, channel }): Posted => ({ channel, message: ts }))

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
    const { text, blocks } = part
    const call = { channel, text, blocks, ...PLAIN, ...(thread !== null && { thread_ts: thread }) }
    try {
      return posted.parse(await handingOver.run(handOver, () => client.apiCall('chat.postMessage', call)))
    } catch (error) {
      throw toDeliveryError(error)
    }
  }
  try {
    return await post()
  } catch (error) {
    if (!joins || !(error instanceof DeliveryError) || refusalOf(error.cause) !== 'not_in_channel')
      throw error
    // Not public, or not ours to join: what helps is an invitation.
    await client.conversations.join({ channel }).catch(() => Promise.reject(error))
    return post()
  }
}

/** Puts another text in the place of a posted one. @throws DeliveryError */
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

/** @throws DeliveryError when Slack would not take it */
function refuseBroken(part: SlackPart): void {
  const [problem] = problemsOf(part)
  if (problem !== undefined)
    throw new DeliveryError('rejected', `A drawn message is not one that Slack takes: ${problem}`)
}

/** https://docs.slack.dev/reference/methods/conversations.open */
const opened = z.object({ channel: z.object({ id: z.string() }) })

const PEOPLE = 10_000
const FRESH_MS = 24 * 3_600_000

/** The channel in which only this person reads what we write. @throws DeliveryError */
export type FindDirect = (workspace: Workspace, user: string) => Promise<string>

export function createFindDirect(): FindDirect {
  const cache = new LRUCache<string, string, webApi.WebClient>({
    max: PEOPLE,
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
