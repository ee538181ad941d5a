import type { BaseInteraction } from 'discord.js'
import type { Asker } from '../../../src/chat/command.ts'
import type { Request } from '../../../src/chat/commands.ts'
import type { Message } from '../../../src/records/message.ts'
import { say } from '../../../src/words/say.ts'
import type { AnswerTools } from './answer-tools.ts'
import { missingFor } from './missing-for.ts'

/** Asks for an answer, unless it is not for this person or could not be kept: a subscription to where the bot may not post. */
export async function ask(
  request: Request,
  interaction: BaseInteraction,
  asker: Asker,
  { commands, settings }: AnswerTools,
): Promise<Message> {
  const { language } = asker
  const warn = (text: string): Message => ({ kind: 'notice', level: 'warning', text, language })
  if (isForHosts(request) && !isHost(asker, settings)) return warn(say('permission.host', language))
  const missing = await missingFor(request, interaction, asker)
  if (missing !== null) {
    const permissions = new Intl.ListFormat(language).format(missing.permissions)
    return warn(say('place.missing', language, { channel: missing.channel, permissions }))
  }
  return commands.answer(request, asker)
}

/** Sources are the same for all servers: whoever manages one of them must not take them from the others. */
const isForHosts = ({ command }: Request): boolean =>
  command.permission === 'admin' && command.name.startsWith('sources ')

/** Those who run the bot; on a bot for one server alone, those who manage it. */
function isHost({ user, workspace, isAdmin }: Asker, { admins, guild }: AnswerTools['settings']): boolean {
  return admins.has(user) || (isAdmin && workspace === guild)
}
