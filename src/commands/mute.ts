import { headlineOf } from '../briefings/write-story.ts'
import type { Asker, Command } from '../chat/command.ts'
import type { Message } from '../records/message.ts'
import { say } from '../words/say.ts'
import { makerOf } from './asker.ts'
import { defineCommand } from './define-command.ts'
import type { CommandContext } from './command-context.ts'
import { info, listOf, notice, quoted, warning } from './notice.ts'
import { keepChange } from './undo.ts'

/** `mute`: this channel is told nothing more of a story; it is told who wished that. `unmute` reverses it. */
export function muteCommand(name: 'mute' | 'unmute', context: CommandContext): Command {
  return defineCommand({
    name,
    options: ['story'],
    required: name === 'mute' ? [] : ['story'],
    positionalOption: 'story',
    permission: 'subscriber',
    answer: 'public',
    usage: name === 'mute' ? 'mute [{story}]' : 'unmute {story}',
    examples: [`${name} 7w3k`],
    async run({ story: typed }, asker) {
      const { channel, language } = asker
      const { archive, subscriptions } = context
      if (typed === undefined) return listMuted(context, asker)
      const [story] = await archive.stories([typed ?? ''])
      if (story === undefined) return warning(asker, 'story.unknown', { id: quoted(typed ?? '', language) })
      const { id, handle = id } = story
      const title = quoted(headlineOf(story, language).title, language)
      if (name === 'mute') {
        await subscriptions.muteStory(channel, id, context.now())
        await keepChange([{ kind: 'mute', destination: channel, storyId: id, isMuted: true }], context, asker)
        const actions = [{ label: 'action.unmute', command: `unmute ${id}` }] as const
        return { ...announce('done', handle, title, asker), actions }
      }
      if ((await archive.muted()).get(channel)?.has(id) !== true)
        return info(asker, 'mute.none', { title, id: handle })
      await subscriptions.unmuteStory(channel, id)
      await keepChange([{ kind: 'mute', destination: channel, storyId: id, isMuted: false }], context, asker)
      return announce('undone', handle, title, asker)
    },
  })
}

/**
 * Mutes of older stories are not listed: a story is over a week after its last report, so its mute no longer
 * matters.
 */
const MUTED_FOR_MS = 14 * 24 * 3_600_000

/** Most muted stories listed; an answer has room for this many buttons. */
const MOST_LISTED = 10

async function listMuted(context: Pick<CommandContext, 'archive' | 'now'>, asker: Asker): Promise<Message> {
  const { archive } = context
  const ids = (await archive.muted()).get(asker.channel) ?? []
  const stories = (await archive.stories([...ids]))
    .filter(({ lastAt }) => lastAt > context.now() - MUTED_FOR_MS)
    .toSorted((one, other) => other.lastAt - one.lastAt)
  if (stories.length === 0) return info(asker, 'mute.empty')
  const { language } = asker
  const shown = stories.slice(0, MOST_LISTED).map((story) => {
    const { title } = headlineOf(story, language)
    return { id: story.id, title, named: `${quoted(title, language)} (${story.handle ?? story.id})` }
  })
  const titles = listOf(
    shown.map(({ named }) => named),
    language,
  )
  return {
    ...info(asker, 'mute.list', { count: stories.length, titles }),
    actions: shown.map(({ id, title }) => ({ label: 'action.unmute', name: title, command: `unmute ${id}` })),
  }
}

/**
 * In a channel, everybody is told what is muted there and by whom. In direct messages there is nobody else.
 */
function announce(done: 'done' | 'undone', id: string, title: string, asker: Asker): Message {
  const { isDirect, language } = asker
  if (isDirect) return info(asker, `mute.${done}`, { title, id })
  const person = makerOf(asker).name
  const text = say(`mute.${done}By`, language, { person, title, id })
  return { ...notice('info', text, asker), isForAll: true }
}
