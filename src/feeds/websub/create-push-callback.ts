import { createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { Push } from '../../records/feed-state.ts'
import { collect, unpackBody } from '../unpack-body.ts'
import type { PushBook } from './create-push-book.ts'

/** News delivered by a hub, with its signature checked. */
export interface Delivery {
  readonly bytes: Uint8Array
  /** `Content-Type`, verbatim. */
  readonly contentType: string | undefined
}

/** The part of the news desk that hubs use. */
interface HubDesk {
  /** Stores the current subscription of a source at its hub. The hub gets its answer only after that. */
  keepPush(sourceId: string): Promise<void>
  /**
   * Reads a hub's delivery for a source. The hub does not wait for it. Never rejects: the result appears in
   * the report of the current round, or of the next one.
   */
  takeDelivery(sourceId: string, delivery: Delivery): Promise<void>
}

interface PushCallbackTools {
  readonly book: PushBook
  readonly desk: HubDesk
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Largest delivery in bytes, both packed and unpacked. Default 10 MB, as for a read. */
  readonly maxBytes?: number | undefined
}

/**
 * Creates the endpoint that hubs talk to. They verify our subscriptions (GET) and deliver news (POST), each
 * subscription at its own address.
 */
export function createPushCallback(tools: PushCallbackTools): RequestListener {
  const { book, desk, now, maxBytes = 10_000_000 } = tools
  let held = 0

  async function verify(token: string, query: URLSearchParams): Promise<Answer> {
    const ended = book.findEnded(token)
    if (ended && query.get('hub.mode') === 'unsubscribe' && query.get('hub.topic') === ended.topic)
      return { status: 200, text: query.get('hub.challenge') ?? '' }
    const found = book.find(token)
    const verdict = found && answerHub(found.push, query, now())
    if (!found || !verdict) return { status: 404 }
    book.set(found.sourceId, verdict.push)
    await desk.keepPush(found.sourceId)
    return { status: 200, text: verdict.text }
  }

  async function deliver(token: string, request: IncomingMessage): Promise<Answer> {
    const body = await collect(request, maxBytes)
    if (body === null) return { status: 413 }
    // Looked up again: the subscription may have ended while the body was arriving.
    const found = book.find(token)
    if (found === null) return UNKNOWN
    const { sourceId, push } = found
    if (!isSigned(body, headerOf(request, 'x-hub-signature'), push.secret)) {
      book.set(sourceId, { ...push, forged: push.forged + 1 })
      await desk.keepPush(sourceId)
      // Answered like a valid one, so that nobody can find out the key by trying.
      return { status: 202 }
    }
    const bytes = await unpackBody(body, headerOf(request, 'content-encoding'), maxBytes)
    book.set(sourceId, { ...push, deliveredAt: now(), forged: 0, missed: 0 })
    held += 1
    void desk
      .takeDelivery(sourceId, { bytes, contentType: headerOf(request, 'content-type') })
      .finally(() => {
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
      // The store failed, the request broke off, or the body cannot be unpacked. The hub tries again later or
      // gives up.
      () => send({ status: 500 }, response),
    )
  }
}

/** How many deliveries may be in progress at once. A hub that sends more gets a 503. */
const MAX_HELD = 16

/** Tells the hub to end a subscription that we do not know (WebSub, section 7). */
const UNKNOWN: Answer = { status: 410 }

interface Answer {
  readonly status: number
  readonly text?: string
}

function send({ status, text = '' }: Answer, response: ServerResponse): void {
  // The challenge is text chosen by the hub and must never be taken for a page.
  const headers = { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' }
  // The connection is closed so that the unread rest of a body need not be read.
  response.writeHead(status, status < 300 ? headers : { ...headers, connection: 'close' }).end(text)
}

const headerOf = (request: IncomingMessage, name: string): string | undefined => {
  const value = request.headers[name]
  return typeof value === 'string' ? value : value?.[0]
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Requested with each subscription, in seconds. Hubs usually grant ten days at most. */
export const LEASE_SECONDS = 10 * 24 * 3600

/**
 * Upper bound on a lease. A hub that names none counts as granting what we requested; one that grants a year
 * is asked again all the same.
 */
const LONGEST_LEASE_MS = 30 * DAY

/** With a short lease the hub is still not asked more often than this. */
const SHORTEST_RENEWAL_MS = HOUR

/** After a refusal the hub is left alone for a week. */
const DENIED_MS = 7 * DAY

/** Longer than any hub's challenge, which is echoed as it came. */
const MAX_CHALLENGE = 2000

/**
 * Verifies intent (WebSub, section 5.3): returns what to answer a hub and the subscription after that.
 * Confirms only exactly what we requested; returns null if we did not request this. `now` is milliseconds
 * since 1970.
 */
function answerHub(
  push: Push,
  query: URLSearchParams,
  now: number,
): { readonly text: string; readonly push: Push } | null {
  if (query.get('hub.topic') !== push.topic) return null
  const mode = query.get('hub.mode')
  if (mode === 'denied')
    return { text: '', push: { ...push, status: 'denied', leaseUntil: null, askAt: now + DENIED_MS } }
  const challenge = query.get('hub.challenge') ?? ''
  const isOurs = mode === 'subscribe' && push.status !== 'denied'
  if (!isOurs || challenge === '' || challenge.length > MAX_CHALLENGE) return null
  const leaseMs = leaseOf(query.get('hub.lease_seconds'))
  return {
    text: challenge,
    push: {
      ...push,
      status: 'active',
      inVain: 0,
      leaseUntil: now + leaseMs,
      // A fifth of the lease leaves time for a hub that is down for a day.
      askAt: now + Math.max(0.8 * leaseMs, SHORTEST_RENEWAL_MS),
    },
  }
}

function leaseOf(seconds: string | null): number {
  const granted = /^\d{1,12}$/.test(seconds ?? '') ? Number(seconds) : 0
  return Math.min((granted > 0 ? granted : LEASE_SECONDS) * 1000, LONGEST_LEASE_MS)
}

/**
 * Signature methods that hubs may use (WebSub, section 7.1). Most still send SHA-1, which is sound inside an
 * HMAC.
 */
const METHODS: ReadonlySet<string> = new Set(['sha1', 'sha256', 'sha384', 'sha512'])

/**
 * Whether `X-Hub-Signature` (`sha256=<hex>`) is the HMAC of the body with our secret. Takes the same time for
 * every wrong one.
 */
function isSigned(body: Uint8Array, header: string | undefined, secret: string): boolean {
  const [, method = '', given = ''] = /^\s*(sha\d{1,3})=([\da-f]{40,128})\s*$/i.exec(header ?? '') ?? []
  if (!METHODS.has(method.toLowerCase())) return false
  const right = createHmac(method, secret).update(body).digest()
  const sent = Buffer.from(given, 'hex')
  return sent.length === right.length && timingSafeEqual(sent, right)
}
