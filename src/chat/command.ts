import type { ManagedChannel, Visitor } from '../records/access-key.ts'
import type { CommandHelp, Message } from '../records/message.ts'
import type { CommandInput } from './command-input.ts'

/** Who asks and where; adapters fill it from their platform. */
export interface Asker extends Visitor {
  /**
   * Id of the thread in `channel` that they wrote in or that their question began: all who read there read the question and what may be shown of the answer, and a
   * conversation goes by it. Absent where a question stands in none, or a thread is a channel of its own.
   */
  readonly thread?: string
  /** The platform does not tell where the person is: `zone` is the one that the bot is set to. */
  readonly isZoneGuessed?: boolean
  /** Zone and languages of the person, where something else may be set for the channel: for what speaks elsewhere. */
  readonly person?: Pick<Asker, 'zone' | 'language' | 'reads'>
  /**
   * Looks for a channel as people type it: `<#C123|desk>`, `<#123>`, `#desk`. Null where the asker sees none of that name. Absent where there is one place only.
   * May ask the platform; a fault is thrown.
   */
  readonly findChannel?: (typed: string) => Promise<NamedChannel | null>
  /**
   * Looks for the channels that they manage and where the bot may speak: at most `MOST_MANAGED`; none where the platform does not answer. Absent where there is one place
   * only. May ask the platform.
   */
  readonly findManaged?: () => Promise<readonly ManagedChannel[]>
}

/** A channel that somebody named. */
interface NamedChannel extends ManagedChannel {
  /** The asker may change what speaks there. */
  readonly manages: boolean
}

/** Channels that somebody manages, as far as pages list them; their keys carry them along. */
export const MOST_MANAGED = 100

/** Who may give a command. */
export type Permission = 'anyone' | 'subscriber' | 'channel-manager' | 'admin' | 'host'

/** What an option takes. Typed platforms map each to one of their own types; text is read by the same reader. */
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
  | 'span'
  | 'story'
  | 'subscription'
  | 'address'
  | 'destination'
  | 'choice'
  | 'number'
  | 'line'

/** One option of a command. */
export interface CommandOption {
  readonly name: string
  readonly kind: OptionKind
  /** What it is for, in the reader's language (BCP 47); at most 100 characters, as Discord allows. */
  readonly help: (language: string) => string
  readonly required: boolean
  /** Text platforms may give it several times; typed platforms separate values with commas. */
  readonly many: boolean
  /** The only values it takes; none where it takes others. */
  readonly choices: readonly string[]
  /** Smallest and largest value of a number. */
  readonly range?: { readonly least: number; readonly most: number }
  /** `suggest` has answers for it. */
  readonly suggests: boolean
  /** Buttons carry it: text platforms read it, and others need not offer it. */
  readonly isCarried?: true
}

/** A value to pick: `label` is shown, `value` is given back. */
export interface Suggestion {
  readonly label: string
  readonly value: string
}

/** One word of `/news`, as data. Discord registers it; Slack and the terminal parse text; both end in the same `CommandInput`. */
export interface Command {
  /** Path of words: `search`, `sources add`. */
  readonly name: string
  readonly options: readonly CommandOption[]
  /** The option that takes words without a name before them. */
  readonly bare: string | null
  /** Buttons carry it: text platforms read it, and others need not offer it. */
  readonly isCarried?: true
  readonly permission: Permission
  /** Whether others in the channel see the answer, where it is not for the asker's own use. */
  readonly answer: 'private' | 'public'
  /** In the reader's language (BCP 47). */
  readonly help: (language: string) => CommandHelp
  /** Bad values (an unknown id, no permission) are answered with a notice, never thrown. */
  run(input: CommandInput, asker: Asker): Promise<Message>
}
