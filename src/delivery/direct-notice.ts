import type { Message } from '../chat/message.ts'

/** Tells one person something by itself, apart from what is gathered by its cause. The same id is told once. */
export interface DirectNotice {
  readonly outboxId: string
  readonly subscription: string
  /** A destination. */
  readonly to: string
  readonly message: Message
}
