import type { ChatAdapter, PostOptions } from '../../src/chat/chat-adapter.ts'
import { DeliveryError } from '../../src/chat/delivery-error.ts'
import type { Platform, Receipt } from '../../src/records/platform.ts'
import type { Message } from '../../src/records/message.ts'

interface RecordingOptions {
  readonly platform?: Platform
  /** Answers a known key with its first receipt and shows nothing, without a time limit. */
  readonly recognisesRepeats?: boolean
}

/** A chat platform that records what is posted and can be made to fail, lose its answer, or wait. */
export class RecordingChat implements ChatAdapter {
  readonly platform: Platform
  readonly repeatsAreRecognisedForMs: number
  readonly posts: {
    readonly channel: string
    readonly message: Message
    readonly key: string
    /** Number of the post under which it was posted, counted from 1; null if under none. */
    readonly under: string | null
  }[] = []
  readonly updates: Message[] = []
  /** Number of calls that reached the platform, whatever their outcome. */
  calls = 0
  tokenIsAccepted = true
  #faults: { readonly error: Error; readonly afterArrival: boolean }[] = []
  #held = new Map<string, Promise<void>>()
  #ids = new Map<string, string>()

  constructor({ platform = 'terminal', recognisesRepeats = false }: RecordingOptions = {}) {
    this.platform = platform
    this.repeatsAreRecognisedForMs = recognisesRepeats ? 180_000 : 0
  }

  /** Makes the next posts and updates fail with these errors, one each. */
  failWith(...faults: (DeliveryError | Error)[]): void {
    this.#faults.push(...faults.map((error) => ({ error, afterArrival: false })))
  }

  /** Shows the next post but loses its answer. */
  loseAnswer(error: Error): void {
    this.#faults.push({ error, afterArrival: true })
  }

  /** Makes posts to this channel wait until the returned function is called. */
  hold(channel: string): () => void {
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#held.set(channel, promise)
    return () => {
      this.#held.delete(channel)
      resolve()
    }
  }

  async post(channel: string, message: Message, { key, journal, under }: PostOptions): Promise<Receipt> {
    const id = await journal.send({ number: 0 }, async (handOver) => {
      await handOver()
      return this.#take(channel, message, key, under?.messageIds[0] ?? null)
    })
    if (id === null) throw new DeliveryError('in-doubt', 'nobody knows')
    return { platform: this.platform, channel, messageIds: [id] }
  }

  async #take(channel: string, message: Message, key: string, under: string | null): Promise<string> {
    this.calls += 1
    await this.#held.get(channel)
    const fault = this.#faults.shift()
    if (fault !== undefined && !fault.afterArrival) throw fault.error
    const known = this.repeatsAreRecognisedForMs > 0 ? this.#ids.get(key) : undefined
    if (known === undefined) this.posts.push({ channel, message, key, under })
    const id = known ?? String(this.posts.length)
    this.#ids.set(key, id)
    if (fault !== undefined) throw fault.error
    return id
  }

  async acceptsToken(): Promise<boolean> {
    return this.tokenIsAccepted
  }

  async update(_receipt: Receipt, message: Message): Promise<void> {
    this.calls += 1
    const fault = this.#faults.shift()
    if (fault !== undefined) throw fault.error
    this.updates.push(message)
  }

  async directChannel(person: string): Promise<string> {
    return `direct-${person}`
  }

  async start(): Promise<void> {}
  async stop(): Promise<void> {}
}
