import type { Message } from '../records/message.ts'
import type { Asker } from './command.ts'
import type { Commands } from './commands.ts'

/** What is known of an article by its address (http(s)): its story whole, or why there is none. */
export async function lookUp(address: string, commands: Commands, asker: Asker): Promise<Message> {
  return (await storyOf(address, commands, asker)) ?? ask('why', 'address', address, commands, asker)
}

type StoryMessage = Extract<Message, { readonly kind: 'story' }>

/** The story of an article; null where we have not read it. */
export async function storyOf(
  address: string,
  commands: Commands,
  asker: Asker,
): Promise<StoryMessage | null> {
  const message = await ask('story', 'story', address, commands, asker)
  return message.kind === 'story' ? message : null
}

/** An address may hold what text would take for an option. */
function ask(
  name: string,
  option: string,
  value: string,
  commands: Commands,
  asker: Asker,
): Promise<Message> {
  const command = commands.all.find((other) => other.name === name)
  if (command === undefined) throw new Error(`There is no command ${name}.`)
  return commands.answer({ command, options: new Map([[option, [value]]]), mistakes: [] }, asker)
}
