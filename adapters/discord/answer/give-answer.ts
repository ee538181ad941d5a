import { type BaseInteraction, ChannelType, InteractionResponseType, MessageFlags } from 'discord.js'
import type { Asker } from '../../../src/chat/command.ts'
import { languageOf } from '../../../src/chat/message-kinds.ts'
import { picturesFor } from '../../../src/chat/pictures-for.ts'
import type { Posted } from '../../../src/chat/post-journal.ts'
import { info, notice, warning } from '../../../src/commands/notice.ts'
import { tryAgain } from '../../../src/chat/try-again.ts'
import type { DrawnPicture } from '../../../src/pictures/open-pictures.ts'
import type { Message } from '../../../src/records/message.ts'
import { say } from '../../../src/words/say.ts'
import type { DiscordMessage, DiscordPart } from '../draw/drawing.ts'
import { missingOf, NEEDED_FOR_THREADS } from '../post/destination.ts'
import { sendThread } from '../post/post-message.ts'
import { postingOnce } from '../post/send-parts.ts'
import { isOutside } from './asker.ts'
import {
  acknowledge,
  type AnswerTools,
  followUp,
  MOST_FOLLOW_UPS_OUTSIDE,
  POSTS_MS,
  type SendOutcome,
  retryAlways,
  sendReply,
  sendToPerson,
  replyPrivatelyInstead,
} from './reply.ts'
import { withShare } from './share.ts'

/** How to find an answer and whom to show it to. */
export interface AnswerRequest {
  /** Whether only the asker sees the answer. */
  readonly isPrivate: boolean
  /**
   * The question as somebody would type it, for sharing the answer with the channel; null if it cannot be
   * shared.
   */
  readonly question: string | null
  readonly find: () => Promise<Message>
}

/**
 * How long an interaction can be answered, in milliseconds: its token lives for fifteen minutes.
 * https://docs.discord.com/developers/interactions/receiving-and-responding
 */
const TOKEN_LIVES_MS = 15 * 60_000

/**
 * Acknowledges the question at once, finds the answer and sends it. Error notices are shown to the asker
 * alone. If the answer can no longer be sent where it was asked for, the asker gets a direct message.
 */
export async function giveAnswer(
  interaction: BaseInteraction,
  asker: Asker,
  { isPrivate, question, find }: AnswerRequest,
  tools: AnswerTools,
): Promise<void> {
  const ending = AbortSignal.any([tools.ending, AbortSignal.timeout(TOKEN_LIVES_MS)])
  const type = InteractionResponseType.DeferredChannelMessageWithSource
  const data = isPrivate ? ({ flags: MessageFlags.Ephemeral } as const) : {}
  const acknowledged = await acknowledge(interaction, { type, data }, tools)
  if (acknowledged === 'taken') return
  if (acknowledged === 'late') return notifyTooLate(asker, interaction, tools)
  const message = await findOrApologize(find, asker, tools)
  const shown = isPrivate && !isOutside(interaction) ? withShare(message, question) : message
  const replying = { ...tools, ending }
  try {
    const reached =
      !isPrivate && !asker.isDirect && isMistake(message)
        ? await replyPrivatelyInstead(interaction, tools.draw(message, false).main, replying)
        : await sendAnswer(shown, interaction, isPrivate, replying)
    if (reached === 'partly') await notifyIncomplete(asker, interaction, replying)
    if (reached === 'not') await notifyTooLate(asker, interaction, tools)
  } catch (error) {
    tools.log.warn({ err: error, interaction: interaction.id }, 'an answer could not be told')
    await notifyTooLate(asker, interaction, tools)
  }
}

/** Finds an answer. On failure, logs the error and returns an error notice. */
export async function findOrApologize(
  find: AnswerRequest['find'],
  asker: Asker,
  { log }: AnswerTools,
): Promise<Message> {
  try {
    return await find()
  } catch (error) {
    log.error({ err: error }, 'a question could not be answered')
    return notice('error', say('answer.failed', asker.language), asker)
  }
}

const isMistake = (message: Message): boolean => message.kind === 'notice' && message.level !== 'info'

async function sendAnswer(
  message: Message,
  interaction: BaseInteraction,
  isPrivate: boolean,
  tools: AnswerTools,
): Promise<SendOutcome> {
  const pictures = takesPictures(interaction) ? await picturesFor(message, tools) : []
  try {
    return await sendWithPictures(pictures, message, interaction, isPrivate, tools)
  } catch (error) {
    if (pictures.length === 0 || tools.ending.aborted) throw error
    tools.log.warn({ err: error, interaction: interaction.id }, 'an answer is told without its pictures')
    return sendWithPictures([], message, interaction, isPrivate, tools)
  }
}

/**
 * Sends a message with these pictures.
 * @throws if the first part could not be sent, so that nothing has been posted yet
 */
async function sendWithPictures(
  pictures: readonly DrawnPicture[],
  message: Message,
  interaction: BaseInteraction,
  isPrivate: boolean,
  tools: AnswerTools,
): Promise<SendOutcome> {
  const drawn = tools.draw(message, !isPrivate && takesThread(interaction), { pictures })
  const main = isOutside(interaction) ? fitOutside(drawn, message, tools) : drawn.main
  const { id, reached } = await sendReply(interaction, main, isPrivate, { ...tools, pictures })
  const { channelId } = interaction
  if (drawn.thread === null || channelId === null) return reached
  const top = { channel: channelId, message: id }
  const isThreadThere = await sendInThread(top, drawn.thread, interaction, tools)
  return isThreadThere ? reached : 'partly'
}

async function sendInThread(
  top: Posted,
  thread: NonNullable<DiscordMessage['thread']>,
  { id }: BaseInteraction,
  { rest, log, ending }: AnswerTools,
): Promise<boolean> {
  const signal = AbortSignal.any([ending, AbortSignal.timeout(POSTS_MS)])
  try {
    await tryAgain(
      () => sendThread(top, thread, postingOnce(`answer ${id}`, rest, signal), 0),
      retryAlways(signal),
    )
    return true
  } catch (error) {
    log.warn({ err: error }, 'the thread of an answer could not be told')
    return false
  }
}

const takesPictures = ({ appPermissions }: BaseInteraction): boolean =>
  missingOf(['AttachFiles'], appPermissions).length === 0

function takesThread({ channel, appPermissions }: BaseInteraction): boolean {
  return (
    (channel?.type === ChannelType.GuildText || channel?.type === ChannelType.GuildAnnouncement) &&
    missingOf(NEEDED_FOR_THREADS, appPermissions).length === 0
  )
}

/**
 * Cuts a message to the number of follow-ups allowed there, and adds a notice about how much is missing and
 * where to ask.
 */
function fitOutside(
  { main }: DiscordMessage,
  message: Message,
  { draw }: AnswerTools,
): readonly DiscordPart[] {
  if (main.length <= MOST_FOLLOW_UPS_OUTSIDE + 1) return main
  const shown = main.slice(0, MOST_FOLLOW_UPS_OUTSIDE)
  const reader = { language: languageOf(message) }
  const rest = info(reader, 'place.rest', { count: main.length - shown.length })
  return [...shown, ...draw(rest, false).main]
}

/** Tells the asker alone that parts of the answer did not arrive, or may not have. */
async function notifyIncomplete(
  asker: Asker,
  interaction: BaseInteraction,
  tools: AnswerTools,
): Promise<void> {
  const { main } = tools.draw(warning(asker, 'place.partly'), false)
  await followUp(interaction, main, true, tools)
}

/** Tells the asker in a direct message that the answer came too late. A failure is only logged. */
export async function notifyTooLate(
  asker: Asker,
  { id }: BaseInteraction,
  tools: AnswerTools,
): Promise<void> {
  try {
    await sendToPerson(asker.user, tools.draw(info(asker, 'place.late'), false).main, `answer ${id}`, tools)
  } catch (error) {
    tools.log.warn({ err: error }, 'a question came too late, and its asker could not be told')
  }
}
