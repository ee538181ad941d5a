import type { Commands } from './commands.ts'
import type { Message } from './message.ts'

export type Platform = 'slack' | 'discord' | 'terminal'

/** A posted message, so that it can be edited later. Opaque outside its adapter. */
export interface Receipt {
  readonly platform: Platform
  readonly channel: string
  readonly messageIds: readonly string[]
}

/** One chat platform: all the bot ever asks of Slack, Discord or a terminal. */
export interface ChatAdapter {
  readonly platform: Platform
  start(commands: Commands): Promise<void>
  /** @throws DeliveryError */
  post(channel: string, message: Message): Promise<Receipt>
  /** A correction edits what was posted. @throws DeliveryError */
  update(receipt: Receipt, message: Message): Promise<void>
  stop(): Promise<void>
}
