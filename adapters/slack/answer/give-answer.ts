import { setTimeout as wait } from 'node:timers/promises'
import type { ChatLog } from '../../../src/chat/chat-platform.ts'
import { isShareable } from '../../../src/chat/message-kinds.ts'
import type { Message } from '../../../src/records/message.ts'
import { problemsOf } from '../draw/draft.ts'
import { withoutPictures } from '../draw/pictures.ts'
import { refusalOf, toDeliveryError } from '../errors.ts'
import { BUTTON_VALUE, TEXT } from '../limits.ts'
import type { Upload } from '../post/correct-message.ts'
import type { Pace } from '../post/pace.ts'
import { isDirect } from '../post/place.ts'
import { type FindDirect, sayInChannel } from '../post/say-in-channel.ts'
import type { DrawOptions, SlackMessage, SlackPart } from '../render.ts'
import { shorten } from '../../../src/text/shorten.ts'
import { plainText } from '../text/plain.ts'
import { type Reached, RESPONDING_MS, type Response, type Responses } from './respond.ts'
import type { Surface } from './surface.ts'

interface Answer {
  readonly message: Message
  readonly visible: Response['visible']
  /** What was asked, so that the answer can be shown to the channel; null where it cannot. */
  readonly asked: string | null
}

/**
 * Gives an answer to who asked: in their direct messages with us as messages; elsewhere so that only they see it, or all. Where one way is closed the
 * next is taken; what surely did not arrive is tried again, and what may have arrived is not. What cannot be given at all goes to the log.
 */
export async function giveAnswer(answer: Answer, surface: Surface, tools: AnswerTools): Promise<void> {
  const { channel, workspace } = surface
  const isOwn = channel === null || (isDirect(channel) && (await isOurDirect(channel, surface, tools)))
  const { message, visible, asked } = answer
  const share =
    !isOwn && visible === 'asker' && isShareable(message) && asked !== null && asked.length <= BUTTON_VALUE
      ? asked
      : undefined
  const pictures = await tools.upload(message, workspace)
  const drawn = tools.draw(message, { pictures, ...(share !== undefined && { share }) })
  const parts = [drawn.main, ...drawn.thread].map((part) => sound(part, tools.log))
  const ways = isOwn ? [[directly(surface, tools)]] : waysOf(visible, parts.length, surface, tools)
  const reached = await sendByOpenWay(ways, parts)
  if (reached === 'doubtful')
    tools.log.warn(
      { workspace: workspace.team },
      'an answer may or may not have arrived, and is not repeated',
    )
  if (reached === 'closed' || reached === 'unsent')
    tools.log.error({ workspace: workspace.team, reached }, 'an answer could not be given')
}

/** Tells who asked, and nobody else. */
export const tellAsker = (message: Message, surface: Surface, tools: AnswerTools): Promise<void> =>
  giveAnswer({ message, visible: 'asker', asked: null }, surface, tools)

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
  const problems = problemsOf(part)
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

/** Between two rounds over all ways that are open, in milliseconds; each is twice the one before. */
const FIRST_PAUSE_MS = 1_000
const LONGEST_PAUSE_MS = 60_000

/**
 * Sends each part on the first way on which it arrives, or may have arrived, so that nobody reads it twice. A way that is closed is taken no more, and only where a
 * whole group is closed the next group is looked at; what surely did not arrive is tried again, as long as Slack takes answers. Gives the worst that became of a
 * part; behind one that was not given no other is sent.
 */
async function sendByOpenWay(
  groups: readonly (readonly Way[])[],
  parts: readonly SlackPart[],
): Promise<Reached> {
  const until = performance.now() + RESPONDING_MS
  const closed = new Set<Way>()
  let isDoubtful = false

  async function tryAll(part: SlackPart): Promise<Reached> {
    for (const group of groups) {
      for (const way of group) {
        if (closed.has(way)) continue
        const reached = await byWay(way, part)
        if (reached === 'given' || reached === 'doubtful') return reached
        if (reached === 'closed') closed.add(way)
      }
      if (group.some((way) => !closed.has(way))) return 'unsent'
    }
    return 'closed'
  }

  for (const part of parts) {
    let reached = await tryAll(part)
    for (
      let pause = FIRST_PAUSE_MS;
      reached === 'unsent' && performance.now() + pause < until;
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS)
    ) {
      await wait(pause, undefined, { ref: false })
      reached = await tryAll(part)
    }
    if (reached === 'closed' || reached === 'unsent') return reached
    isDoubtful ||= reached === 'doubtful'
  }
  return isDoubtful ? 'doubtful' : 'given'
}

/** Slack may not have looked at a picture yet, or not show it to one person alone: then the words come by themselves. */
async function byWay(way: Way, part: SlackPart): Promise<Reached> {
  const reached = await way(part)
  const bare = withoutPictures(part)
  if (reached !== 'closed' || bare === part) return reached
  return bare.blocks.length === 0 ? 'given' : way(bare)
}

/** One way in which an answer reaches people, part by part. */
type Way = (part: SlackPart) => Promise<Reached>

/** A person waits: so many pauses, in milliseconds, are made before the next way is taken. */
const RESPONSE_PAUSES_MS = [500, 1500]

/** At the `response_url`: Slack takes an answer there also where the app is no member. */
function byResponse(visible: Response['visible'], { responseUrl }: Surface, { responses }: AnswerTools): Way {
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
function inChannel({ workspace, channel, thread }: Surface, tools: AnswerTools): Way {
  let first: string | null = thread
  let isDoubtful = false
  return async (part) => {
    if (channel === null) return 'closed'
    // Where the message is in doubt there is no thread to post into.
    if (isDoubtful && first === null) return 'doubtful'
    const reached = await reachedBy(part, tools, async () => {
      const { message } = await sayInChannel(part, { channel, thread: first, joins: false }, workspace, {
        pace: tools.pace,
        handOver: atOnce,
      })
      first ??= message
    })
    isDoubtful ||= reached === 'doubtful'
    return reached
  }
}

/** So that only the asker sees it in the channel. */
function ephemerally({ workspace, channel, user, reading }: Surface, tools: AnswerTools): Way {
  return async (part) => {
    const { text, blocks } = part
    if (channel === null) return 'closed'
    return reachedBy(part, tools, async () => {
      await tools.pace.turn(`${workspace.team}/${channel}`)
      // Slack shows it in a thread only to who has that open.
      const thread = reading !== null && { thread_ts: reading }
      await workspace.client.chat.postEphemeral({ channel, user, text, blocks: [...blocks], ...thread })
    })
  }
}

/** In the direct messages of the asker; in the thread that they read there. */
function directly({ workspace, user, reading, channel: askedIn }: Surface, tools: AnswerTools): Way {
  return async (part) => {
    let channel: string
    try {
      channel = await tools.findDirect(workspace, user)
    } catch (error) {
      // Opening a conversation twice opens one: whatever became of the call, nothing was said.
      return isRefusal(error) ? 'closed' : 'unsent'
    }
    return reachedBy(part, tools, async () => {
      const thread = channel === askedIn ? reading : null
      await sayInChannel(part, { channel, thread, joins: false }, workspace, {
        pace: tools.pace,
        handOver: atOnce,
      })
    })
  }
}

/** Nothing is kept of an answer. */
const atOnce = (): Promise<void> => Promise.resolve()

async function reachedBy(
  part: SlackPart,
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
      return reachedBy(part, { log }, send, waits - 1)
    }
    if (!isRefusal(error)) return 'unsent'
    const isExpected = withoutPictures(part) !== part
    if (code === 'rejected' && !isExpected && !ELSEWHERE.has(refusalOf(error) ?? refusalOf(cause) ?? ''))
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

/** What giving an answer takes. */
export interface AnswerTools {
  readonly draw: (message: Message, options?: Pick<DrawOptions, 'share' | 'pictures'>) => SlackMessage
  readonly upload: Upload
  readonly findDirect: FindDirect
  readonly pace: Pace
  readonly responses: Responses
  readonly log: ChatLog
}
