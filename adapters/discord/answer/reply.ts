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
import type { DiscordPart } from '../discord-message.ts'
import { isRefusal } from '../errors.ts'
import { idOf } from '../transport/posted.ts'

/** Follow-ups of an app that is not on the server: https://docs.discord.com/developers/interactions/receiving-and-responding#followup-messages */
export const MOST_OUTSIDE = 5

type Asked = Pick<BaseInteraction, 'id' | 'token' | 'applicationId'>

/** `late` when nobody waits any more, since three seconds have passed; `taken` when this was answered already, by us or a second process. */
export type Heard = 'heard' | 'late' | 'taken'

/** Tells Discord that an answer is coming. */
export function defer(asked: Asked, isPrivate: boolean, rest: REST): Promise<Heard> {
  return callBack(
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
  return callBack(asked, { type: InteractionResponseType.Modal, data }, rest)
}

/** Values for what is being typed. */
export function suggest(
  asked: Asked,
  choices: readonly { readonly name: string; readonly value: string }[],
  rest: REST,
): Promise<Heard> {
  return callBack(
    asked,
    {
      type: InteractionResponseType.ApplicationCommandAutocompleteResult,
      data: { choices: [...choices] },
    },
    rest,
  )
}

async function callBack(
  { id, token }: Asked,
  body: RESTPostAPIInteractionCallbackJSONBody,
  rest: REST,
): Promise<Heard> {
  try {
    // Without the bot's token: a refusal here says nothing about it.
    await rest.post(Routes.interactionCallback(id, token), { body, auth: false })
    return 'heard'
  } catch (error) {
    if (isRefusal(error, Codes.UnknownInteraction)) return 'late'
    if (isRefusal(error, Codes.InteractionHasAlreadyBeenAcknowledged)) return 'taken'
    throw error
  }
}

/** The answer to what was deferred: its id. The first part takes the place of the waiting line; the flag for Components V2 can only be set here. */
export async function tell(
  { applicationId, token }: Asked,
  [first, ...others]: readonly DiscordPart[],
  isPrivate: boolean,
  rest: REST,
): Promise<string> {
  const original = Routes.webhookMessage(applicationId, token, '@original')
  const id = idOf(await rest.patch(original, { body: first, auth: false }))
  for (const part of others) await followUp({ applicationId, token }, part, isPrivate, rest)
  return id
}

/** Takes back a waiting line that everybody sees, and tells the asker alone. */
export async function tellInstead(
  asked: Pick<Asked, 'applicationId' | 'token'>,
  parts: readonly DiscordPart[],
  rest: REST,
): Promise<void> {
  await rest.delete(Routes.webhookMessage(asked.applicationId, asked.token, '@original'), { auth: false })
  for (const part of parts) await followUp(asked, part, true, rest)
}

async function followUp(
  { applicationId, token }: Pick<Asked, 'applicationId' | 'token'>,
  part: DiscordPart,
  isPrivate: boolean,
  rest: REST,
): Promise<void> {
  const flags = (part.flags ?? 0) | (isPrivate ? MessageFlags.Ephemeral : 0)
  await rest.post(Routes.webhook(applicationId, token), { body: { ...part, flags }, auth: false })
}
