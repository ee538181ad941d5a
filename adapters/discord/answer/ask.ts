import type { BaseInteraction } from 'discord.js'
import type { Asker } from '../../../src/chat/command.ts'
import type { Request } from '../../../src/chat/commands.ts'
import type { Message } from '../../../src/records/message.ts'
import type { Commands } from '../../../src/chat/commands.ts'
import { say } from '../../../src/words/say.ts'
import { missingFor } from './missing-for.ts'

/** Asks for an answer, unless it could not be kept: a subscription to where the bot may not post. */
export async function ask(
  request: Request,
  interaction: BaseInteraction,
  asker: Asker,
  commands: Commands,
): Promise<Message> {
  const { language } = asker
  const missing = await missingFor(request, interaction, asker)
  if (missing !== null) {
    const permissions = new Intl.ListFormat(language).format(missing.permissions)
    const text = say('place.missing', language, { channel: missing.channel, permissions })
    return { kind: 'notice', level: 'warning', text, language }
  }
  return commands.answer(request, asker)
}
