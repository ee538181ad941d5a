import type { Command, CommandOption, OptionKind, Suggestion } from '../../chat/command.ts'
import type { CommandInput } from '../../chat/command-input.ts'
import { say } from '../../words/say.ts'
import { type Mistake, quoted } from '../notice.ts'
import type { NameIndex } from '../name-index.ts'

/** How the values of an option are read, recognised and suggested. */
export interface ValueReader {
  readonly kind: OptionKind
  /** Reads a value that is clean and not empty. */
  readonly read: (typed: string, around: ReadArguments) => Read
  /** Whether a text as a whole, blanks and commas and all, is one value. */
  readonly knows?: (text: string, around: Pick<ReadingContext, 'nameIndex' | 'now'>) => boolean
  /** Values for what is being typed, the likeliest first. */
  readonly suggest?: (typed: string, around: SuggestingContext) => readonly Suggestion[]
}

/** The input as far as it was read. */
export type Draft = CommandInput

/** What a value changes in the input, or what is wrong with it. */
export type Read = { readonly change: Partial<Draft> } | { readonly mistake: Mistake }

/** What texts are read against. */
export interface ReadingContext {
  readonly nameIndex: NameIndex
  /** Milliseconds since 1970. */
  readonly now: number
  /** IANA zone of the asker. */
  readonly zone: string
  /** Names that no list has are a mistake, not keywords: to tell a command from a sentence. */
  readonly namesOnly?: true
}

/** What a value is read against. */
export interface ReadArguments {
  readonly option: CommandOption
  readonly command: Command
  readonly draft: Draft
  /** Everything that was given, cleaned, by the name of its option. */
  readonly given: ReadonlyMap<string, readonly string[]>
  readonly context: ReadingContext
}

/** For whom values are suggested, and what there is. */
export interface SuggestingContext {
  readonly nameIndex: NameIndex
  /** IANA zone and language (BCP 47) of the asker. */
  readonly zone: string
  readonly language: string
  /** Names of all commands. */
  readonly commands: readonly string[]
}

/** Values that are suggested at most: as many as a Discord menu shows (application-commands.mdx). */
export const MOST_SUGGESTIONS = 25

export const wrong = (mistake: Mistake): Read => ({ mistake })

/** What is told of a value that is none, with nothing but the value itself. */
type Misread = `mistake.${'time' | 'quiet' | 'rhythm' | 'deadline' | 'person' | 'address'}`

export const misread = (key: Misread, typed: string): Read =>
  wrong((language) => say(key, language, { typed: quoted(typed, language) }))

export const tooLong = (typed: string, most: number): Read =>
  wrong((language) => say('mistake.tooLong', language, { count: typed.length, most }))

export const added = (list: readonly string[] = [], value: string): string[] => [...new Set([...list, value])]

export const asTyped = (values: Iterable<string>): Suggestion[] =>
  Array.from(values, (value) => ({ label: value, value }))

/** Those of some values that begin as what is being typed does. */
export const beginning = (values: readonly string[], typed: string): Suggestion[] =>
  asTyped(values.filter((value) => value.toLowerCase().startsWith(typed.toLowerCase())))
