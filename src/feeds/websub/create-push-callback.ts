import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { unpackBody } from '../unpack-body.ts'
import { answerHub } from './answer-hub.ts'
import type { PushBook } from './create-push-book.ts'
import type { Delivery } from './delivery.ts'
import { isSigned } from './is-signed.ts'

export interface PushCallbackTools {
  readonly book: PushBook
  /** Keeps how the subscription of a source stands now; the hub gets its answer only then. */
  readonly keep: (sourceId: string) => Promise<void>
  /** Reads a delivery; the hub does not wait for it. Must not reject. */
  readonly take: (sourceId: string, delivery: Delivery) => Promise<void>
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Largest delivery, packed or unpacked, in bytes. Default 10 MB, as of a read. */
  readonly maxBytes?: number | undefined
}

/** What hubs talk to: they verify what we asked for (GET) and deliver news (POST), each subscription at its own address. */
export function createPushCallback(tools: PushCallbackTools): RequestListener {
  const { book, now, maxBytes = 10_000_000 } = tools
  let held = 0

  async function verify(token: string, query: URLSearchParams): Promise<Answer> {
    const ended = book.findEnded(token)
    if (ended && query.get('hub.mode') === 'unsubscribe' && query.get('hub.topic') === ended.topic)
      return { status: 200, text: query.get('hub.challenge') ?? '' }
    const found = book.find(token)
    const verdict = found && answerHub(found.push, query, now())
    if (!found || !verdict || verdict.status === 'refused') return { status: 404 }
    book.set(found.sourceId, verdict.push)
    await tools.keep(found.sourceId)
    return { status: 200, text: verdict.status === 'confirmed' ? verdict.challenge : '' }
  }

  async function deliver(token: string, request: IncomingMessage): Promise<Answer> {
    const body = await readBody(request, maxBytes)
    if (body === null) return { status: 413 }
    // Looked up again: it may have ended while its body came in.
    const found = book.find(token)
    if (found === null) return UNKNOWN
    const { sourceId, push } = found
    if (!isSigned(body, headerOf(request, 'x-hub-signature'), push.secret)) {
      book.set(sourceId, { ...push, forged: push.forged + 1 })
      await tools.keep(sourceId)
      // Told like a good one, so that nobody can try keys.
      return { status: 202 }
    }
    const bytes = await unpackBody(body, headerOf(request, 'content-encoding'), maxBytes)
    book.set(sourceId, { ...push, deliveredAt: now(), forged: 0, missed: 0 })
    held += 1
    void tools.take(sourceId, { bytes, contentType: headerOf(request, 'content-type') }).finally(() => {
      held -= 1
    })
    return { status: 202 }
  }

  async function answer(request: IncomingMessage, token: string, query: URLSearchParams): Promise<Answer> {
    if (request.method === 'GET') return verify(token, query)
    if (request.method !== 'POST') return { status: 405 }
    if (book.find(token) === null) return UNKNOWN
    if (held >= MAX_HELD) return { status: 503 }
    held += 1
    try {
      return await deliver(token, request)
    } finally {
      held -= 1
    }
  }

  return (request, response) => {
    const url = URL.parse(request.url ?? '', 'http://callback.invalid')
    const token = url?.pathname.split('/').at(-1) ?? ''
    answer(request, token, url?.searchParams ?? new URLSearchParams()).then(
      (given) => send(given, response),
      // Not kept, broken off, or packed as nobody can unpack it: the hub tries again later or gives up.
      () => send({ status: 500 }, response),
    )
  }
}

/** So many deliveries may be held at once; a hub that brings more is told to come again. */
const MAX_HELD = 16

/** Tells the hub to end a subscription that we know nothing of (WebSub, section 7). */
const UNKNOWN: Answer = { status: 410 }

interface Answer {
  readonly status: number
  readonly text?: string
}

function send({ status, text = '' }: Answer, response: ServerResponse): void {
  // A challenge is the hub's text: never to be taken for a page.
  const headers = { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' }
  // What was not read of a body must not be read because the connection stays.
  response.writeHead(status, status < 300 ? headers : { ...headers, connection: 'close' }).end(text)
}

const headerOf = (request: IncomingMessage, name: string): string | undefined => {
  const value = request.headers[name]
  return typeof value === 'string' ? value : value?.[0]
}

async function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer | null> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request) {
    const bytes: Buffer = chunk
    length += bytes.length
    if (length > maxBytes) return null
    chunks.push(bytes)
  }
  return Buffer.concat(chunks, length)
}
