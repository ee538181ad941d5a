import {
  type APIModalInteractionResponseCallbackData,
  type BaseInteraction,
  ComponentType,
  type Interaction,
  InteractionResponseType,
  type Message as Written,
  type MessageComponentInteraction,
} from 'discord.js'
import { decodeButton } from '../../src/chat/action.ts'
import type { Asker } from '../../src/chat/command.ts'
import type { Request } from '../../src/chat/commands.ts'
import { lookUp } from '../../src/chat/look-up.ts'
import { cardNamed } from '../../src/chat/named.ts'
import { zoneHere } from '../../src/chat/zone-here.ts'
import { info, warning } from '../../src/commands/notice.ts'
import type { Message } from '../../src/records/message.ts'
import { answerIfAllowed, askerOf, isOutside, isDirectWithBot, whereaboutsOf } from './answer/asker.ts'
import { giveAnswer, notifyTooLate, type AnswerRequest } from './answer/give-answer.ts'
import { readRequest, suggestValues } from './answer/read-request.ts'
import { acknowledge, type AnswerTools } from './answer/reply.ts'
import { setNotifications } from './answer/set-notifications.ts'
import { readShare, typeRequest } from './answer/share.ts'
import { drawEditForm, drawSubscribeForm, readForm } from './answer/subscribe-form.ts'
import { walk } from './draw/pack.ts'
import { NOTIFICATIONS } from './setup/define-commands.ts'

/**
 * Answers whatever a person types, presses or fills in. Settles when the answer is sent; failures go to the
 * log.
 */
export async function answerInteraction(interaction: Interaction, tools: AnswerTools): Promise<void> {
  try {
    tools.knownLanguages.set(interaction.user.id, interaction.locale)
    await route(interaction, askerOf(whereaboutsOf(interaction), tools), tools)
  } catch (error) {
    tools.log.error({ err: error, interaction: interaction.id }, 'a question was not answered')
  }
}

async function route(interaction: Interaction, asker: Asker, tools: AnswerTools): Promise<void> {
  const { commands, secret } = tools
  if (interaction.isAutocomplete()) {
    const choices = [...(await suggestValues(interaction, commands, asker))]
    const type = InteractionResponseType.ApplicationCommandAutocompleteResult
    await acknowledge(interaction, { type, data: { choices } }, tools)
    return
  }
  if (interaction.isMessageContextMenuCommand()) {
    const address = ADDRESS.exec(textsOf(interaction.targetMessage).join(' '))?.[0]
    const find = (): Promise<Message> =>
      address === undefined ? Promise.resolve(info(asker, 'answer.noLink')) : lookUp(address, commands, asker)
    return giveAnswer(
      interaction,
      asker,
      { isPrivate: !isDirectWithBot(interaction), question: null, find },
      tools,
    )
  }
  if (interaction.isModalSubmit()) {
    const signed = decode(interaction.customId, tools)
    const begun = signed === null ? null : commands.read(signed)
    const filled = begun && readForm(interaction, begun, commands)
    return giveAnswer(interaction, asker, wishFor(filled, interaction, asker, tools), tools)
  }
  if (!interaction.isChatInputCommand() && !interaction.isMessageComponent()) return
  if (interaction.isChatInputCommand() && interaction.commandName === NOTIFICATIONS) {
    const find = () => setNotifications(interaction, asker, tools)
    return giveAnswer(interaction, asker, { isPrivate: true, question: null, find }, tools)
  }
  const signed = interaction.isChatInputCommand() ? null : decode(signedIn(interaction), tools)
  const shared = signed === null ? null : readShare(signed)
  if (shared !== null) {
    const find = () => answerIfAllowed(commands.read(shared), whereaboutsOf(interaction), asker, tools)
    return giveAnswer(interaction, asker, { isPrivate: false, question: null, find }, tools)
  }
  const request = interaction.isChatInputCommand()
    ? readRequest(interaction, commands)
    : signed === null
      ? null
      : commands.read(signed)
  const open = async (data: APIModalInteractionResponseCallbackData): Promise<void> => {
    const type = InteractionResponseType.Modal
    const acknowledged = await acknowledge(interaction, { type, data }, tools)
    if (acknowledged === 'late') await notifyTooLate(asker, interaction, tools)
  }
  if (request?.command.name === 'subscribe' && request.options.size === 0) {
    const zone = await zoneHere(commands, asker)
    return open(drawSubscribeForm({ ...asker, zone }, secret))
  }
  // The "Edit" button of a list carries only the id of the subscription.
  const edited =
    signed !== null && request?.command.name === 'edit' && request.options.size === 1
      ? await cardNamed(request.options.get('subscription')?.[0] ?? '', commands, asker)
      : null
  if (edited !== null) return open(drawEditForm(edited, asker.language, secret))
  return giveAnswer(interaction, asker, wishFor(request, interaction, asker, tools), tools)
}

/** The signed command: for a button its id, for a menu the chosen value. */
function signedIn(interaction: MessageComponentInteraction): string {
  return interaction.isStringSelectMenu() ? (interaction.values[0] ?? '') : interaction.customId
}

/** The command that a button carries; null if the bot never signed it, or signed it with another token. */
function decode(id: string, { secret }: AnswerTools): string | null {
  const signed = decodeButton(id, secret)
  return signed.status === 'genuine' ? signed.text : null
}

function wishFor(
  request: Request | null,
  interaction: BaseInteraction,
  asker: Asker,
  tools: AnswerTools,
): AnswerRequest {
  if (request === null) {
    const find = () => Promise.resolve(warning(asker, 'answer.oldButton'))
    return { isPrivate: true, question: null, find }
  }
  return {
    // In a direct message only the asker sees the answer anyway, and an ordinary message stays there.
    isPrivate:
      !isDirectWithBot(interaction) &&
      (tools.commands.audience(request) === 'private' || isOutside(interaction)),
    question: typeRequest(request, tools.commands),
    find: () => answerIfAllowed(request, whereaboutsOf(interaction), asker, tools),
  }
}

/** All text of a message, whether in its content, its embeds or its components. */
function textsOf({ content, embeds, components }: Written): readonly string[] {
  const texts = components
    .flatMap((component) => walk(component.toJSON()))
    .map((component) => (component.type === ComponentType.TextDisplay ? component.content : ''))
  return [content, ...embeds.flatMap(({ url, description }) => [url ?? '', description ?? '']), ...texts]
}

/** A web address in a text, without the punctuation around it. */
const ADDRESS = /https?:\/\/[^\s<>|]+[^\s<>|.,;:!?'"”’»)\]}*_~`]/u
