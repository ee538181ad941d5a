import type { Asker } from '../../../src/chat/command.ts'
import type { Message } from '../../../src/records/message.ts'
import type { Commands } from '../../../src/chat/commands.ts'
import type { DeskTools, FrontDesk } from './front-desk.ts'
import { giveAnswer } from './give-answer.ts'
import { arrivalOf } from './arrival.ts'
import { linksIn } from './links.ts'

/** `callback_id` of the message shortcut. */
export const LOOK_UP = 'look_up'

/** “What do we know about this?”: the stories behind the links of a message, for who asks alone. */
export function listenToLookUps(tools: DeskTools, desk: FrontDesk): void {
  const { app, commands, workspaces, askers, isNew } = tools
  app.shortcut({ callback_id: LOOK_UP, type: 'message_action' }, async ({ shortcut, ack, context }) => {
    await ack()
    const surface = await arrivalOf(shortcut, context, workspaces)
    await desk.guard(surface, async () => {
      if (!(await isNew(`shortcut ${shortcut.trigger_id}`))) return
      const links = linksIn(shortcut.message)
      if (links.length === 0) return desk.tell('answer.noLink', surface)
      const asker = await askers.of(surface)
      for (const link of links) {
        const story = await storyOf(link, asker, commands)
        const message = story ?? (await run('why', 'address', link, asker, commands))
        const asked = story === null ? null : `story ${story.story.id}`
        await giveAnswer({ message, visible: 'asker', asked }, surface, tools)
      }
    })
  })
}

type StoryMessage = Extract<Message, { readonly kind: 'story' }>

/** What we know of an article; null where we have not read it. */
export async function storyOf(link: string, asker: Asker, commands: Commands): Promise<StoryMessage | null> {
  const message = await run('story', 'story', link, asker, commands)
  return message.kind === 'story' ? message : null
}

/** An address may hold what text would take for an option. */
async function run(
  name: string,
  option: string,
  value: string,
  asker: Asker,
  commands: Commands,
): Promise<Message> {
  const command = commands.all.find((other) => other.name === name)
  if (command === undefined) throw new Error(`There is no command ${name}.`)
  return commands.answer({ command, options: new Map([[option, [value]]]), mistakes: [] }, asker)
}
