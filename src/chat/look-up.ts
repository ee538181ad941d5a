import type { Message } from '../records/message.ts'
import type { Asker } from './command.ts'
import type { Commands } from './commands.ts'
import { commandNamed } from './named.ts'

/** Returns the story of an article by its http(s) address, or else the reason why there is none. */
export async function lookUp(address: string, commands: Commands, asker: Asker): Promise<Message> {
  return (await storyOf(address, commands, asker)) ?? ask('why', 'address', address, commands, asker)
}

type StoryMessage = Extract<Message, { readonly kind: 'story' }>

/** Returns the story of an article; null where we have not read the article. */
export async function storyOf(
  address: string,
  commands: Commands,
  asker: Asker,
): Promise<StoryMessage | null> {
  const message = await ask('story', 'story', address, commands, asker)
  return message.kind === 'story' ? message : null
}

/** Passes the value as an option, since an address may hold what a parser would take for one. */
function ask(
  name: string,
  option: string,
  value: string,
  commands: Commands,
  asker: Asker,
): Promise<Message> {
  const command = commandNamed(commands, name)
  return commands.answer({ command, options: new Map([[option, [value]]]), mistakes: [] }, asker)
}
