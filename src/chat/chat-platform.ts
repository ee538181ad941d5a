import type { ChatAdapter } from './chat-adapter.ts'
import type { Asker } from './command.ts'
import type { Commands } from './commands.ts'
import type { DrawMessagePictures } from '../pictures/message-pictures.ts'
import type { Platform } from '../records/platform.ts'
import type { ChatMemory } from '../records/ports/chat-memory.ts'
import type { Remedy } from '../records/notice.ts'
import type { Message } from '../records/message.ts'
import type { FatalError } from './fatal-error.ts'

export type Environment = Readonly<Record<string, string | undefined>>

/** Returns the name of a topic (IPTC code) in a language (BCP 47), where one is known. */
export type TopicName = (code: string, language: string) => string | undefined

/**
 * A platform before it is connected: its name, how things on it are named, and how it is set up, previewed
 * and opened. Every adapter but the terminal exports one and loads the rest of its folder only when a method
 * is called. `main.ts` lists them.
 */
export interface ChatPlatform {
  readonly platform: Platform
  /** How the settings name a place that briefings may go to. */
  readonly destinations: NameForm
  /** How a workspace is named, for example to forget it. */
  readonly workspaces: NameForm
  /** Reads the platform's own variables and makes the adapter. It connects with `start`. */
  open(env: Environment, tools: ChatTools): Promise<OpenedChat>
  /**
   * Guides a person through connecting the platform: what to press where, what to paste here.
   * @throws Error with a remedy
   */
  setUp(dialogue: SetupDialogue, env: Environment): Promise<void>
  /** Renders a message as the platform would show it, without connecting. */
  preview(message: Message, topicName: TopicName): Promise<ChatPreview>
  /** Names of what the platform shows of the bot besides messages; absent where it shows nothing else. */
  readonly surfaces?: readonly string[]
  /** Renders one of `surfaces` as somebody sees it who says something there, or said it before. */
  previewSurface?(name: string, visit: Visit): Promise<ChatPreview>
}

/** Who looks at a surface, and what they say. */
export interface Visit {
  readonly commands: Commands
  readonly asker: Asker
  /** Written as after `/news`; empty: nothing. */
  readonly said: string
  readonly topicName: TopicName
}

/** The form of a name with its platform in front: `slack:T012AB3CD`. */
export interface NameForm {
  /** Matches the whole name. */
  readonly pattern: RegExp
  /** An example for people who wrote something else. */
  readonly example: string
}

/**
 * Joins alternatives in English, for whoever runs the bot: "terminal, slack:C012AB3CD or
 * discord:SERVER/CHANNEL".
 */
export const eitherOf = (words: readonly string[]): string => EITHER.format(words)

// British English has no comma before the last alternative.
const EITHER = new Intl.ListFormat('en-GB', { type: 'disjunction' })

/**
 * A platform's settings as read from the environment. `absent`: none of its variables is set. `mistaken`:
 * what is wrong with each variable, never its value.
 */
export type ReadSettings<Settings> =
  | { readonly status: 'absent' }
  | { readonly status: 'mistaken'; readonly mistakes: readonly string[] }
  | { readonly status: 'set'; readonly settings: Settings }

/** An adapter, or why there is none: its settings are absent or mistaken. */
type OpenedChat =
  | Exclude<ReadSettings<never>, { status: 'set' }>
  | { readonly status: 'open'; readonly adapter: ChatAdapter }

/** What an adapter is given, apart from its network. */
export interface ChatTools {
  /** Keeps what an adapter must remember across restarts. */
  readonly memory: ChatMemory
  readonly topicName: TopicName
  /** Used where the platform does not tell a person's own: IANA zone and BCP 47 language. */
  readonly zone: string
  readonly language: string
  readonly log: ChatLog
  /** The current time, ms since 1970. */
  readonly now: () => number
  /** Draws the pictures that go with a message. */
  readonly drawPictures: DrawMessagePictures
  /**
   * Lets posts to a destination that was given up begin again, because the bot was invited back. Resolves to
   * false where it was not given up.
   */
  readonly resumeDestination: (destination: string) => Promise<boolean>
  /** Destinations that were given up and get no posts. */
  readonly pausedDestinations: () => Promise<readonly string[]>
  /**
   * To be called when the platform says that a channel was deleted or the bot removed from it. Nothing more
   * is posted to this destination, what waits for it counts as not told, and the owners of its subscriptions
   * are notified once, however often this is called. Does nothing where nobody subscribes.
   */
  readonly loseDestination: (destination: string, lost: LostChannel) => Promise<void>
  /** Records after how many ms a request of the platform was acknowledged. */
  readonly noteAcknowledged: (platform: Platform, ms: number) => void
  /**
   * Ends the program because this platform cannot be reached any more. Until `start` has settled, `start`
   * throws the error instead.
   */
  readonly endProgram: (error: FatalError) => void
}

/** Why nothing can be posted to a channel any more. */
export interface LostChannel {
  readonly code: 'channel-gone' | 'not-allowed'
  /** Present where more is known than the code says. */
  readonly remedy?: Remedy
  /** The platform's words, in English, for the log and for `why`. */
  readonly reason: string
}

/** Takes the fields first, then what happened. Neither may hold a secret or what people wrote. */
export interface ChatLog {
  debug(fields: object, text: string): void
  info(fields: object, text: string): void
  warn(fields: object, text: string): void
  error(fields: object, text: string): void
}

/** Talks with the person who connects a platform. */
export interface SetupDialogue {
  say(text: string): void
  /**
   * Asks for one line that the person types or pastes; with `secret` it is not shown.
   * @throws Error when there is nobody to ask
   */
  ask(question: string, options?: { readonly secret?: boolean }): Promise<string>
  /**
   * Writes variables to the env file that `dragoman` reads when it starts, readable only by its owner.
   * Removes those that are null. Says where the file is.
   */
  keep(variables: Readonly<Record<string, string | null>>): Promise<void>
}

/** What a platform would show, without sending it. */
export interface ChatPreview {
  /** One HTML page that needs no other file. */
  readonly html: string
  /** What would be sent, as JSON. */
  readonly payload: unknown
}
