import {
  InteractionResponseType,
  MessageFlags,
  RESTJSONErrorCodes as Codes,
  Routes,
  type APIModalInteractionResponseCallbackData,
  type BaseInteraction,
  type REST,
  type RESTPostAPIInteractionCallbackJSONBody,
} from 'discord.js'
import { tryAgain } from '../../../src/chat/try-again.ts'
import { isNotSent, isRefusal, toDeliveryError } from '../errors.ts'
import { repeated } from './repeats.ts'

type Asked = Pick<BaseInteraction, 'id' | 'token'>

/**
 * `late` when nobody waits any more, since three seconds have passed; `taken` when somebody else answered this, such as
 * a second process.
 */
export type Heard = 'heard' | 'late' | 'taken'

/**
 * For all tries of the first word, in milliseconds: it has to come within three seconds.
 * https://docs.discord.com/developers/interactions/receiving-and-responding
 */
const FIRST_WORD_MS = 2_900

/** For one of them, so that silence leaves time for another. */
const ONE_TRY_MS = 1_300

/** Tells Discord that an answer is coming. */
export function defer(asked: Asked, isPrivate: boolean, rest: REST): Promise<Heard> {
  return acknowledge(
    asked,
    {
      type: InteractionResponseType.DeferredChannelMessageWithSource,
      data: isPrivate ? { flags: MessageFlags.Ephemeral } : {},
    },
    rest,
  )
}

/** Opens a form. */
export function showForm(
  asked: Asked,
  data: APIModalInteractionResponseCallbackData,
  rest: REST,
): Promise<Heard> {
  return acknowledge(asked, { type: InteractionResponseType.Modal, data }, rest)
}

/** Values for what is being typed. */
export function suggest(
  asked: Asked,
  choices: readonly { readonly name: string; readonly value: string }[],
  rest: REST,
): Promise<Heard> {
  return acknowledge(
    asked,
    {
      type: InteractionResponseType.ApplicationCommandAutocompleteResult,
      data: { choices: [...choices] },
    },
    rest,
  )
}

/** Says the first word, again while there is time: Discord takes it once. @throws what refuses the word itself */
async function acknowledge(
  { id, token }: Asked,
  body: RESTPostAPIInteractionCallbackJSONBody,
  rest: REST,
): Promise<Heard> {
  const ending = AbortSignal.timeout(FIRST_WORD_MS)
  let mayBeOurs = false
  const say = async (): Promise<Heard> => {
    try {
      const signal = AbortSignal.any([ending, AbortSignal.timeout(ONE_TRY_MS)])
      // Without the bot's token: a refusal here says nothing about it.
      await rest.post(Routes.interactionCallback(id, token), { body, auth: false, signal })
      return 'heard'
    } catch (error) {
      if (isRefusal(error, Codes.UnknownInteraction)) return 'late'
      if (isRefusal(error, Codes.InteractionHasAlreadyBeenAcknowledged)) return mayBeOurs ? 'heard' : 'taken'
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
