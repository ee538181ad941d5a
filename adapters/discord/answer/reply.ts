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

/** What questions are answered with. */
export interface AnswerTools extends Pick<
  ChatTools,
  'memory' | 'log' | 'zone' | 'language' | 'now' | 'noteAcknowledged' | 'drawPictures'
> {
  readonly rest: REST
  /** For calls whose address holds the token of a question. */
  readonly tokened: REST
  /** Aborted when nobody waits for answers any more. */
  readonly ending: AbortSignal
  readonly settings: DiscordSettings
  readonly commands: Commands
  readonly known: KnownLanguages
  /** What servers allow beside what we do. */
  readonly limits: IntegrationLimits
  /** Signs buttons. */
  readonly secret: string
  /** With details apart where a thread can be opened for them. @throws DeliveryError */
  readonly draw: (
    message: Message,
    threads: boolean,
    options?: Pick<DrawOptions, 'pictures'>,
  ) => DiscordMessage
}

type Asked = Pick<BaseInteraction, 'id' | 'applicationId' | 'token'>

/**
 * `late` when nobody waits any more, since three seconds have passed; `taken` when somebody else answered this, such as
 * a second process.
 */
type Acknowledged = 'acknowledged' | 'late' | 'taken'

/**
 * For all tries of the first word, in milliseconds: it has to come within three seconds.
 * https://docs.discord.com/developers/interactions/receiving-and-responding
 */
const FIRST_WORD_MS = 2_900

/** For one of them, so that silence leaves time for another. */
const ONE_TRY_MS = 1_300

/** Says the first word (an answer is coming, a form, suggestions), again while there is time: Discord takes it once. @throws what refuses the word itself */
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
      // Without the bot's token: a refusal here says nothing about it.
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

/** Follow-ups of an app that is not on the server: https://docs.discord.com/developers/interactions/receiving-and-responding#followup-messages */
export const MOST_OUTSIDE = 5

/** `ending`: until then an answer may be told. */
interface ReplyTools extends Pick<AnswerTools, 'tokened' | 'log' | 'ending'> {
  /** They hang on what shows them. */
  readonly pictures?: readonly DrawnPicture[]
}

/** How much of an answer stands there; `partly` also where nobody knows. */
export type Reached = 'whole' | 'partly' | 'not'

/**
 * The answer to what was deferred: the id of its first message, and how much of it arrived. The first part takes the
 * place of the waiting line, in as many tries as it needs: an edit may be repeated. The flag for Components V2 can only
 * be set here.
 * @throws what kept the first part away
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

/** Takes back a waiting line that everybody sees, and tells the asker alone. @throws what kept the line there */
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
      // An earlier try took it back, though its answer was lost.
      if (!isRefusal(error, Codes.UnknownMessage)) throw error
    }
  }
  await tryAgain(takeBack, repeated(ending))
  return followUp(asked, parts, true, tools)
}

/**
 * Further messages. Discord knows no nonce for them, so one that may have arrived is not sent again; what comes behind
 * it is. Where one is refused, no other is tried.
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

/** Between tries, in milliseconds: doubled each time. */
const FIRST_MS = 250
const LONGEST_MS = 30_000

/** For a call of which a repeat changes nothing: made again whatever kept it from being answered, but for a refusal. */
export const repeated = (signal: AbortSignal): Trying => ({
  signal,
  pause: pauseAfter,
})

/** For a call that would show something twice: made again only where it surely was not carried out. */
const unlessDone = (signal: AbortSignal): Trying => ({
  signal,
  pause: (error, tries) => (toDeliveryError(error).mayHaveArrived ? null : pauseAfter(error, tries)),
})

function pauseAfter(error: unknown, tries: number): number | null {
  const { code, retryAfterMs } = toDeliveryError(error)
  if (code === 'rate-limited') return retryAfterMs ?? LONGEST_MS
  return code === 'unavailable' ? Math.min(FIRST_MS * 2 ** (tries - 1), LONGEST_MS) : null
}
