import {
  type BaseInteraction,
  type Interaction,
  InteractionResponseType,
  type MessageComponentInteraction,
} from 'discord.js'
import { decodeButton } from '../../src/chat/action.ts'
import type { Asker } from '../../src/chat/command.ts'
import type { Commands, Request } from '../../src/chat/commands.ts'
import { zoneHere } from '../../src/chat/zone-here.ts'
import type { Message } from '../../src/records/message.ts'
import { say } from '../../src/words/say.ts'
import { ask, askerOf, isOutside, isWithBot } from './answer/asker.ts'
import { giveAnswer, tellLate, type Wish } from './answer/give-answer.ts'
import { readRequest, suggestValues } from './answer/read-request.ts'
import { acknowledge, type AnswerTools } from './answer/reply.ts'
import { readShare, typeRequest } from './answer/share.ts'
import { drawSubscribeForm, readForm } from './answer/subscribe-form.ts'

/** Answers whatever somebody types, presses or fills in. Settles when the answer is out; what cannot be told goes to the log. */
export async function answerInteraction(interaction: Interaction, tools: AnswerTools): Promise<void> {
  try {
    await route(interaction, askerOf(interaction, tools), tools)
  } catch (error) {
    tools.log.error({ err: error, interaction: interaction.id }, 'a question was not answered')
  }
}

async function route(interaction: Interaction, asker: Asker, tools: AnswerTools): Promise<void> {
  const { tokened, commands, secret } = tools
  if (interaction.isAutocomplete()) {
    const choices = [...(await suggestValues(interaction, commands, asker))]
    const type = InteractionResponseType.ApplicationCommandAutocompleteResult
    await acknowledge(interaction, { type, data: { choices } }, tokened)
    return
  }
  if (interaction.isMessageContextMenuCommand()) {
    const { content, embeds } = interaction.targetMessage
    const text = [content, ...embeds.map(({ url }) => url ?? '')].join(' ')
    const wish = {
      isPrivate: !isWithBot(interaction),
      asked: null,
      find: () => lookUp(text, commands, asker),
    }
    return giveAnswer(interaction, asker, wish, tools)
  }
  if (interaction.isModalSubmit()) {
    const request = readSigned(interaction.customId, tools)
    const filled = request === null ? null : { ...request, options: readForm(interaction) }
    return giveAnswer(interaction, asker, wishFor(filled, interaction, asker, tools), tools)
  }
  if (!interaction.isChatInputCommand() && !interaction.isMessageComponent()) return
  const shared = interaction.isChatInputCommand() ? null : readShared(signedIn(interaction), tools)
  if (shared !== null) {
    const find = () => ask(commands.read(shared), interaction, asker, commands)
    return giveAnswer(interaction, asker, { isPrivate: false, asked: null, find }, tools)
  }
  const request = interaction.isChatInputCommand()
    ? readRequest(interaction.options.data, commands)
    : readSigned(signedIn(interaction), tools)
  if (request?.command.name === 'subscribe' && request.options.size === 0) {
    const zone = await zoneHere(commands, asker)
    const data = drawSubscribeForm({ ...asker, zone }, secret)
    const acknowledged = await acknowledge(
      interaction,
      { type: InteractionResponseType.Modal, data },
      tokened,
    )
    return acknowledged === 'late' ? tellLate(asker, interaction, tools) : undefined
  }
  return giveAnswer(interaction, asker, wishFor(request, interaction, asker, tools), tools)
}

/** The signed command: that of a button is its id, that of a menu the value that was chosen. */
function signedIn(interaction: MessageComponentInteraction): string {
  return interaction.isStringSelectMenu() ? (interaction.values[0] ?? '') : interaction.customId
}

/** What is asked again for all to see; null for any other button. */
function readShared(id: string, { secret }: AnswerTools): string | null {
  const signed = decodeButton(id, secret)
  return signed.status === 'genuine' ? readShare(signed.text) : null
}

/** Null for what we never signed, or signed with another token. */
function readSigned(id: string, { secret, commands }: AnswerTools): Request | null {
  const signed = decodeButton(id, secret)
  return signed.status === 'genuine' ? commands.read(signed.text) : null
}

function wishFor(
  request: Request | null,
  interaction: BaseInteraction,
  asker: Asker,
  tools: AnswerTools,
): Wish {
  if (request === null) {
    const { language } = asker
    const text = say('answer.oldButton', language)
    return {
      isPrivate: true,
      asked: null,
      find: () => Promise.resolve({ kind: 'notice', level: 'warning', text, language }),
    }
  }
  return {
    // With the bot alone everybody who sees the answer is the asker, and it shall stay.
    isPrivate:
      !isWithBot(interaction) && (tools.commands.audience(request) === 'private' || isOutside(interaction)),
    asked: typeRequest(request, tools.commands),
    find: () => ask(request, interaction, asker, tools.commands),
  }
}

/** A web address in a text, without the marks that writing puts round it. */
const ADDRESS = /https?:\/\/[^\s<>|]+[^\s<>|.,;:!?'"”’»)\]}*_~`]/u

/** What is known about the first link of somebody's message: its story with all outlets, or why there is none. */
async function lookUp(text: string, commands: Commands, asker: Asker): Promise<Message> {
  const address = ADDRESS.exec(text)?.[0]
  const why = commands.all.find(({ name }) => name === 'why')
  if (address === undefined || why === undefined)
    return {
      kind: 'notice',
      level: 'info',
      text: say('answer.noLink', asker.language),
      language: asker.language,
    }
  const traced = await commands.answer(
    { command: why, options: new Map([['address', [address]]]), mistakes: [] },
    asker,
  )
  const story =
    traced.kind === 'trace' ? traced.actions?.find(({ label }) => label === 'action.sideBySide') : undefined
  return story === undefined ? traced : commands.answer(commands.read(story.command), asker)
}
