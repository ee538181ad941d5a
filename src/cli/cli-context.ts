import type { Readable, Writable } from 'node:stream'
import { Argument, InvalidArgumentError } from 'commander'
import type { ChatAdapter } from '../chat/chat-adapter.ts'
import { type ChatPlatform, eitherOf, type TopicName } from '../chat/chat-platform.ts'
import type { Message } from '../records/message.ts'
import type { Settings } from '../settings/settings.ts'

/**
 * The command line's connection to the outside world. Created by `main.ts`, the only file that knows the
 * adapters.
 */
export interface CliContext {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly input: Readable & { readonly isTTY?: boolean }
  readonly output: Writable & { readonly isTTY?: boolean }
  readonly errors: Writable & { readonly isTTY?: boolean }
  /** Resolves when a person or the system asks the process to stop. */
  readonly stopped: Promise<void>
  /** How many files the process may have open at a time; null for no limit. */
  readonly openFiles: number | null
  setExitCode(code: number): void
  /** The terminal as a chat platform. Loaded on demand, because filters start faster without it. */
  terminal(): Promise<TerminalPlatform>
  /** The chat platforms that can be set up. */
  readonly platforms: readonly ChatPlatform[]
}

/** Prints to, and reads from, the terminal the program runs in. */
export interface TerminalPlatform {
  create(options: {
    readonly prompt: boolean
    /** IANA zone and BCP 47 language of the person at the terminal. */
    readonly zone: string
    readonly language: string
    readonly topicName: TopicName
  }): ChatAdapter & {
    /** Resolves when the reader leaves. */
    readonly closed: Promise<void>
  }
  render(message: Message, topicName: TopicName): string
  /** Loaded on demand, because it is rarely used. */
  renderMarkdown(message: Message, topicName: TopicName): Promise<string>
  renderJson(message: Message): string
}

/** Exit codes of the process; README.md lists them. */
export const EXIT = {
  ok: 0,
  /** Something failed; the text on standard error says what to do. */
  fault: 1,
  /** The call or the settings are wrong. */
  usage: 2,
  /** It worked, but not for everything: a source failed, or a check did not pass. */
  partly: 3,
  /**
   * A person or the system stopped it before it was done. Shells use this code for a program ended by Ctrl-C.
   */
  stopped: 130,
} as const

/** Ends the call with an exit code and a text that is printed unchanged to standard error. */
export class Exit extends Error {
  readonly exitCode: number

  constructor(exitCode: (typeof EXIT)[keyof typeof EXIT], text: string) {
    super(text)
    this.exitCode = exitCode
  }
}

/** A signal that aborts when a person or the system asks the process to stop. */
export function stopSignal({ stopped }: Pick<CliContext, 'stopped'>): AbortSignal {
  const stopping = new AbortController()
  void stopped.then(() => stopping.abort())
  return stopping.signal
}

/**
 * Loads the settings.
 * @throws Exit that lists every mistake in them
 */
export async function openSettings({ env, platforms }: CliContext): Promise<Settings> {
  const { loadSettings } = await import('../settings/load-settings.ts')
  const loaded = loadSettings({ env, destinations: platforms.map(({ destinations }) => destinations) })
  if (loaded.ok) return loaded.settings
  const { formatDiagnostics } = await import('../settings/diagnostics.ts')
  throw new Exit(EXIT.usage, formatDiagnostics(loaded.mistakes))
}

/** The argument of commands that take a platform. It parses to the platform itself. */
export function platformArgument({ platforms }: CliContext): Argument {
  const names = eitherOf(platforms.map(({ platform }) => platform))
  return new Argument('<platform>', names).argParser((typed): ChatPlatform => {
    const found = platforms.find(({ platform }) => platform === typed.toLowerCase())
    if (found === undefined) throw new InvalidArgumentError(`Name ${names}.`)
    return found
  })
}
