import { type Message as Written, MessageType, RESTJSONErrorCodes as Codes, Routes } from 'discord.js'
import type { Asker } from '../../../src/chat/command.ts'
import { isForAll } from '../../../src/chat/message-kinds.ts'
import { withoutMention } from '../../../src/chat/mention.ts'
import { picturesFor } from '../../../src/chat/pictures-for.ts'
import { tryAgain } from '../../../src/chat/try-again.ts'
import { info, warning } from '../../../src/commands/notice.ts'
import type { Message } from '../../../src/records/message.ts'
import type { DiscordMessage } from '../draw/drawing.ts'
import { isRefusal } from '../errors.ts'
import { takesFiles } from '../post/destination.ts'
import { postMessage } from '../post/post-message.ts'
import { postingOnce } from '../post/send-parts.ts'
import { answerIfAllowed, askerOf, whereaboutsOfMessage } from './asker.ts'
import { findOrApologize } from './give-answer.ts'
import { type AnswerTools, POSTS_MS, retryAlways, sendToPerson } from './reply.ts'
import { languageOfSentence } from './person-language.ts'

/**
 * Answers a message in which somebody mentions the bot, or that they write to it directly. Discord delivers
 * the text of such messages without a privileged intent
 * (docs.discord.com/developers/events/gateway#message-content-intent). The answer is a reply; what concerns
 * only the asker goes to their direct messages. Settles when the answer is sent; failures go to the log.
 */
export async function answerMessage(written: Written, tools: AnswerTools): Promise<void> {
  try {
    if (!isToUs(written) || !(await tools.memory.recordEvent('discord', written.id, tools.now()))) return
    await answer(written, tools)
  } catch (error) {
    tools.log.error({ err: error, message: written.id }, 'a message was not answered')
  }
}

/**
 * Whether a person wrote the message to the bot. Bots and webhooks are never answered, so that two bots
 * cannot answer each other endlessly.
 */
function isToUs({ author, webhookId, type, channel, mentions, client }: Written): boolean {
  const isFromPerson = !author.bot && webhookId === null
  const isSaid = type === MessageType.Default || type === MessageType.Reply
  return isFromPerson && isSaid && (channel.isDMBased() || mentions.users.has(client.user?.id ?? ''))
}

async function answer(written: Written, tools: AnswerTools): Promise<void> {
  const { commands, rest, log } = tools
  const sentence = withoutMention(written.content, written.client.user?.id ?? '')
  const where = whereaboutsOfMessage(written, languageOfSentence(sentence, written, tools))
  if (where === null)
    return log.warn({ message: written.id }, 'not known who may do what where this is asked')
  const asker = askerOf(where, tools)
  // The typing indicator is optional, so nothing waits for it.
  void rest
    .post(Routes.channelTyping(written.channelId))
    .catch((error: unknown) => log.debug({ err: error }, 'not shown that an answer is coming'))
  const request = commands.read(sentence)
  const message = await findOrApologize(() => answerIfAllowed(request, where, asker, tools), asker, tools)
  const audience = commands.audience(request)
  const isPersonal = !isForAll(message, { audience, isAskedAloud: true }) && PERSONAL_KINDS.has(message.kind)
  if (asker.isDirect || !isPersonal) return reply(message, written, tools)
  await reply(await sendDirectly(message, asker, written, tools), written, tools)
}

/** Message kinds that may hold what only their asker should know. All others are harmless to show. */
const PERSONAL_KINDS: ReadonlySet<Message['kind']> = new Set([
  'subscription',
  'subscriptions',
  'settings',
  'trial',
])

/** Sends the answer as a direct message. Returns the notice to show where the question was asked. */
async function sendDirectly(
  message: Message,
  asker: Asker,
  { id }: Written,
  tools: AnswerTools,
): Promise<Message> {
  try {
    await sendToPerson(asker.user, tools.draw(message, false).main, `direct ${id}`, tools)
    return info(asker, 'place.toldDirectly')
  } catch (error) {
    if (!isRefusal(error, Codes.CannotSendMessagesToThisUser)) throw error
    return warning(asker, 'place.directClosed')
  }
}

async function reply(message: Message, written: Written, tools: AnswerTools): Promise<void> {
  const { client, id, channelId } = written
  const { rest, memory, log, ending } = tools
  const pictures = takesFiles(client.channels.cache.get(channelId)) ? await picturesFor(message, tools) : []
  const draw = (threads: boolean): DiscordMessage => asReply(tools.draw(message, threads, { pictures }), id)
  const signal = AbortSignal.any([ending, AbortSignal.timeout(POSTS_MS)])
  const post = () =>
    postMessage(
      channelId,
      { ...postingOnce(`answer ${id}`, rest, signal), pictures },
      {
        client,
        memory,
        log,
        crosspost: false,
        under: null,
        draw,
      },
    )
  await tryAgain(post, retryAlways(signal))
}

/**
 * Makes the answer a reply to the question. If the question was deleted, it is posted without the reference.
 */
function asReply({ main: [first, ...others], ...rest }: DiscordMessage, to: string): DiscordMessage {
  const message_reference = { message_id: to, fail_if_not_exists: false }
  return { ...rest, main: first === undefined ? [] : [{ ...first, message_reference }, ...others] }
}
