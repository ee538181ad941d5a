import type { Asker, Command, Suggestion } from './command.ts'
import type { Message } from '../records/message.ts'

/** Values as a platform gives them, by option name; one option may have several. */
export type RawOptions = ReadonlyMap<string, readonly string[]>

/** What somebody asked, before it is checked. `Commands.audience` says whether others may see the answer. */
export interface Request {
  readonly command: Command
  readonly options: RawOptions
  /** What was wrong already with the text, in the reader's language (BCP 47). Empty where a platform has typed options. */
  readonly mistakes: readonly ((language: string) => string)[]
  /** A sentence in free words, to be understood in the zone and with the last answer of whoever says it; command and options are what it comes to as far as that needs neither. */
  readonly sentence?: string
}

/** What somebody who has asked nothing yet may begin with. */
export interface FirstSuggestions {
  /** Sentences in their language; `label` is short, `value` what they would say. At most four, as many as Slack shows (assistant.threads.setSuggestedPrompts). */
  readonly questions: readonly Suggestion[]
  /** Regions to follow, by id, those first of which most is read. */
  readonly regions: readonly Suggestion[]
}

/** All commands, and the one way in for text, typed options and buttons. */
export interface Commands {
  /** In the order in which help lists them. */
  readonly all: readonly Command[]
  /** Reads text: `syria since yesterday`, `search "grain deal" since:3d`. Never throws; costs no store. */
  read(text: string): Request
  /** Whether others may see the answer: what somebody sets up for themselves is theirs alone. Asked before anything runs. */
  audience(request: Request): Command['answer']
  /** Checks the options, then permission, then runs. A fault is thrown, a mistake is answered with a notice. */
  answer(request: Request, asker: Asker): Promise<Message>
  /** What is wrong with each option by itself, by its name and in the asker's language: for forms. From memory. */
  validate(command: Command, options: RawOptions, asker: Asker): ReadonlyMap<string, string>
  /** At most 25 values for what is being typed into an option; from memory, within a tenth of a second also while the store hangs. */
  suggest(command: Command, option: string, typed: string, asker: Asker): Promise<readonly Suggestion[]>
  /** For somebody who has asked nothing yet; within half a second also while the store hangs. */
  suggestFirst(asker: Asker): Promise<FirstSuggestions>
}
