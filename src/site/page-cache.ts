import { hash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { LRUCache } from 'lru-cache'

/** A page, feed or picture ready to send. */
export interface Document {
  readonly type: string
  readonly language: string
  readonly body: string | Uint8Array<ArrayBuffer>
  readonly compressed: Uint8Array<ArrayBuffer>
  /** Entity tag (RFC 9110, 8.8.3). */
  readonly etag: string
  /** When its content last changed, in milliseconds since 1970; absent if unknown. */
  readonly changedAt?: number
  /** The `Link` header (RFC 8288). */
  readonly link?: string
  /** Path of a permanent redirect. */
  readonly leadsTo?: string
}

const compress = promisify(gzip)

export async function toSend(body: Document['body'], type: string, language: string): Promise<Document> {
  return {
    type,
    language,
    body,
    compressed: new Uint8Array(await compress(body)),
    etag: `"${hash('sha256', body, 'base64url').slice(0, 22)}"`,
  }
}

/**
 * How long a document is served from the cache, in milliseconds. Readers hardly notice, and popular pages are
 * drawn once.
 */
const FRESH_MS = 20_000
/** How long a document is still served while it is drawn again, in milliseconds. */
const STALE_MS = 300_000
/** Size of the whole cache, in bytes; a page has some 30 000. */
const MOST_BYTES = 48 * 1024 * 1024

/** Creates a cache of documents by name. Concurrent requests for one name share a drawing. */
export function createPageCache(now: () => number = Date.now) {
  const kept = new LRUCache<string, { readonly document: Document; readonly at: number }>({
    maxSize: MOST_BYTES,
    sizeCalculation: ({ document }) => document.body.length * 2 + document.compressed.byteLength,
  })
  const drawing = new Map<string, Promise<Document | null>>()

  async function draw(name: string, make: () => Promise<Document | null>): Promise<Document | null> {
    try {
      const document = await make()
      if (document === null) kept.delete(name)
      else kept.set(name, { document, at: now() })
      return document
    } finally {
      drawing.delete(name)
    }
  }

  const begin = (name: string, make: () => Promise<Document | null>): Promise<Document | null> =>
    drawing.getOrInsertComputed(name, () => draw(name, make))

  return {
    has: (name: string): boolean => now() - (kept.get(name)?.at ?? Number.NEGATIVE_INFINITY) < STALE_MS,
    /** Returns a document, drawing it if needed; null if it does not exist. */
    async read(name: string, make: () => Promise<Document | null>): Promise<Document | null> {
      const found = kept.get(name)
      const age = found === undefined ? Number.POSITIVE_INFINITY : now() - found.at
      if (found === undefined || age >= STALE_MS) return begin(name, make)
      // The reader gets the old document. If drawing fails, a later reader gets the error.
      if (age >= FRESH_MS) begin(name, make).catch(() => undefined)
      return found.document
    },
  }
}
