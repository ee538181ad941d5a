import type { ChatLog } from '../../../src/chat/chat-platform.ts'
import type { Message } from '../../../src/records/message.ts'
import { isShareable } from '../../../src/chat/shareable.ts'
import { checkMessage } from '../check/message.ts'
import { TEXT } from '../limits.ts'
import { isDirect } from '../post/place.ts'
import type { SlackPart } from '../render.ts'
import { plainText } from '../text/plain.ts'
import { shorten } from '../text/shorten.ts'
import type { AnswerTools } from './answer-tools.ts'
import { goOneOf } from './go-one-of.ts'
import type { Response } from './respond.ts'
import type { Surface } from './surface.ts'
import { byResponse, directly, ephemerally, inChannel, type Way } from './ways.ts'

export interface Answer {
  readonly message: Message
  readonly visible: Response['visible']
  /** What was asked, so that the answer can be shown to the channel; null where it cannot. */
  readonly asked: string | null
}

/** A button carries no more (https://docs.slack.dev/reference/block-kit/block-elements/button-element). */
const LONGEST_VALUE = 2_000

/**
 * Gives an answer to who asked: in their direct messages with us as messages; elsewhere so that only they see it, or all. Where one way is closed the
 * next is taken; what surely did not arrive is tried again, and what may have arrived is not. What cannot be given at all goes to the log.
 */
export async function giveAnswer(answer: Answer, surface: Surface, tools: AnswerTools): Promise<void> {
  const { channel, workspace } = surface
  const isOwn = channel === null || (isDirect(channel) && (await isOurDirect(channel, surface, tools)))
  const { message, visible, asked } = answer
  const share =
    !isOwn && visible === 'asker' && isShareable(message) && asked !== null && asked.length <= LONGEST_VALUE
      ? asked
      : undefined
  const drawn = tools.draw(message, share)
  const parts = [drawn.main, ...drawn.thread].map((part) => sound(part, tools.log))
  const ways = isOwn ? [[directly(surface, tools)]] : waysOf(visible, parts.length, surface, tools)
  const reached = await goOneOf(ways, parts)
  if (reached === 'doubtful')
    tools.log.warn(
      { workspace: workspace.team },
      'an answer may or may not have arrived, and is not repeated',
    )
  if (reached === 'closed' || reached === 'unsent')
    tools.log.error({ workspace: workspace.team, reached }, 'an answer could not be given')
}

/** In the order in which they are taken; what all were to see its asker sees at least, where Slack shows it to nobody else. */
function waysOf(
  visible: Response['visible'],
  length: number,
  surface: Surface,
  tools: AnswerTools,
): readonly (readonly Way[])[] {
  const privately = [
    byResponse('asker', surface, tools),
    ephemerally(surface, tools),
    directly(surface, tools),
  ]
  if (visible === 'asker') return [privately]
  const posted = inChannel(surface, tools)
  // Slack keeps no message of an app that is not in the channel, but takes an answer.
  const responded = byResponse('channel', surface, tools)
  const isShort = length === 1 && surface.thread === null
  return [isShort ? [responded, posted] : [posted, responded], privately]
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
