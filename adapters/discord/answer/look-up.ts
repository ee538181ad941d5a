import type { Asker } from '../../../src/chat/command.ts'
import type { Commands } from '../../../src/chat/commands.ts'
import type { Message } from '../../../src/records/message.ts'
import { say } from '../../../src/words/say.ts'

/** A web address in a text, without the marks that writing puts round it. */
const ADDRESS = /https?:\/\/[^\s<>|]+[^\s<>|.,;:!?'"”’»)\]}*_~`]/u

/** What is known about the first link of somebody's message: its story with all outlets, or why there is none. */
export async function lookUp(text: string, commands: Commands, asker: Asker): Promise<Message> {
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
