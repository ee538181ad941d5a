import { setTimeout as wait } from 'node:timers/promises'
import { refusalOf, toDeliveryError } from '../errors.ts'
import { sayInChannel } from '../post/say-in-channel.ts'
import type { SlackPart } from '../render.ts'
import type { AnswerTools } from './answer-tools.ts'
import type { Reached, Response } from './respond.ts'
import type { Surface } from './surface.ts'

/** One way in which an answer reaches people, part by part. */
export type Way = (part: SlackPart) => Promise<Reached>

/** A person waits: so many pauses, in milliseconds, are made before the next way is taken. */
const RESPONSE_PAUSES_MS = [500, 1500]

/** At the `response_url`: Slack takes an answer there also where the app is no member. */
export function byResponse(
  visible: Response['visible'],
  { responseUrl }: Surface,
  { responses }: AnswerTools,
): Way {
  return async (part) => {
    if (responseUrl === null) return 'closed'
    for (const pause of [...RESPONSE_PAUSES_MS, null]) {
      const reached = await responses.respond(responseUrl, { part, visible })
      if (reached !== 'unsent' || pause === null) return reached
      await wait(pause, undefined, { ref: false })
    }
    return 'unsent'
  }
}

/** As messages in the channel: below the one that was pressed, or the first of them with the others in its thread. */
export function inChannel({ workspace, channel, thread }: Surface, tools: AnswerTools): Way {
  let first: string | null = thread
  let isDoubtful = false
  return async (part) => {
    if (channel === null) return 'closed'
    // Where the message is in doubt there is no thread to post into.
    if (isDoubtful && first === null) return 'doubtful'
    const reached = await reachedBy(tools, async () => {
      const { ts } = await sayInChannel(part, { channel, thread: first, joins: false }, workspace, {
        pace: tools.pace,
        handOver: atOnce,
      })
      first ??= ts
    })
    isDoubtful ||= reached === 'doubtful'
    return reached
  }
}

/** So that only the asker sees it in the channel. */
export function ephemerally({ workspace, channel, user }: Surface, tools: AnswerTools): Way {
  return async ({ text, blocks }) => {
    if (channel === null) return 'closed'
    return reachedBy(tools, async () => {
      await tools.pace.turn(`${workspace.team}/${channel}`)
      await workspace.client.chat.postEphemeral({ channel, user, text, blocks: [...blocks] })
    })
  }
}

/** In the direct messages of the asker. */
export function directly({ workspace, user }: Surface, tools: AnswerTools): Way {
  return async (part) => {
    let channel: string
    try {
      channel = await tools.findDirect(workspace, user)
    } catch (error) {
      // Opening a conversation twice opens one: whatever became of the call, nothing was said.
      return isRefusal(error) ? 'closed' : 'unsent'
    }
    return reachedBy(tools, async () => {
      await sayInChannel(part, { channel, thread: null, joins: false }, workspace, {
        pace: tools.pace,
        handOver: atOnce,
      })
    })
  }
}

/** Nothing is kept of an answer. */
const atOnce = (): Promise<void> => Promise.resolve()

async function reachedBy(
  { log }: Pick<AnswerTools, 'log'>,
  send: () => Promise<void>,
  waits = MOST_WAITS,
): Promise<Reached> {
  try {
    await send()
    return 'given'
  } catch (error) {
    const { code, mayHaveArrived, retryAfterMs, cause } = toDeliveryError(error)
    if (mayHaveArrived) return 'doubtful'
    if (waits > 0 && retryAfterMs !== null && retryAfterMs <= LONGEST_WAIT_MS) {
      await wait(retryAfterMs, undefined, { ref: false })
      return reachedBy({ log }, send, waits - 1)
    }
    if (!isRefusal(error)) return 'unsent'
    if (code === 'rejected' && !ELSEWHERE.has(refusalOf(error) ?? refusalOf(cause) ?? ''))
      log.error({ err: error }, 'an answer was refused that should not have been')
    return 'closed'
  }
}

/** A wait that Slack asks for is kept where it is short, so often. */
const LONGEST_WAIT_MS = 60_000
const MOST_WAITS = 3

/** Whom they concern can be told in another way (https://docs.slack.dev/reference/methods/chat.postEphemeral). */
const ELSEWHERE: ReadonlySet<string> = new Set(['user_not_in_channel'])

const isRefusal = (error: unknown): boolean => {
  const { code } = toDeliveryError(error)
  return code !== 'unavailable' && code !== 'rate-limited'
}
