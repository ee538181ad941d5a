import type { ChatAdapter } from './chat-adapter.ts'
import type { Asker } from './command.ts'
import type { Commands } from './commands.ts'
import type { DrawMessagePictures } from '../pictures/message-pictures.ts'
import type { Platform } from '../records/platform.ts'
import type { ChatMemory } from '../records/ports/chat-memory.ts'
import type { Remedy } from '../records/notice.ts'
import type { Message } from '../records/message.ts'
import type { FatalError } from './fatal-error.ts'

/** Variables of the environment. */
export type Environment = Readonly<Record<string, string | undefined>>

/** Name of a topic (IPTC code) in a language (BCP 47). */
export type TopicName = (code: string, language: string) => string | undefined

/**
 * A platform before anybody is connected: its name, what is named on it, how it is set up, looked at and opened. Each adapter but the terminal gives one, which
 * loads the rest of its folder when it is asked; `main.ts` lists them.
 */
export interface ChatPlatform {
  readonly platform: Platform
  /** Where a briefing may go, in settings. */
  readonly destinations: NameForm
  /** A workspace that can be forgotten. */
  readonly workspaces: NameForm
  /** Reads the platform's own variables and makes the adapter, which connects with `start`. */
  open(env: Environment, tools: ChatTools): Promise<OpenedChat>
  /** Leads a person through connecting it: what to press where, what to paste here. @throws Error with a remedy */
  setUp(dialogue: SetupDialogue, env: Environment): Promise<void>
  /** A message as the platform would show it, without connecting. */
  preview(message: Message, topicName: TopicName): Promise<ChatPreview>
  /** What the platform shows of the bot beside messages, by name; absent where it has nothing else. */
  readonly surfaces?: readonly string[]
  /** One of them, as it would be shown to somebody who says something there, or said it before. */
  previewSurface?(name: string, visit: Visit): Promise<ChatPreview>
}

/** Who looks at something, and what they say. */
export interface Visit {
  readonly commands: Commands
  readonly asker: Asker
  /** As behind `/news`; empty: nothing. */
  readonly said: string
  readonly topicName: TopicName
}

/** How something is named with its platform in front: `slack:T012AB3CD`. */
export interface NameForm {
  /** Takes the whole name. */
  readonly pattern: RegExp
  /** For people who wrote another. */
  readonly example: string
}

/** "terminal, slack:C012AB3CD or discord:SERVER/CHANNEL": alternatives in English, for whoever runs the bot. */
export const eitherOf = (words: readonly string[]): string => EITHER.format(words)

// British: without a comma before the last.
const EITHER = new Intl.ListFormat('en-GB', { type: 'disjunction' })

/** `absent` where none of the platform's variables is set; `mistaken` with what is wrong with each, never with its value. */
export type ReadSettings<Settings> =
  | { readonly status: 'absent' }
  | { readonly status: 'mistaken'; readonly mistakes: readonly string[] }
  | { readonly status: 'set'; readonly settings: Settings }

type OpenedChat =
  | Exclude<ReadSettings<never>, { status: 'set' }>
  | { readonly status: 'open'; readonly adapter: ChatAdapter }

/** What an adapter works with beside its network. */
export interface ChatTools {
  readonly memory: ChatMemory
  readonly topicName: TopicName
  /** Where a platform does not tell: IANA zone and BCP 47 language. */
  readonly zone: string
  readonly language: string
  readonly log: ChatLog
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** The pictures that go with a message. */
  readonly drawPictures: DrawMessagePictures
  /** Calls to a destination that was given up begin again: the bot was invited back. */
  readonly resumeDestination: (destination: string) => Promise<boolean>
  /** Destinations that get no call, since they were given up. */
  readonly pausedDestinations: () => Promise<readonly string[]>
  /**
   * The platform says that a channel was deleted or the bot removed from it: no further call is made to this destination, what waits for it counts as
   * untold, and the owners of what speaks there are told, once however often it is said. Nothing happens where nobody subscribes.
   */
  readonly loseDestination: (destination: string, lost: LostChannel) => Promise<void>
  /** A request of the platform was acknowledged so many milliseconds after it came in. */
  readonly noteAcknowledged: (platform: Platform, ms: number) => void
  /**
   * Ends the program, since this platform cannot be spoken with any more. Before `start` has settled, `start` throws
   * instead.
   */
  readonly endProgram: (error: FatalError) => void
}

/** Why nothing can be posted to a channel any more. */
export interface LostChannel {
  readonly code: 'channel-gone' | 'not-allowed'
  /** Where more is known than the code says. */
  readonly remedy?: Remedy
  /** The platform's words, in English, for the log and for `why`. */
  readonly reason: string
}

/** Fields first, then what happened. Never a secret, never what people wrote. */
export interface ChatLog {
  debug(fields: object, text: string): void
  info(fields: object, text: string): void
  warn(fields: object, text: string): void
  error(fields: object, text: string): void
}

export interface SetupDialogue {
  say(text: string): void
  /** One line that the person types or pastes; a secret one is not shown. @throws Error when there is nobody to ask */
  ask(question: string, options?: { readonly secret?: boolean }): Promise<string>
  /**
   * Writes variables to the env file that `dragoman` reads at its start, readable by its owner alone; takes out those
   * that are null. Says where.
   */
  keep(variables: Readonly<Record<string, string | null>>): Promise<void>
}

export interface ChatPreview {
  /** One page that needs nothing else. */
  readonly html: string
  /** What would be sent, as JSON. */
  readonly payload: unknown
}
