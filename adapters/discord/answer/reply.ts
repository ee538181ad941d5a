import {
  type BaseInteraction,
  MessageFlags,
  type REST,
  RESTJSONErrorCodes as Codes,
  type RESTPostAPIInteractionCallbackJSONBody,
  Routes,
} from 'discord.js'
import type { ChatTools } from '../../../src/chat/chat-platform.ts'
import type { Commands } from '../../../src/chat/commands.ts'
import { requestUnderWay } from '../../../src/thread/in-request.ts'
import { tryAgain, type Trying } from '../../../src/chat/try-again.ts'
import type { DrawnPicture } from '../../../src/pictures/open-pictures.ts'
import type { Message } from '../../../src/records/message.ts'
import type { DiscordMessage, DiscordPart } from '../draw/drawing.ts'
import { isNotSent, isRefusal, toDeliveryError } from '../errors.ts'
import { idOf } from '../post/place.ts'
import { openDirect, postingOnce, sendParts } from '../post/send-parts.ts'
import { withPictures } from '../post/with-pictures.ts'
import type { DrawOptions } from '../render.ts'
import type { DiscordSettings } from '../setup/settings.ts'
import type { IntegrationLimits } from './integration-limits.ts'
import type { KnownLanguages } from './person-language.ts'

/** What is needed to answer questions. */
export interface AnswerTools extends Pick<
  ChatTools,
  'memory' | 'log' | 'zone' | 'language' | 'now' | 'noteAcknowledged' | 'drawPictures'
> {
  readonly rest: REST
  /** REST client for addresses that contain an interaction's token. */
  readonly interactionRest: REST
  /** Aborted when the bot stops waiting for answers. */
  readonly ending: AbortSignal
  readonly settings: DiscordSettings
  readonly commands: Commands
  readonly knownLanguages: KnownLanguages
  /** Command limits set by servers, in addition to our own permissions. */
  readonly limits: IntegrationLimits
  /** Key that signs buttons. */
  readonly secret: string
  /**
   * Draws a message; with `threads`, details are kept apart for a thread.
   * @throws DeliveryError
   */
  readonly draw: (
    message: Message,
    threads: boolean,
    options?: Pick<DrawOptions, 'pictures'>,
  ) => DiscordMessage
}

type InteractionRef = Pick<BaseInteraction, 'id' | 'applicationId' | 'token'>

/**
 * `late`: the three seconds for acknowledging have passed. `taken`: somebody else, such as a second process,
 * answered.
 */
type Acknowledged = 'acknowledged' | 'late' | 'taken'

/**
 * Limit for all attempts to acknowledge, in milliseconds: Discord allows three seconds.
 * https://docs.discord.com/developers/interactions/receiving-and-responding
 */
const ACKNOWLEDGE_MS = 2_900

/** Limit for one attempt, so that a timeout leaves time for another. */
const ONE_TRY_MS = 1_300

/**
 * Acknowledges an interaction (answer to follow, form or suggestions) and retries while there is time.
 * Discord accepts one acknowledgement.
 * @throws if Discord refuses the acknowledgement itself
 */
export async function acknowledge(
  { id, token }: InteractionRef,
  body: RESTPostAPIInteractionCallbackJSONBody,
  { interactionRest, noteAcknowledged }: Pick<AnswerTools, 'interactionRest' | 'noteAcknowledged'>,
): Promise<Acknowledged> {
  const ending = AbortSignal.timeout(ACKNOWLEDGE_MS)
  let mayBeOurs = false
  const say = async (): Promise<Acknowledged> => {
    try {
      const signal = AbortSignal.any([ending, AbortSignal.timeout(ONE_TRY_MS)])
      // Sent without the bot's token, so a refusal says nothing about that token.
      await interactionRest.post(Routes.interactionCallback(id, token), { body, auth: false, signal })
      const request = requestUnderWay()
      if (request !== null) noteAcknowledged('discord', performance.now() - request.since)
      return 'acknowledged'
    } catch (error) {
      if (isRefusal(error, Codes.UnknownInteraction)) return 'late'
      if (isRefusal(error, Codes.InteractionHasAlreadyBeenAcknowledged))
        return mayBeOurs ? 'acknowledged' : 'taken'
      mayBeOurs ||= !isNotSent(error)
      throw error
    }
  }
  try {
    return await tryAgain(say, retryAlways(ending))
  } catch (error) {
    const { code } = toDeliveryError(error)
    if (code === 'unavailable' || code === 'rate-limited') return 'late'
    throw error
  }
}

/**
 * Most follow-ups of an app that is not on the server.
 * https://docs.discord.com/developers/interactions/receiving-and-responding#followup-messages
 */
export const MOST_FOLLOW_UPS_OUTSIDE = 5

/** `ending` is aborted when the answer can no longer be sent. */
interface ReplyTools extends Pick<AnswerTools, 'interactionRest' | 'log' | 'ending'> {
  /** Pictures attached to the messages that show them. */
  readonly pictures?: readonly DrawnPicture[]
}

/** How much of an answer arrived. Also `partly` if that is unknown. */
export type SendOutcome = 'whole' | 'partly' | 'not'

/**
 * Sends the answer to a deferred interaction. Returns the id of its first message and how much arrived. The
 * first part replaces the placeholder; this edit can be repeated safely, so it is retried as often as needed.
 * The flag for Components V2 can only be set in this edit.
 * @throws if the first part could not be sent
 */
export async function sendReply(
  interaction: InteractionRef,
  [first, ...others]: readonly DiscordPart[],
  isPrivate: boolean,
  tools: ReplyTools,
): Promise<{ readonly id: string; readonly reached: SendOutcome }> {
  const { interactionRest, ending, pictures = [] } = tools
  const shown = first === undefined ? {} : withPictures(first, pictures, true)
  const edit = () => interactionRest.patch(originalOf(interaction), { ...shown, auth: false, signal: ending })
  const id = idOf(await tryAgain(edit, retryAlways(ending)))
  const reached = await followUp(interaction, others, isPrivate, tools)
  return { id, reached: reached === 'not' ? 'partly' : reached }
}

/**
 * Deletes a placeholder that everybody sees, and answers the asker privately.
 * @throws if the placeholder could not be deleted
 */
export async function replyPrivatelyInstead(
  interaction: InteractionRef,
  parts: readonly DiscordPart[],
  tools: ReplyTools,
): Promise<SendOutcome> {
  const { interactionRest, ending } = tools
  const takeBack = async (): Promise<void> => {
    try {
      await interactionRest.delete(originalOf(interaction), { auth: false, signal: ending })
    } catch (error) {
      // An earlier attempt deleted it, but its answer was lost.
      if (!isRefusal(error, Codes.UnknownMessage)) throw error
    }
  }
  await tryAgain(takeBack, retryAlways(ending))
  return followUp(interaction, parts, true, tools)
}

/**
 * Sends further messages. Discord has no nonce for them, so a message that may have arrived is not sent again
 * and the next one follows. After a refusal no more are sent.
 */
export async function followUp(
  { applicationId, token }: InteractionRef,
  parts: readonly DiscordPart[],
  isPrivate: boolean,
  { interactionRest, log, ending, pictures = [] }: ReplyTools,
): Promise<SendOutcome> {
  let [sent, isDoubtful] = [0, false]
  for (const part of parts) {
    const flags = (part.flags ?? 0) | (isPrivate ? MessageFlags.Ephemeral : 0)
    const call = { ...withPictures({ ...part, flags }, pictures, false), auth: false, signal: ending }
    try {
      await tryAgain(
        () => interactionRest.post(Routes.webhook(applicationId, token), call),
        retryUnlessDone(ending),
      )
      sent += 1
    } catch (error) {
      log.warn({ err: error }, 'a part of an answer could not be told')
      if (!toDeliveryError(error).mayHaveArrived) break
      isDoubtful = true
    }
  }
  if (sent === parts.length) return 'whole'
  return sent > 0 || isDoubtful ? 'partly' : 'not'
}

const originalOf = ({ applicationId, token }: InteractionRef): `/${string}` =>
  Routes.webhookMessage(applicationId, token, '@original')

/** Pause before the first retry, in milliseconds; doubled each time. */
const FIRST_PAUSE_MS = 250
const LONGEST_PAUSE_MS = 30_000

/** Retries for an idempotent call: after every failure except a refusal. */
export const retryAlways = (signal: AbortSignal): Trying => ({
  signal,
  pause: pauseAfter,
})

/** Retries for a call that must not be repeated once carried out: only if it certainly had no effect. */
const retryUnlessDone = (signal: AbortSignal): Trying => ({
  signal,
  pause: (error, tries) => (toDeliveryError(error).mayHaveArrived ? null : pauseAfter(error, tries)),
})

function pauseAfter(error: unknown, tries: number): number | null {
  const { code, retryAfterMs } = toDeliveryError(error)
  if (code === 'rate-limited') return retryAfterMs ?? LONGEST_PAUSE_MS
  return code === 'unavailable' ? Math.min(FIRST_PAUSE_MS * 2 ** (tries - 1), LONGEST_PAUSE_MS) : null
}

/**
 * Limit for messages posted with the bot's own token, in milliseconds. Discord recognises a repeat for some
 * minutes.
 */
export const POSTS_MS = 60_000

/** Sends a direct message. `name` is the name under which Discord recognises a repeat. */
export async function sendToPerson(
  user: string,
  parts: readonly DiscordPart[],
  name: string,
  { rest, memory, ending }: AnswerTools,
): Promise<void> {
  const signal = AbortSignal.any([ending, AbortSignal.timeout(POSTS_MS)])
  const send = async (): Promise<void> =>
    sendParts(await openDirect(user, rest, memory), parts, postingOnce(name, rest, signal))
  await tryAgain(send, retryAlways(signal))
}
