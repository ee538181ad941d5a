import type { ChatLog } from '../../../src/chat/chat-platform.ts'
import { DeliveryError } from '../../../src/chat/delivery-error.ts'
import type { Message } from '../../../src/chat/message.ts'
import { UNKEPT } from '../../../src/chat/post-journal.ts'
import { isShareable } from '../../../src/chat/shareable.ts'
import { checkMessage } from '../check-message.ts'
import { toDeliveryError } from '../errors.ts'
import { TEXT } from '../limits.ts'
import type { FindDirect } from '../posting/directs.ts'
import { isDirect } from '../posting/place.ts'
import { HalfPosted, postParts } from '../posting/post-parts.ts'
import type { Pace } from '../posting/pace.ts'
import type { SlackMessage, SlackPart } from '../render.ts'
import { plainText } from '../text/plain.ts'
import { shorten } from '../text/shorten.ts'
import { respond, RESPONSES, type Response } from './respond.ts'
import type { Surface } from './surface.ts'

export interface AnswerTools {
  readonly draw: (message: Message, share?: string) => SlackMessage
  readonly findDirect: FindDirect
  readonly pace: Pace
  readonly fetch: typeof globalThis.fetch
  readonly log: ChatLog
}

export interface Answer {
  readonly message: Message
  readonly visible: Response['visible']
  /** What was asked, so that the answer can be shown to the channel; null where it cannot. */
  readonly asked: string | null
}

/** A long answer has so much time to be posted, in milliseconds. */
const POSTING_MS = 60_000

/** A button carries no more (https://docs.slack.dev/reference/block-kit/block-elements/button-element). */
const LONGEST_VALUE = 2_000

/**
 * Gives an answer to who asked: in their direct messages with us as messages; elsewhere so that only they see it, or all. Where one way is closed the
 * next is taken: response_url, chat.postEphemeral, a direct message.
 * @throws DeliveryError when none is open
 */
export async function giveAnswer(answer: Answer, surface: Surface, tools: AnswerTools): Promise<void> {
  const { channel } = surface
  const isOwn = channel === null || (isDirect(channel) && (await isOurDirect(channel, surface, tools)))
  const { message, visible, asked } = answer
  const share =
    !isOwn && visible === 'asker' && isShareable(message) && asked !== null && asked.length <= LONGEST_VALUE
      ? asked
      : undefined
  const drawn = tools.draw(message, share)
  const parts = [drawn.main, ...drawn.thread].map((part) => sound(part, tools.log))
  if (isOwn) return directly(parts, surface, tools)
  if (visible === 'channel' && (await publicly(parts, surface, tools))) return
  return privately(parts, surface, tools)
}

/** Slack would refuse the whole of it: the words alone go through. */
function sound(part: SlackPart, log: ChatLog): SlackPart {
  const problems = checkMessage(part)
  if (problems.length === 0) return part
  log.error(
    { problems: problems.slice(0, 3) },
    'an answer was drawn that Slack would not take; its text is sent alone',
  )
  const text = shorten(part.text, TEXT)
  return { text, blocks: [{ type: 'section', text: plainText(text) }] }
}

async function isOurDirect(
  channel: string,
  { workspace, user }: Surface,
  tools: AnswerTools,
): Promise<boolean> {
  try {
    return (await tools.findDirect(workspace, user)) === channel
  } catch {
    return false
  }
}

async function directly(parts: readonly SlackPart[], surface: Surface, tools: AnswerTools): Promise<void> {
  const { workspace, user } = surface
  const channel = await tools.findDirect(workspace, user)
  await postParts(parts, channel, {
    workspace,
    pace: tools.pace,
    journal: UNKEPT,
    until: performance.now() + POSTING_MS,
    joins: false,
  })
}

/** False when nothing of it could be shown. */
async function publicly(parts: readonly SlackPart[], surface: Surface, tools: AnswerTools): Promise<boolean> {
  const { channel, workspace, thread } = surface
  const isShort = parts.length === 1 && thread === null
  if (isShort && (await byResponse(parts, 'channel', surface, tools)) > 0) return true
  try {
    const options = {
      workspace,
      pace: tools.pace,
      journal: UNKEPT,
      until: performance.now() + POSTING_MS,
      joins: false,
      thread,
    }
    await postParts(parts, channel ?? '', options)
    return true
  } catch (error) {
    if (error instanceof HalfPosted) throw error.cause
    if (!(error instanceof DeliveryError)) throw error
    // Slack keeps no message of an app that is not in the channel, but takes an answer.
    return !isShort && thread === null && (await byResponse(parts, 'channel', surface, tools)) > 0
  }
}

async function privately(parts: readonly SlackPart[], surface: Surface, tools: AnswerTools): Promise<void> {
  const { workspace, user, channel } = surface
  const given = await byResponse(parts, 'asker', surface, tools)
  const rest = parts.slice(given)
  if (rest.length === 0) return
  try {
    for (const part of rest) {
      await tools.pace.turn(`${workspace.team}/${channel}`)
      await workspace.client.chat.postEphemeral({
        channel: channel ?? '',
        user,
        text: part.text,
        blocks: [...part.blocks],
      })
    }
  } catch (error) {
    const { code } = toDeliveryError(error)
    if (code !== 'not-allowed' && code !== 'channel-gone') throw toDeliveryError(error)
    await directly(rest, surface, tools)
  }
}

/** How many of the parts the `response_url` took. */
async function byResponse(
  parts: readonly SlackPart[],
  visible: Response['visible'],
  { responseUrl }: Surface,
  { fetch }: AnswerTools,
): Promise<number> {
  if (responseUrl === null) return 0
  let given = 0
  for (const part of parts.slice(0, RESPONSES)) {
    if (!(await respond(responseUrl, { part, visible }, fetch))) break
    given += 1
  }
  return given
}
