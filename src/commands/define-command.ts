import type { CommandInput } from '../chat/command-input.ts'
import type { Asker, Command, Permission } from '../chat/command.ts'
import type { Message } from '../records/message.ts'
import { say } from '../words/say.ts'
import type { PhraseKey } from '../words/catalogues.ts'
import { type OptionName, optionsOf } from './options.ts'

/** Every command has a text that says what it does. */
type CommandName = Extract<PhraseKey, `command.${string}`> extends `command.${infer Name}` ? Name : never

/** What is particular to one command. */
interface CommandShape {
  readonly name: CommandName
  readonly options: readonly OptionName[]
  readonly required?: readonly OptionName[]
  readonly bare?: OptionName
  readonly permission?: Permission
  readonly answer?: Command['answer']
  readonly isCarried?: true
  /** How it is typed; the same words in every language. */
  readonly usage: string
  readonly examples: readonly string[]
  readonly run: (input: CommandInput, asker: Asker) => Promise<Message>
}

/** A command for anyone, answered in private, unless it says otherwise. */
export function defineCommand(shape: CommandShape): Command {
  const { name, bare = null, permission = 'anyone', answer = 'private', usage: words, examples, run } = shape
  const options = optionsOf(shape.options, shape.required)
  return {
    name,
    options,
    bare,
    permission,
    answer,
    ...(shape.isCarried === true && { isCarried: true as const }),
    help: (language) => ({
      words,
      summary: say(`command.${name}`, language),
      examples,
      options: options.map((option) => ({ name: option.name, help: option.help(language) })),
    }),
    run,
  }
}
