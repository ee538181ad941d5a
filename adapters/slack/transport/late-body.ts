import { Readable } from 'node:stream'
import { arrayBuffer } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import PQueue from 'p-queue'
import { Agent, Dispatcher } from 'undici'
import { handingOver } from '../../../src/chat/post-journal.ts'
import { neverConnected } from '../../../src/chat/network-fault.ts'

/**
 * Between the head of a request and its body, in milliseconds: a connection that is dead, or is reset as soon as it is used, says so within a round trip. Longer
 * than the way to Slack and back from most places; from farther away fewer resets are taken for what they are.
 */
const HEAD_START_MS = 100

/** The connection failed before the whole body was handed to it: nothing can have been carried out. */
export class BodyNotSent extends Error {
  override readonly name = 'BodyNotSent'
}

/**
 * A fetch that sends the body of a post a moment behind its head, and hands it over last of all (`handingOver`). A request without its whole body is none: what
 * fails before it surely did not arrive. HTTP's own way to learn that, `Expect: 100-continue`, is not spoken by undici.
 * @throws BodyNotSent with what fetch threw as its cause
 */
export function withLateBody(fetch: typeof globalThis.fetch): typeof globalThis.fetch {
  const connections = new Agent()
  // Of the calls under way one at a time is between its note and its connection: no kill catches more of them there.
  const handing = new PQueue({ concurrency: 1 })
  return async (input, init) => {
    const handOver = handingOver.getStore()
    if (handOver === undefined) return fetch(input, init)
    const dispatcher = new LateBody(connections, handing, handOver)
    try {
      const response = await fetch(input, Object.assign({}, init, { dispatcher }))
      // A fetch that goes ways of its own has sent it all the same.
      if (dispatcher.state === 'unused') await handOver()
      return response
    } catch (error) {
      dispatcher.isOver = true
      if (dispatcher.state === 'begun') throw new BodyNotSent(textOf(error), { cause: error })
      if (dispatcher.state === 'unused') await handOver()
      throw error
    }
  }
}

const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** Sends one request: its head with the first byte, and after a moment the rest. */
class LateBody extends Dispatcher {
  state: 'unused' | 'begun' | 'sent' = 'unused'
  /** Nobody waits for it any more: what is not sent stays unsent. */
  isOver = false
  readonly #connections: Dispatcher
  readonly #handing: PQueue
  readonly #handOver: () => Promise<void>

  constructor(connections: Dispatcher, handing: PQueue, handOver: () => Promise<void>) {
    super()
    this.#connections = connections
    this.#handing = handing
    this.#handOver = handOver
  }

  override dispatch(options: Dispatcher.DispatchOptions, handler: Dispatcher.DispatchHandler): boolean {
    this.state = 'begun'
    return this.#connections.dispatch({ ...options, body: Readable.from(this.#late(options.body)) }, handler)
  }

  async *#late(body: Dispatcher.DispatchOptions['body']): AsyncGenerator<Uint8Array> {
    const bytes = await bytesOf(body)
    // undici sends the head with the first bytes of the body.
    yield bytes.subarray(0, 1)
    await wait(HEAD_START_MS)
    const sent = Promise.withResolvers<void>()
    try {
      await this.#inTurn(sent.promise)
      if (this.isOver) return
      this.state = 'sent'
      yield bytes.subarray(1)
    } finally {
      sent.resolve()
    }
  }

  /** Settles once it is written down that the rest goes out now; the next one's turn comes when it did. */
  #inTurn(sent: Promise<void>): Promise<void> {
    const noted = Promise.withResolvers<void>()
    void this.#handing.add(async () => {
      await (this.isOver ? undefined : this.#handOver().then(noted.resolve, noted.reject))
      noted.resolve()
      await sent
    })
    return noted.promise
  }
}

/** Fetch hands a body on as chunks. */
async function bytesOf(body: Dispatcher.DispatchOptions['body']): Promise<Uint8Array> {
  if (typeof body === 'string' || body instanceof Uint8Array) return Buffer.from(body)
  return isChunks(body) ? new Uint8Array(await arrayBuffer(body)) : new Uint8Array()
}

const isChunks = (body: unknown): body is AsyncIterable<Uint8Array> =>
  typeof body === 'object' && body !== null && Symbol.asyncIterator in body

/** Node's words for a connection that broke while its two ends agreed on keys. */
const BEFORE_TLS = /before secure TLS connection was established/u

/** Whether a request that failed in `fetch` was never handed to a connection; any other may have arrived. */
export function isSurelyUnsent(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { cause } = error
  if (!(cause instanceof Error)) return false
  return neverConnected(cause) || BEFORE_TLS.test(cause.message) || wroteNothing(cause)
}

/** What undici says of a connection that broke (`SocketError.socket`). */
function wroteNothing(cause: object): boolean {
  if (!('socket' in cause)) return false
  const { socket } = cause
  return (
    typeof socket === 'object' && socket !== null && 'bytesWritten' in socket && socket.bytesWritten === 0
  )
}
