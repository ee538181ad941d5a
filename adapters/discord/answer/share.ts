import { isDeepStrictEqual } from 'node:util'
import { LONGEST_BUTTON_TEXT } from '../../../src/chat/action.ts'
import type { Commands, Request } from '../../../src/chat/commands.ts'
import { isShareable } from '../../../src/chat/message-kinds.ts'
import type { Action, Message } from '../../../src/records/message.ts'

/** Prefix of the command of a share button; the question follows. */
const SHARE = 'share '

/**
 * Adds a button that asks the same question publicly, if the answer is the same for everybody and the
 * question fits into a button.
 */
export function withShare(message: Message, asked: string | null): Message {
  // A story can be asked for in several ways, but always has an id.
  const question = message.kind === 'story' ? `story ${message.story.id}` : asked
  if (question === null || !isShareable(message) || SHARE.length + question.length > LONGEST_BUTTON_TEXT)
    return message
  const share: Action = { label: 'action.share', command: `${SHARE}${question}` }
  return { ...message, actions: [...(message.actions ?? []), share] }
}

/** The question in a share button; null for any other button. */
export function readShare(text: string): string | null {
  return text.startsWith(SHARE) ? text.slice(SHARE.length) : null
}

/** Writes a request as typed text; null if no text reads back as the same request. */
export function typeRequest({ command, options }: Request, commands: Commands): string | null {
  const pieces = [...options].flatMap(([name, values]) => values.map((value) => ({ name, value })))
  const keyed = pieces.map(({ name, value }) => `${name}:${/\s/u.test(value) ? `"${value}"` : value}`)
  const bare = pieces.map(({ name, value }, index) =>
    name === command.positionalOption ? value : (keyed[index] ?? ''),
  )
  const texts = [bare, keyed].map((words) => [command.name, ...words].join(' '))
  const says = (text: string): boolean => {
    const read = commands.read(text)
    return read.command.name === command.name && isDeepStrictEqual(read.options, options)
  }
  return texts.find(says) ?? null
}
