import type { Readable, Writable } from 'node:stream'
import type { ChatAdapter } from '../chat/chat-adapter.ts'
import type { ChatPlatform, TopicName } from '../chat/chat-platform.ts'
import type { Message } from '../records/message.ts'

/** The outside world of the command line. `main.ts` fills it: only there are adapters known. */
export interface CliContext {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly input: Readable & { readonly isTTY?: boolean }
  readonly output: Writable & { readonly isTTY?: boolean }
  readonly errors: Writable & { readonly isTTY?: boolean }
  /** Settles when a person or the system asks the process to stop. */
  readonly stopped: Promise<void>
  /** How many files the system lets the process have open at a time; null for any number. */
  readonly openFiles: number | null
  setExitCode(code: number): void
  /** The terminal as a chat platform. Loaded when needed: filters start faster without it. */
  terminal(): Promise<TerminalPlatform>
  /** The platforms that one can set up. */
  readonly platforms: readonly ChatPlatform[]
}

/** What is printed and typed where the program runs. */
export interface TerminalPlatform {
  create(options: {
    readonly prompt: boolean
    /** Of who sits here: IANA zone, and BCP 47 language. */
    readonly zone: string
    readonly language: string
    readonly topicName: TopicName
  }): ClosingChat
  render(message: Message, topicName: TopicName): string
  /** Loaded when needed, since few ask for it. */
  renderMarkdown(message: Message, topicName: TopicName): Promise<string>
  renderJson(message: Message): string
}

/** A chat that its reader may leave. */
interface ClosingChat extends ChatAdapter {
  readonly closed: Promise<void>
}
