import { headlineOf } from '../briefings/tell-story.ts'
import type { Asker, Command } from '../chat/command.ts'
import type { Message } from '../records/message.ts'
import { say } from '../words/say.ts'
import { makerOf } from './asker.ts'
import { defineCommand } from './define-command.ts'
import type { CommandContext } from './command-context.ts'
import { info, quoted, warning } from './notice.ts'
import { keepChange } from './undo.ts'

/** `mute`: this channel is told nothing more of a story, and is told who wished that. `unmute` takes it back. */
export function muteCommand(name: 'mute' | 'unmute', newsroom: CommandContext): Command {
  return defineCommand({
    name,
    options: ['story'],
    required: ['story'],
    bare: 'story',
    permission: 'subscriber',
    answer: 'public',
    usage: `${name} STORY`,
    examples: [`${name} 7w3k`],
    async run({ story: typed }, asker) {
      const { channel, language } = asker
      const { archive, subscriptions } = newsroom
      const [story] = await archive.stories([typed ?? ''])
      if (story === undefined) return warning(asker, 'story.unknown', { id: quoted(typed ?? '', language) })
      const { id, handle = id } = story
      const title = quoted(headlineOf(story, language).title, language)
      if (name === 'mute') {
        await subscriptions.muteStory(channel, id, newsroom.now())
        await keepChange(
          [{ kind: 'mute', destination: channel, storyId: id, isMuted: true }],
          newsroom,
          asker,
        )
        const actions = [{ label: 'action.unmute', command: `unmute ${id}` }] as const
        return { ...announce('done', handle, title, asker), actions }
      }
      if ((await archive.muted()).get(channel)?.has(id) !== true)
        return info(asker, 'mute.none', { title, id: handle })
      await subscriptions.unmuteStory(channel, id)
      await keepChange([{ kind: 'mute', destination: channel, storyId: id, isMuted: false }], newsroom, asker)
      return announce('undone', handle, title, asker)
    },
  })
}

/** In a channel everybody sees what is told there no more, and by whose wish; in direct messages there is nobody else. */
function announce(done: 'done' | 'undone', id: string, title: string, asker: Asker): Message {
  const { isDirect, language } = asker
  if (isDirect) return info(asker, `mute.${done}`, { title, id })
  const person = makerOf(asker).name
  const text = say(`mute.${done}By`, language, { person, title, id })
  return { kind: 'notice', level: 'info', text, isForAll: true, language }
}
