import { LRUCache } from 'lru-cache'

/**
 * Reads with a cache, for answers that cannot wait for the store: every keystroke of somebody who types asks
 * again. Reads values that are unknown or older than `freshMs`, with one read at a time for each `key`.
 */
export type CachedRead<Key, Value> = (
  key: Key,
  /** Settles when the asker waits no longer; then the value known before is returned, however old. */
  patience: Promise<unknown>,
) => Promise<Value | undefined>

interface Kept<Value> {
  value: Value | undefined
  /** Milliseconds since 1970. */
  readAt: number
  reading: Promise<void> | null
}

/** Creates a cache of the `most` keys used last. A fault of `read` is thrown to whoever waits for it. */
export function createCachedRead<Key, Value>(
  read: (key: Key, known: Value | undefined) => Promise<Value>,
  limits: { readonly freshMs: number; readonly most: number; readonly now: () => number },
): CachedRead<Key, Value> {
  const all = new LRUCache<string, Kept<Value>>({ max: limits.most })
  const refresh = async (key: Key, kept: Kept<Value>): Promise<void> => {
    try {
      kept.value = await read(key, kept.value)
      kept.readAt = limits.now()
    } finally {
      kept.reading = null
    }
  }
  return async (key, patience) => {
    const name = JSON.stringify(key)
    const kept = all.get(name) ?? { value: undefined, readAt: -Infinity, reading: null }
    all.set(name, kept)
    if (kept.reading === null && kept.readAt + limits.freshMs <= limits.now()) {
      kept.reading = refresh(key, kept)
      // Nobody may be waiting any more when it fails.
      kept.reading.catch(() => undefined)
    }
    if (kept.reading !== null) await Promise.race([kept.reading, patience])
    return kept.value
  }
}
