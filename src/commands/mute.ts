import { headlineOf } from '../briefings/tell-story.ts'
import type { Asker, Command } from '../chat/command.ts'
import type { Message } from '../records/message.ts'
import { harmless } from '../words/harmless.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './define-command.ts'
import type { NewsroomView } from './newsroom-view.ts'
import { notice } from './notice.ts'
import { quoted } from './reading/list-of.ts'

/** Tells this channel nothing more of a story, and the channel who wished that. */
export function muteCommand(newsroom: NewsroomView): Command {
  return defineCommand({
    name: 'mute',
    options: ['story'],
    required: ['story'],
    bare: 'story',
    permission: 'subscriber',
    answer: 'public',
    help: 'command.mute',
    usage: 'mute STORY',
    examples: ['mute sts9wNz5DYOPlKypz'],
    run: ({ story }, asker) =>
      withStory(story ?? '', newsroom, asker, async (id, title) => {
        await newsroom.subscriptions.muteStory(asker.channel, id, newsroom.now())
        return {
          ...toldToAll('mute.done', id, title, asker),
          actions: [{ label: 'action.unmute', command: `unmute ${id}` }],
        }
      }),
  })
}

/** Takes a mute back. */
export function unmuteCommand(newsroom: NewsroomView): Command {
  return defineCommand({
    name: 'unmute',
    options: ['story'],
    required: ['story'],
    bare: 'story',
    permission: 'subscriber',
    answer: 'public',
    help: 'command.unmute',
    usage: 'unmute STORY',
    examples: ['unmute sts9wNz5DYOPlKypz'],
    run: ({ story }, asker) =>
      withStory(story ?? '', newsroom, asker, async (id, title) => {
        const muted = (await newsroom.archive.muted()).get(asker.channel)
        if (muted?.has(id) !== true)
          return notice('info', say('mute.none', asker.language, { title, id }), asker)
        await newsroom.subscriptions.unmuteStory(asker.channel, id)
        return toldToAll('mute.undone', id, title, asker)
      }),
  })
}

/** In a channel everybody sees what is told there no more, and by whose wish; in direct messages there is nobody else. */
function toldToAll(done: 'mute.done' | 'mute.undone', id: string, title: string, asker: Asker): Message {
  const { isDirect, language } = asker
  if (isDirect) return notice('info', say(done, language, { title, id }), asker)
  const byWhom = done === 'mute.done' ? 'mute.doneBy' : 'mute.undoneBy'
  const text = say(byWhom, language, { person: nameOf(asker), title, id })
  return { kind: 'notice', level: 'info', text, isForAll: true, language }
}

/** In one line; somebody of whom no name is known is told by their id. */
function nameOf({ name = '', user }: Asker): string {
  const shown = harmless(name).replaceAll(/\s+/gu, ' ').trim()
  return shown === '' ? user : shown
}

async function withStory(
  typed: string,
  newsroom: NewsroomView,
  asker: Asker,
  act: (id: string, title: string) => Promise<Message>,
): Promise<Message> {
  const [story] = await newsroom.archive.stories([typed])
  if (story === undefined)
    return notice(
      'warning',
      say('story.unknown', asker.language, { id: quoted(typed, asker.language) }),
      asker,
    )
  return act(story.id, quoted(headlineOf(story, asker.language).title, asker.language))
}
