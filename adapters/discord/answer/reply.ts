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
import type { DiscordMessage, DiscordPart } from '../draw/draft.ts'
import { isNotSent, isRefusal, toDeliveryError } from '../errors.ts'
import { idOf } from '../post/place.ts'
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
  readonly tokened: REST
  /** Aborted when the bot stops waiting for answers. */
  readonly ending: AbortSignal
  readonly settings: DiscordSettings
  readonly commands: Commands
  readonly known: KnownLanguages
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

type Asked = Pick<BaseInteraction, 'id' | 'applicationId' | 'token'>

/**
 * `late`: the three seconds for acknowledging have passed. `taken`: somebody else, such as a second process,
 * answered.
 */
type Acknowledged = 'acknowledged' | 'late' | 'taken'

/**
 * Limit for all attempts to acknowledge, in milliseconds: Discord allows three seconds.
 * https://docs.discord.com/developers/interactions/receiving-and-responding
 */
const FIRST_WORD_MS = 2_900

/** Limit for one attempt, so that a timeout leaves time for another. */
const ONE_TRY_MS = 1_300

/**
 * Acknowledges an interaction (answer to follow, form or suggestions) and retries while there is time.
 * Discord accepts one acknowledgement.
 * @throws if Discord refuses the acknowledgement itself
 */
export async function acknowledge(
  { id, token }: Asked,
  body: RESTPostAPIInteractionCallbackJSONBody,
  { tokened, noteAcknowledged }: Pick<AnswerTools, 'tokened' | 'noteAcknowledged'>,
): Promise<Acknowledged> {
  const ending = AbortSignal.timeout(FIRST_WORD_MS)
  let mayBeOurs = false
  const say = async (): Promise<Acknowledged> => {
    try {
      const signal = AbortSignal.any([ending, AbortSignal.timeout(ONE_TRY_MS)])
      // Sent without the bot's token, so a refusal says nothing about that token.
      await tokened.post(Routes.interactionCallback(id, token), { body, auth: false, signal })
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
    return await tryAgain(say, repeated(ending))
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
export const MOST_OUTSIDE = 5

/** `ending` is aborted when the answer can no longer be sent. */
interface ReplyTools extends Pick<AnswerTools, 'tokened' | 'log' | 'ending'> {
  /** Pictures attached to the messages that show them. */
  readonly pictures?: readonly DrawnPicture[]
}

/** How much of an answer arrived. Also `partly` if that is unknown. */
export type Reached = 'whole' | 'partly' | 'not'

/**
 * Sends the answer to a deferred interaction. Returns the id of its first message and how much arrived. The
 * first part replaces the placeholder; this edit can be repeated safely, so it is retried as often as needed.
 * The flag for Components V2 can only be set in this edit.
 * @throws if the first part could not be sent
 */
export async function tell(
  asked: Asked,
  [first, ...others]: readonly DiscordPart[],
  isPrivate: boolean,
  tools: ReplyTools,
): Promise<{ readonly id: string; readonly reached: Reached }> {
  const { tokened, ending, pictures = [] } = tools
  const shown = first === undefined ? {} : withPictures(first, pictures, true)
  const edit = () => tokened.patch(originalOf(asked), { ...shown, auth: false, signal: ending })
  const id = idOf(await tryAgain(edit, repeated(ending)))
  const reached = await followUp(asked, others, isPrivate, tools)
  return { id, reached: reached === 'not' ? 'partly' : reached }
}

/**
 * Deletes a placeholder that everybody sees, and answers the asker privately.
 * @throws if the placeholder could not be deleted
 */
export async function tellInstead(
  asked: Asked,
  parts: readonly DiscordPart[],
  tools: ReplyTools,
): Promise<Reached> {
  const { tokened, ending } = tools
  const takeBack = async (): Promise<void> => {
    try {
      await tokened.delete(originalOf(asked), { auth: false, signal: ending })
    } catch (error) {
      // An earlier attempt deleted it, but its answer was lost.
      if (!isRefusal(error, Codes.UnknownMessage)) throw error
    }
  }
  await tryAgain(takeBack, repeated(ending))
  return followUp(asked, parts, true, tools)
}

/**
 * Sends further messages. Discord has no nonce for them, so a message that may have arrived is not sent again
 * and the next one follows. After a refusal no more are sent.
 */
export async function followUp(
  { applicationId, token }: Asked,
  parts: readonly DiscordPart[],
  isPrivate: boolean,
  { tokened, log, ending, pictures = [] }: ReplyTools,
): Promise<Reached> {
  let [sent, isDoubtful] = [0, false]
  for (const part of parts) {
    const flags = (part.flags ?? 0) | (isPrivate ? MessageFlags.Ephemeral : 0)
    const call = { ...withPictures({ ...part, flags }, pictures, false), auth: false, signal: ending }
    try {
      await tryAgain(() => tokened.post(Routes.webhook(applicationId, token), call), unlessDone(ending))
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

const originalOf = ({ applicationId, token }: Asked): `/${string}` =>
  Routes.webhookMessage(applicationId, token, '@original')

/** Pause before the first retry, in milliseconds; doubled each time. */
const FIRST_MS = 250
const LONGEST_MS = 30_000

/** Retries for an idempotent call: after every failure except a refusal. */
export const repeated = (signal: AbortSignal): Trying => ({
  signal,
  pause: pauseAfter,
})

/** Retries for a call that must not be repeated once carried out: only if it certainly had no effect. */
const unlessDone = (signal: AbortSignal): Trying => ({
  signal,
  pause: (error, tries) => (toDeliveryError(error).mayHaveArrived ? null : pauseAfter(error, tries)),
})

function pauseAfter(error: unknown, tries: number): number | null {
  const { code, retryAfterMs } = toDeliveryError(error)
  if (code === 'rate-limited') return retryAfterMs ?? LONGEST_MS
  return code === 'unavailable' ? Math.min(FIRST_MS * 2 ** (tries - 1), LONGEST_MS) : null
}
