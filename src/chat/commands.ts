import type { Asker, Command, Suggestion } from './command.ts'
import type { Message } from '../records/message.ts'

/** Values as a platform gives them, by option name. An option may have several. */
export type RawOptions = ReadonlyMap<string, readonly string[]>

/** What somebody asked, before it is checked. `Commands.audience` tells whether others may see the answer. */
export interface Request {
  readonly command: Command
  readonly options: RawOptions
  /**
   * Mistakes found while the text was read, each as a function of a language (BCP 47). Empty for typed
   * options.
   */
  readonly mistakes: readonly ((language: string) => string)[]
  /**
   * A sentence in free words. It is understood later, with the zone and the last answer of its author.
   * `command` and `options` hold what can be understood without these.
   */
  readonly sentence?: string
}

/** What somebody who has asked nothing yet may begin with. */
export interface FirstSuggestions {
  /**
   * Sentences in the asker's language; `label` is short, `value` is what they would say. At most four,
   * because Slack shows no more (assistant.threads.setSuggestedPrompts).
   */
  readonly questions: readonly Suggestion[]
  /** Regions to follow, by id, the most read first. */
  readonly regions: readonly Suggestion[]
}

/** All commands, and the only entry for text, typed options and buttons. */
export interface Commands {
  /** In the order in which help lists them. */
  readonly all: readonly Command[]
  /**
   * Parses text: `syria since yesterday`, `search "grain deal" since:3d`. Never throws; does not access the
   * store.
   */
  read(text: string): Request
  /**
   * Returns whether others may see the answer: what somebody sets up for themselves is private. Called before
   * anything runs.
   */
  audience(request: Request): Command['answer']
  /**
   * Checks the options, then the permission, then runs the command. Faults are thrown; mistakes are answered
   * with a notice.
   */
  answer(request: Request, asker: Asker): Promise<Message>
  /**
   * Returns what is wrong with each option taken alone, by option name and in the asker's language. For
   * forms; does not access the store.
   */
  validate(command: Command, options: RawOptions, asker: Asker): ReadonlyMap<string, string>
  /**
   * Returns at most 25 values for what is being typed into an option. Answers from memory within 100 ms, even
   * while the store hangs.
   */
  suggest(command: Command, option: string, typed: string, asker: Asker): Promise<readonly Suggestion[]>
  /**
   * Returns what somebody who has asked nothing yet may begin with, within 500 ms even while the store hangs.
   */
  suggestFirst(asker: Asker): Promise<FirstSuggestions>
}
