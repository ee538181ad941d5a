import type { CommandInput } from '../chat/command-input.ts'
import type { Asker, Command, Permission } from '../chat/command.ts'
import type { Message } from '../records/message.ts'
import { say } from '../words/say.ts'
import type { PhraseKey } from '../words/catalogues.ts'
import { type OptionName, optionsOf } from './options.ts'

/** A command name must have a text that says what the command does. */
type CommandName = Extract<PhraseKey, `command.${string}`> extends `command.${infer Name}` ? Name : never

interface CommandShape {
  readonly name: CommandName
  readonly options: readonly OptionName[]
  readonly required?: readonly OptionName[]
  readonly positionalOption?: OptionName
  readonly permission?: Permission
  readonly answer?: Command['answer']
  readonly isForButtons?: true
  /**
   * How it is typed. Its words are the same in every language; parts in braces are translated (`usage.NAME`).
   */
  readonly usage: string
  readonly examples: readonly string[]
  readonly run: (input: CommandInput, asker: Asker) => Promise<Message>
}

/** Defines a command. Unless stated otherwise, anyone may use it and the answer is private. */
export function defineCommand({ usage, examples, required, ...shape }: CommandShape): Command {
  const options = optionsOf(shape.options, required)
  return {
    positionalOption: null,
    permission: 'anyone',
    answer: 'private',
    ...shape,
    options,
    help: (language) => ({
      words: tellUsage(usage, language),
      summary: say(`command.${shape.name}`, language),
      examples,
      options: options.map((option) => ({ name: option.name, help: option.help(language) })),
    }),
  }
}

type UsageName = Extract<PhraseKey, `usage.${string}`> extends `usage.${infer Name}` ? Name : never

const USAGE_NAMES = [
  'what',
  'time',
  'words',
  'story',
  'id',
  'zone',
  'city',
  'language',
  'name',
  'command',
  'outlet',
  'region',
  'country',
  'topic',
  'source',
  'or',
] as const satisfies readonly UsageName[]

const tellUsage = (usage: string, language: string): string =>
  USAGE_NAMES.reduce(
    (told, name) => told.replaceAll(`{${name}}`, () => say(`usage.${name}`, language)),
    usage,
  )
