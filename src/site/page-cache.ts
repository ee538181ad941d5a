import { hash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { LRUCache } from 'lru-cache'

/** A page, feed or picture as it is sent. */
export interface Document {
  readonly type: string
  readonly language: string
  readonly body: string | Uint8Array<ArrayBuffer>
  readonly compressed: Uint8Array<ArrayBuffer>
  /** Entity tag (RFC 9110, 8.8.3). */
  readonly etag: string
  /** When what it shows changed last, in milliseconds since 1970, where that is known. */
  readonly changedAt?: number
  /** The header `Link` (RFC 8288). */
  readonly link?: string
  /** It stands elsewhere for good: a path. */
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

/** How long a page may be shown as it was drawn: a reader hardly sees the difference, and what many read is drawn once. */
const FRESH_MS = 20_000
/** Then what was drawn is still shown while it is drawn anew. */
const STALE_MS = 300_000
/** In all; a page has some 30 000. */
const MOST_BYTES = 48 * 1024 * 1024

/** Pages by their name. Who asks while one is drawn waits for the same. */
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
    /** The page of this name, made where it is not there; null where there is none. */
    async read(name: string, make: () => Promise<Document | null>): Promise<Document | null> {
      const found = kept.get(name)
      const age = found === undefined ? Number.POSITIVE_INFINITY : now() - found.at
      if (found === undefined || age >= STALE_MS) return begin(name, make)
      // Whoever asks gets what is there; a fault of the drawing is told to whoever asks next.
      if (age >= FRESH_MS) begin(name, make).catch(() => undefined)
      return found.document
    },
  }
}
