import { LRUCache } from 'lru-cache'

/**
 * What was read lately, for answers that cannot wait for the store: somebody types, and each key asks. Reads what it does not know, or knows
 * for longer than `freshMs`, once at a time for each key.
 */
export type CachedRead<Key, Value> = (
  key: Key,
  /** Settles when the asker waits no longer: then what was known before is given, however old. */
  patience: Promise<unknown>,
) => Promise<Value | undefined>

interface Kept<Value> {
  value: Value | undefined
  /** Milliseconds since 1970. */
  readAt: number
  reading: Promise<void> | null
}

/** Keeps at most `most` keys, those asked for last. A fault of `read` is thrown to whoever waits for it. */
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
      // Nobody may be left to wait for it when it fails.
      kept.reading.catch(() => undefined)
    }
    if (kept.reading !== null) await Promise.race([kept.reading, patience])
    return kept.value
  }
}
