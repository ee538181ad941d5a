import type { Command, CommandOption, OptionKind, Suggestion } from '../../chat/command.ts'
import type { CommandInput } from '../../chat/command-input.ts'
import { say } from '../../words/say.ts'
import { type Mistake, quoted } from '../notice.ts'
import type { NameIndex } from '../name-index.ts'

/** How values of an option are read, recognised and suggested. */
export interface ValueReader {
  readonly kind: OptionKind
  /** Reads a value that is cleaned and not empty. */
  readonly read: (typed: string, around: ReadArguments) => Read
  /** Returns whether a text as a whole, including spaces and commas, is one value. */
  readonly knows?: (text: string, around: Pick<ReadingContext, 'nameIndex' | 'now'>) => boolean
  /** Suggests values for what is being typed, the likeliest first. */
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
  /** Unknown names are a mistake, not keywords. Used to tell a command from a sentence. */
  readonly namesOnly?: true
}

/** What a value is read against. */
export interface ReadArguments {
  readonly option: CommandOption
  readonly command: Command
  readonly draft: Draft
  /** All cleaned values, by the name of their option. */
  readonly given: ReadonlyMap<string, readonly string[]>
  readonly context: ReadingContext
}

/** The asker for whom values are suggested, and what there is to suggest. */
export interface SuggestingContext {
  readonly nameIndex: NameIndex
  /** IANA zone and language (BCP 47) of the asker. */
  readonly zone: string
  readonly language: string
  readonly commands: readonly string[]
}

/** Most suggested values: as many as a Discord menu shows (application-commands.mdx). */
export const MOST_SUGGESTIONS = 25

export const wrong = (mistake: Mistake): Read => ({ mistake })

/** Texts about a value that could not be read; they take only the value itself. */
type Misread = `mistake.${'time' | 'quiet' | 'rhythm' | 'deadline' | 'person' | 'address'}`

export const misread = (key: Misread, typed: string): Read =>
  wrong((language) => say(key, language, { typed: quoted(typed, language) }))

export const tooLong = (typed: string, most: number): Read =>
  wrong((language) => say('mistake.tooLong', language, { count: typed.length, most }))

export const added = (list: readonly string[] = [], value: string): string[] => [...new Set([...list, value])]

export const asTyped = (values: Iterable<string>): Suggestion[] =>
  Array.from(values, (value) => ({ label: value, value }))

/** Returns the values that begin with what is being typed. */
export const suggestionsFrom = (values: readonly string[], typed: string): Suggestion[] =>
  asTyped(values.filter((value) => value.toLowerCase().startsWith(typed.toLowerCase())))
