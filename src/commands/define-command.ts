import type { Asker, Command, Permission } from '../chat/command.ts'
import type { CommandInput } from '../chat/command-input.ts'
import type { Message } from '../records/message.ts'
import { say } from '../words/say.ts'
import type { PhraseKey } from '../words/catalogues.ts'
import { options, type OptionName } from './options.ts'

/** What is particular to one command. */
interface CommandShape {
  readonly name: string
  readonly options: readonly OptionName[]
  readonly required?: readonly OptionName[]
  readonly bare?: OptionName
  readonly permission?: Permission
  readonly answer?: Command['answer']
  readonly help: Extract<PhraseKey, `command.${string}`>
  /** How it is typed; the same words in every language. */
  readonly usage: string
  readonly examples: readonly string[]
  readonly run: (input: CommandInput, asker: Asker) => Promise<Message>
}

/** A command for anyone, answered in private, unless it says otherwise. */
export function defineCommand(shape: CommandShape): Command {
  const own = options(shape.options, shape.required)
  return {
    name: shape.name,
    options: own,
    bare: shape.bare ?? null,
    permission: shape.permission ?? 'anyone',
    answer: shape.answer ?? 'private',
    help: (language) => ({
      words: shape.usage,
      summary: say(shape.help, language),
      examples: shape.examples,
      options: own.map((option) => ({ name: option.name, help: option.help(language) })),
    }),
    run: shape.run,
  }
}
