import type { ManagedChannel, Visitor } from '../records/access-key.ts'
import type { CommandHelp, Message } from '../records/message.ts'
import type { CommandInput } from './command-input.ts'

/** Who asks, and where. Adapters fill it from their platform. */
export interface Asker extends Visitor {
  /**
   * Id of the thread in `channel` that the question was written in or that it began. All who read there see
   * the question and, where it may be shown, the answer; a conversation is kept for each thread. Absent where
   * there is no thread, or where a thread is a channel of its own.
   */
  readonly thread?: string
  /** True on pages, where `here` is no channel. */
  readonly isOutsideChat?: boolean
  /** True when the platform does not tell where the person is; `zone` is then the bot's default. */
  readonly isZoneGuessed?: boolean
  /**
   * The person's own zone and languages, where the channel may have other settings. Used for what posts
   * elsewhere.
   */
  readonly person?: Pick<Asker, 'zone' | 'language' | 'reads'>
  /**
   * Finds a channel as people type it: `<#C123|desk>`, `<#123>`, `#desk`. Null where the asker sees no
   * channel of that name. Absent where there is only one place. May ask the platform; throws if that fails.
   */
  readonly findChannel?: (typed: string) => Promise<NamedChannel | null>
  /**
   * Finds the channels that the asker manages and where the bot may post: at most `MOST_MANAGED`, and none
   * where the platform does not answer. Absent where there is only one place. May ask the platform.
   */
  readonly findManaged?: () => Promise<readonly ManagedChannel[]>
}

/** A channel that somebody named. */
interface NamedChannel extends ManagedChannel {
  /** The asker may change its subscriptions. */
  readonly manages: boolean
}

/** Most managed channels that are listed for a person. Access keys for pages carry that list. */
export const MOST_MANAGED = 100

/** Who may give a command. */
export type Permission = 'anyone' | 'subscriber' | 'channel-manager' | 'admin' | 'host'

/**
 * What an option takes. Platforms with typed options map each kind to a type of their own; the same reader
 * reads text.
 */
export type OptionKind =
  | 'filter'
  | 'words'
  | 'region'
  | 'country'
  | 'topic'
  | 'source'
  | 'person'
  | 'language'
  | 'keywords'
  | 'moment'
  | 'rhythm'
  | 'times'
  | 'zone'
  | 'quiet'
  | 'story'
  | 'subscription'
  | 'address'
  | 'destination'
  | 'choice'
  | 'number'
  | 'line'

export interface CommandOption {
  readonly name: string
  readonly kind: OptionKind
  /** What it is for, in a language (BCP 47); at most 100 characters, as Discord allows. */
  readonly help: (language: string) => string
  readonly required: boolean
  /**
   * Takes several values. In text the option may be repeated; typed platforms separate the values with
   * commas.
   */
  readonly many: boolean
  /** The only values that it takes; empty where others are taken. */
  readonly choices: readonly string[]
  /** Smallest and largest allowed value of a number. */
  readonly range?: { readonly least: number; readonly most: number }
  /** `Commands.suggest` has values for it. */
  readonly suggests: boolean
  /** Used by buttons: text platforms have to read it; other platforms need not offer it. */
  readonly isForButtons?: true
}

/** A value to pick: `label` is shown, `value` is sent back. */
export interface Suggestion {
  readonly label: string
  readonly value: string
}

/**
 * One word of `/news`, as data. Discord registers it; Slack and the terminal parse text. Both produce the
 * same `CommandInput`.
 */
export interface Command {
  /** Words separated by blanks: `search`, `sources add`. */
  readonly name: string
  readonly options: readonly CommandOption[]
  /** The option that takes words without an option name before them; null where there is none. */
  readonly positionalOption: string | null
  /** Used by buttons: text platforms have to read it; other platforms need not offer it. */
  readonly isForButtons?: true
  readonly permission: Permission
  /**
   * Whether others in the channel see the answer. What somebody sets up for themselves stays private anyway.
   */
  readonly answer: 'private' | 'public'
  /** Help in a language (BCP 47). */
  readonly help: (language: string) => CommandHelp
  /**
   * Runs the command. Bad values (an unknown id, a missing permission) are answered with a notice, never
   * thrown.
   */
  run(input: CommandInput, asker: Asker): Promise<Message>
}
