import { type Client, RESTJSONErrorCodes as Codes, Routes } from 'discord.js'
import type { ChatLog, ChatTools } from '../../../src/chat/chat-platform.ts'
import type { Posted } from '../../../src/chat/post-journal.ts'
import type { DiscordMessage } from '../draw/drawing.ts'
import { isRefusal } from '../errors.ts'
import { destinationOf } from './destination.ts'
import { idOf } from './place.ts'
import { postInForum } from './post-in-forum.ts'
import { type Posting, sendParts } from './send-parts.ts'

interface PostTools extends Pick<ChatTools, 'memory' | 'log'> {
  readonly client: Client
  readonly crosspost: boolean
  /** Draws the message; with `threads`, details are kept apart for a thread. */
  readonly draw: (threads: boolean) => DiscordMessage
  /** The earlier message to continue under; null for a new message. */
  readonly under: Posted | null
}

/** Posts a message in the way its channel allows: with a thread, as a forum post, or plainly. */
export async function postMessage(channel: string, posting: Posting, tools: PostTools): Promise<void> {
  const destination = destinationOf(tools.client, channel)
  if (tools.under !== null) return postUnder(tools.under, channel, posting, tools)
  switch (destination.kind) {
    case 'forum':
      return postInForum(destination.forum, tools.draw(false), posting, tools.memory)
    case 'text': {
      const { main, tells = [], thread } = tools.draw(destination.takesThreads)
      await sendParts(channel, main, posting, { tells })
      const [top] = posting.posted
      if (destination.isAnnouncement && tools.crosspost) await publish(posting, tools.log)
      if (thread !== null && top !== undefined) await sendThread(top, thread, posting, main.length)
      return
    }
    case 'plain': {
      const { main, tells = [] } = tools.draw(false)
      return sendParts(channel, main, posting, { tells })
    }
  }
}

/**
 * Continues under one of our messages: in the forum post it opened, in its thread, or as a reply if threads
 * are impossible.
 */
async function postUnder(under: Posted, channel: string, posting: Posting, tools: PostTools): Promise<void> {
  const destination = destinationOf(tools.client, channel)
  const { main, tells = [], forum } = tools.draw(false)
  const isInPost = under.channel !== channel
  const takesThreads = destination.kind === 'text' && destination.takesThreads
  const target = isInPost || !takesThreads ? under.channel : await openThread(under, forum.title, posting)
  const replyTo = target === channel ? under.message : null
  return sendParts(target, main, posting, { tells, replyTo })
}

/**
 * Publishes messages of an announcement channel to the servers that follow it. A failure (Discord allows ten
 * an hour) is only logged, because the messages already stand in their own channel.
 */
async function publish({ posted, rest, signal }: Posting, log: ChatLog): Promise<void> {
  for (const { channel, message } of posted) {
    try {
      await rest.post(Routes.channelMessageCrosspost(channel, message), { signal })
    } catch (error) {
      if (isRefusal(error, Codes.ThisMessageWasAlreadyCrossposted)) continue
      log.warn({ err: error, channel }, 'not published to the servers that follow this channel')
      return
    }
  }
}

/** Minutes without a message after which a thread leaves its channel's list: one day. */
const ARCHIVED_AFTER_MINUTES = 1_440

/**
 * Posts details into a thread under a message, or after it in the channel if Discord allows no thread. `from`
 * is the number of the first part within the whole post.
 */
export async function sendThread(
  under: Posted,
  { name, parts }: NonNullable<DiscordMessage['thread']>,
  posting: Posting,
  from: number,
): Promise<void> {
  const numbers = parts.map((_part, index) => from + index)
  if (numbers.every((number) => posting.journal.arrived(number) !== null))
    return sendParts(under.channel, parts, posting, { from })
  await sendParts(await openThread(under, name, posting), parts, posting, { from })
}

async function openThread(
  { channel, message }: Posted,
  name: string,
  { rest, signal }: Posting,
): Promise<string> {
  const body = { name, auto_archive_duration: ARCHIVED_AFTER_MINUTES }
  try {
    return idOf(await rest.post(Routes.threads(channel, message), { body, signal }))
  } catch (error) {
    // A thread has the id of the message it starts from: an earlier attempt created it.
    if (isRefusal(error, Codes.ThreadAlreadyCreatedForMessage)) return message
    if (isRefusal(error, Codes.MissingPermissions, Codes.MaximumActiveThreads, Codes.UnknownMessage))
      return channel
    throw error
  }
}
