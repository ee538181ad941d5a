import type { Command } from '../../src/chat/command.ts'
import type { Commands } from '../../src/chat/commands.ts'
import type { Message } from '../../src/records/message.ts'

/** Commands that pass the typed text to `answer`. */
export function echoing(answer: (words: string, channel: string) => Promise<Message>): Commands {
  const all = [echo('search'), echo('story'), echo('sources list')]
  const [first = echo('search')] = all
  return {
    all,
    read: (text) => ({ command: first, options: new Map([['words', [text]]]), mistakes: [] }),
    answer: ({ options }, { channel }) => answer(options.get('words')?.[0] ?? '', channel),
    audience: ({ command }) => command.answer,
    validate: () => new Map(),
    suggest: () => Promise.resolve([]),
    suggestFirst: () => Promise.resolve({ questions: [], regions: [] }),
  }
}

const echo = (name: string): Command => ({
  name,
  options: [],
  positionalOption: 'words',
  permission: 'anyone',
  answer: 'private',
  help: () => ({ words: name, summary: `${name}.`, examples: [] }),
  run: () => Promise.reject(new Error('only whole texts are answered')),
})

/** For an adapter that is not asked anything. */
export const NO_COMMANDS: Commands = {
  all: [],
  read: () => {
    throw new Error('nobody asks')
  },
  answer: () => Promise.reject(new Error('nobody asks')),
  audience: () => 'private',
  suggest: () => Promise.resolve([]),
  suggestFirst: () => Promise.resolve({ questions: [], regions: [] }),
  validate: () => new Map(),
}
