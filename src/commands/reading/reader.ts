import type { Command, CommandOption } from '../../chat/command.ts'
import type { CommandInput } from '../../chat/command-input.ts'
import { say } from '../../words/say.ts'
import type { Mistake } from '../notice.ts'
import type { NameIndex } from '../name-index.ts'

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

/** Reads a value that is clean and not empty. */
export type Reader = (typed: string, around: ReadArguments) => Read

export const wrong = (mistake: Mistake): Read => ({ mistake })

export const tooLong = (typed: string, most: number): Read =>
  wrong((language) => say('mistake.tooLong', language, { count: typed.length, most }))

export const added = (list: readonly string[], value: string): string[] => [...new Set([...list, value])]
