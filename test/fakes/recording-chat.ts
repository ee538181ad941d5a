import type { ChatAdapter, Platform, Receipt } from '../../src/chat/chat-adapter.ts'
import type { DeliveryError } from '../../src/chat/delivery-error.ts'
import type { Message } from '../../src/chat/message.ts'

/** A chat platform that keeps what was posted and can be told to fail. */
export class RecordingChat implements ChatAdapter {
  readonly platform: Platform = 'terminal'
  readonly posts: { readonly channel: string; readonly message: Message }[] = []
  readonly updates: Message[] = []
  #faults: (DeliveryError | Error)[] = []

  /** The next posts fail with these, one each. */
  failWith(...faults: (DeliveryError | Error)[]): void {
    this.#faults.push(...faults)
  }

  async post(channel: string, message: Message): Promise<Receipt> {
    const fault = this.#faults.shift()
    if (fault !== undefined) throw fault
    this.posts.push({ channel, message })
    return { platform: this.platform, channel, messageIds: [String(this.posts.length)] }
  }

  async update(_receipt: Receipt, message: Message): Promise<void> {
    this.updates.push(message)
  }

  async start(): Promise<void> {}
  async stop(): Promise<void> {}
}
