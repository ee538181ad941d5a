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

/** What came of drawing: null if there is no such thing, `busy` if its client may have no more drawn now. */
export type Drawn = Document | 'busy' | null

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
  const drawing = new Map<string, Promise<Drawn>>()

  async function draw(name: string, make: () => Promise<Drawn>): Promise<Drawn> {
    try {
      const document = await make()
      if (document === null) kept.delete(name)
      else if (document !== 'busy') kept.set(name, { document, at: now() })
      return document
    } finally {
      drawing.delete(name)
    }
  }

  const begin = (name: string, make: () => Promise<Drawn>): Promise<Drawn> =>
    drawing.getOrInsertComputed(name, () => draw(name, make))

  /** A client who joins the drawing of another is not held to the limit of that one. */
  async function drawOrJoin(name: string, make: () => Promise<Drawn>): Promise<Drawn> {
    const others = drawing.get(name)
    const drawn = others === undefined ? 'busy' : await others
    return drawn === 'busy' ? begin(name, make) : drawn
  }

  return {
    has: (name: string): boolean => now() - (kept.get(name)?.at ?? Number.NEGATIVE_INFINITY) < STALE_MS,
    /** Returns a document, drawing it if needed. What is kept stays if it cannot be drawn again now. */
    async read(name: string, make: () => Promise<Drawn>): Promise<Drawn> {
      const found = kept.get(name)
      const age = found === undefined ? Number.POSITIVE_INFINITY : now() - found.at
      if (found === undefined || age >= STALE_MS) return drawOrJoin(name, make)
      // The reader gets the old document. If drawing fails, a later reader gets the error.
      if (age >= FRESH_MS) begin(name, make).catch(() => undefined)
      return found.document
    },
  }
}
