import { isDeepStrictEqual } from 'node:util'
import { LONGEST_BUTTON_TEXT } from '../../../src/chat/action.ts'
import type { Commands, Request } from '../../../src/chat/commands.ts'
import { isShareable } from '../../../src/chat/message-kinds.ts'
import type { Action, Message } from '../../../src/records/message.ts'

/** Begins what a button carries that shows a private answer to the channel; what was asked follows. */
const SHARE = 'share '

/** An answer with the button that asks the same again for all to see, where it says the same to everybody and the question fits into a button. */
export function withShare(message: Message, asked: string | null): Message {
  // A story is asked for in several ways, and always has an id.
  const question = message.kind === 'story' ? `story ${message.story.id}` : asked
  if (question === null || !isShareable(message) || SHARE.length + question.length > LONGEST_BUTTON_TEXT)
    return message
  const share: Action = { label: 'action.share', command: `${SHARE}${question}` }
  return { ...message, actions: [...(message.actions ?? []), share] }
}

/** What a button that shares asks for; null for any other. */
export function readShare(text: string): string | null {
  return text.startsWith(SHARE) ? text.slice(SHARE.length) : null
}

/** A request as somebody would type it; null where it cannot be typed so that it says the same. */
export function typeRequest({ command, options }: Request, commands: Commands): string | null {
  const pieces = [...options].flatMap(([name, values]) => values.map((value) => ({ name, value })))
  const keyed = pieces.map(({ name, value }) => `${name}:${/\s/u.test(value) ? `"${value}"` : value}`)
  const bare = pieces.map(({ name, value }, index) => (name === command.bare ? value : (keyed[index] ?? '')))
  const texts = [bare, keyed].map((words) => [command.name, ...words].join(' '))
  const says = (text: string): boolean => {
    const read = commands.read(text)
    return read.command.name === command.name && isDeepStrictEqual(read.options, options)
  }
  return texts.find(says) ?? null
}
