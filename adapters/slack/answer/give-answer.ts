import { setTimeout as wait } from 'node:timers/promises'
import type { ChatLog } from '../../../src/chat/chat-platform.ts'
import { isShareable } from '../../../src/chat/message-kinds.ts'
import type { Message } from '../../../src/records/message.ts'
import { problemsOf } from '../draw/drawing.ts'
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
import { type SendOutcome, RESPONDING_MS, type Response, type Responses } from './respond.ts'
import type { Surface } from './surface.ts'

interface Answer {
  readonly message: Message
  readonly visible: Response['visible']
  /** The question, so that the answer can be shared with the channel; null if it cannot be shared. */
  readonly question: string | null
}

/**
 * Sends an answer: in the direct messages with the app as ordinary messages; elsewhere visible to the asker
 * or to all. If one way is closed, the next is tried. A part that certainly did not arrive is retried; one
 * that may have arrived is not. Complete failures go to the log.
 */
export async function giveAnswer(answer: Answer, surface: Surface, tools: AnswerTools): Promise<void> {
  const { channel, workspace } = surface
  const isDirectWithApp =
    channel === null || (isDirect(channel) && (await isOurDirect(channel, surface, tools)))
  const { message, visible, question } = answer
  const share =
    !isDirectWithApp &&
    visible === 'asker' &&
    isShareable(message) &&
    question !== null &&
    question.length <= BUTTON_VALUE
      ? question
      : undefined
  const pictures = await tools.upload(message, workspace)
  const drawn = tools.draw(message, { pictures, ...(share !== undefined && { share }) })
  const parts = [drawn.main, ...drawn.thread].map((part) => makeAcceptable(part, tools.log))
  const routes = isDirectWithApp
    ? [[directly(surface, tools)]]
    : routesFor(visible, parts.length, surface, tools)
  const reached = await sendByOpenRoute(routes, parts)
  if (reached === 'doubtful')
    tools.log.warn(
      { workspace: workspace.team },
      'an answer may or may not have arrived, and is not repeated',
    )
  if (reached === 'closed' || reached === 'unsent')
    tools.log.error({ workspace: workspace.team, reached }, 'an answer could not be given')
}

/** Sends a message to the asker only. */
export const answerPrivately = (message: Message, surface: Surface, tools: AnswerTools): Promise<void> =>
  giveAnswer({ message, visible: 'asker', question: null }, surface, tools)

/** The ways to send an answer, in the order of trying; the last ones show it to the asker only. */
function routesFor(
  visible: Response['visible'],
  length: number,
  surface: Surface,
  tools: AnswerTools,
): readonly (readonly Route[])[] {
  const privately = [
    byResponse('asker', surface, tools),
    ephemerally(surface, tools),
    directly(surface, tools),
  ]
  if (visible === 'asker') return [privately]
  const posted = inChannel(surface, tools)
  // Slack rejects messages of an app that is not in the channel, but accepts a response there.
  const responded = byResponse('channel', surface, tools)
  const isShort = length === 1 && surface.thread === null
  return [isShort ? [responded, posted] : [posted, responded], privately]
}

/** Replaces a part that Slack would reject by its text alone, and logs the problem. */
function makeAcceptable(part: SlackPart, log: ChatLog): SlackPart {
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

/** Pause before all open ways are tried again, in milliseconds; doubled each time. */
const FIRST_PAUSE_MS = 1_000
const LONGEST_PAUSE_MS = 60_000

/**
 * Sends each part on the first way on which it arrives or may have arrived, so that nobody reads it twice. A
 * closed way is not tried again; the next group is used only when all ways of a group are closed. Parts that
 * certainly did not arrive are retried until Slack stops accepting responses. Sends nothing after a part that
 * failed. Returns `given`, `doubtful` if any part may be missing, or why the last part failed.
 */
async function sendByOpenRoute(
  groups: readonly (readonly Route[])[],
  parts: readonly SlackPart[],
): Promise<SendOutcome> {
  const until = performance.now() + RESPONDING_MS
  const closed = new Set<Route>()
  let isDoubtful = false

  async function tryAll(part: SlackPart): Promise<SendOutcome> {
    for (const group of groups) {
      for (const way of group) {
        if (closed.has(way)) continue
        const reached = await sendByRoute(way, part)
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

/**
 * Sends a part; if it is refused, sends it again without pictures. Slack may not have processed a picture
 * yet, or not show it in a message for one person.
 */
async function sendByRoute(way: Route, part: SlackPart): Promise<SendOutcome> {
  const reached = await way(part)
  const bare = withoutPictures(part)
  if (reached !== 'closed' || bare === part) return reached
  return bare.blocks.length === 0 ? 'given' : way(bare)
}

/** A way to send an answer, one part at a time. */
type Route = (part: SlackPart) => Promise<SendOutcome>

/** Pauses before retries, in milliseconds. Short, because a person waits; then the next way is tried. */
const RESPONSE_PAUSES_MS = [500, 1500]

/** Sends through the `response_url`, which also works where the app is not a member. */
function byResponse(
  visible: Response['visible'],
  { responseUrl }: Surface,
  { responses }: AnswerTools,
): Route {
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

/** Posts in the channel: in the thread of the pressed message, else the first part there opens a thread. */
function inChannel({ workspace, channel, thread }: Surface, tools: AnswerTools): Route {
  let first: string | null = thread
  let isDoubtful = false
  return async (part) => {
    if (channel === null) return 'closed'
    // If it is unknown whether the first message arrived, there is no thread to post into.
    if (isDoubtful && first === null) return 'doubtful'
    const reached = await outcomeOf(part, tools, async () => {
      const spot = { channel, thread: first, joins: false }
      const { message } = await sayInChannel(part, spot, workspace, tools.pace)
      first ??= message
    })
    isDoubtful ||= reached === 'doubtful'
    return reached
  }
}

/** Posts in the channel, visible to the asker only. */
function ephemerally({ workspace, channel, user, reading }: Surface, tools: AnswerTools): Route {
  return async (part) => {
    const { text, blocks } = part
    if (channel === null) return 'closed'
    return outcomeOf(part, tools, async () => {
      await tools.pace.turn(`${workspace.team}/${channel}`)
      // Slack shows a message in a thread only to those who have that thread open.
      const thread = reading !== null && { thread_ts: reading }
      await workspace.client.chat.postEphemeral({ channel, user, text, blocks: [...blocks], ...thread })
    })
  }
}

/** Sends to the asker's direct messages, in the thread they read there. */
function directly({ workspace, user, reading, channel: askedIn }: Surface, tools: AnswerTools): Route {
  return async (part) => {
    let channel: string
    try {
      channel = await tools.findDirect(workspace, user)
    } catch (error) {
      // Opening a conversation is idempotent, and no message has been sent yet.
      return isRefusal(error) ? 'closed' : 'unsent'
    }
    return outcomeOf(part, tools, async () => {
      const thread = channel === askedIn ? reading : null
      await sayInChannel(part, { channel, thread, joins: false }, workspace, tools.pace)
    })
  }
}

async function outcomeOf(
  part: SlackPart,
  { log }: Pick<AnswerTools, 'log'>,
  send: () => Promise<void>,
  waits = MOST_WAITS,
): Promise<SendOutcome> {
  try {
    await send()
    return 'given'
  } catch (error) {
    const { code, mayHaveArrived, retryAfterMs, cause } = toDeliveryError(error)
    if (mayHaveArrived) return 'doubtful'
    if (waits > 0 && retryAfterMs !== null && retryAfterMs <= LONGEST_WAIT_MS) {
      await wait(retryAfterMs, undefined, { ref: false })
      return outcomeOf(part, { log }, send, waits - 1)
    }
    if (!isRefusal(error)) return 'unsent'
    const isExpected = withoutPictures(part) !== part
    if (
      code === 'rejected' &&
      !isExpected &&
      !NOT_HERE_REFUSALS.has(refusalOf(error) ?? refusalOf(cause) ?? '')
    )
      log.error({ err: error }, 'an answer was refused that should not have been')
    return 'closed'
  }
}

/** The longest wait requested by Slack that is observed, in milliseconds, and how often. */
const LONGEST_WAIT_MS = 60_000
const MOST_WAITS = 3

/**
 * Refusals for which another way still reaches the person
 * (https://docs.slack.dev/reference/methods/chat.postEphemeral).
 */
const NOT_HERE_REFUSALS: ReadonlySet<string> = new Set(['user_not_in_channel'])

const isRefusal = (error: unknown): boolean => {
  const { code } = toDeliveryError(error)
  return code !== 'unavailable' && code !== 'rate-limited'
}

/** What is needed to send answers. */
export interface AnswerTools {
  readonly draw: (message: Message, options?: Pick<DrawOptions, 'share' | 'pictures'>) => SlackMessage
  readonly upload: Upload
  readonly findDirect: FindDirect
  readonly pace: Pace
  readonly responses: Responses
  readonly log: ChatLog
}
