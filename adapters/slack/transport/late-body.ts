import { Readable } from 'node:stream'
import { arrayBuffer } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import PQueue from 'p-queue'
import { Agent, Dispatcher } from 'undici'
import { handOverContext } from '../../../src/chat/post-journal.ts'
import { neverConnected } from '../../../src/chat/network-fault.ts'

/**
 * Delay between a request's head and its body, in milliseconds. A connection that is dead, or is reset when
 * used, fails within a round trip. Longer than a round trip to Slack from most places; from farther away
 * fewer resets are recognised.
 */
const HEAD_START_MS = 100

/** The connection failed before the whole body was handed to it, so nothing can have been carried out. */
export class BodyNotSent extends Error {
  override readonly name = 'BodyNotSent'
}

/**
 * Wraps fetch so that the body of a POST is sent a moment after its head, and reports the handover
 * (`handOverContext`) right before the rest of the body. A request without its whole body is not processed,
 * so a failure before that certainly did not arrive. undici does not support HTTP's own way of learning this,
 * `Expect: 100-continue`.
 * @throws BodyNotSent with what fetch threw as its cause
 */
export function withLateBody(fetch: typeof globalThis.fetch): typeof globalThis.fetch {
  const connections = new Agent()
  // Only one call at a time is between its journal entry and its connection, so that a kill leaves at most
  // one call there.
  const handing = new PQueue({ concurrency: 1 })
  return async (input, init) => {
    const handOver = handOverContext.getStore()
    if (handOver === undefined) return fetch(input, init)
    const dispatcher = new LateBody(connections, handing, handOver)
    try {
      const response = await fetch(input, Object.assign({}, init, { dispatcher }))
      // A fetch that ignores the dispatcher has sent the request nevertheless.
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

/**
 * A dispatcher for one request: sends the head with the first byte of the body, and the rest after a moment.
 */
class LateBody extends Dispatcher {
  state: 'unused' | 'begun' | 'sent' = 'unused'
  /** The call has failed already: bytes not sent yet stay unsent. */
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

  /**
   * Resolves once the handover is recorded and the rest may be sent. The next call's turn comes when the rest
   * was sent.
   */
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

/** Reads the body, which fetch passes on as chunks. */
async function bytesOf(body: Dispatcher.DispatchOptions['body']): Promise<Uint8Array> {
  if (typeof body === 'string' || body instanceof Uint8Array) return Buffer.from(body)
  return isChunks(body) ? new Uint8Array(await arrayBuffer(body)) : new Uint8Array()
}

const isChunks = (body: unknown): body is AsyncIterable<Uint8Array> =>
  typeof body === 'object' && body !== null && Symbol.asyncIterator in body

/** Node's error text for a connection that broke during the TLS handshake. */
const BEFORE_TLS = /before secure TLS connection was established/u

/**
 * Whether a request that failed in `fetch` certainly never reached a connection. Any other may have arrived.
 */
export function isSurelyUnsent(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { cause } = error
  if (!(cause instanceof Error)) return false
  return neverConnected(cause) || BEFORE_TLS.test(cause.message) || wroteNothing(cause)
}

/** Whether undici wrote nothing to the broken connection (`SocketError.socket`). */
function wroteNothing(cause: object): boolean {
  if (!('socket' in cause)) return false
  const { socket } = cause
  return (
    typeof socket === 'object' && socket !== null && 'bytesWritten' in socket && socket.bytesWritten === 0
  )
}
