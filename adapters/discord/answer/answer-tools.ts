import type { REST } from 'discord.js'
import type { ChatTools } from '../../../src/chat/chat-platform.ts'
import type { Commands } from '../../../src/chat/commands.ts'
import type { Message } from '../../../src/records/message.ts'
import type { DiscordMessage } from '../draw/discord-message.ts'
import type { DiscordSettings } from '../setup/settings.ts'

/** What questions are answered with. */
export interface AnswerTools extends Pick<ChatTools, 'memory' | 'log' | 'zone'> {
  readonly rest: REST
  /** For calls whose address holds the token of a question. */
  readonly tokened: REST
  /** Aborted when nobody waits for answers any more. */
  readonly ending: AbortSignal
  readonly settings: DiscordSettings
  readonly commands: Commands
  /** Signs buttons. */
  readonly secret: string
  /** With details apart where a thread can be opened for them. @throws DeliveryError */
  readonly draw: (message: Message, threads: boolean) => DiscordMessage
}
