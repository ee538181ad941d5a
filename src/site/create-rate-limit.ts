import { LRUCache } from 'lru-cache'

const MINUTE_MS = 60_000

/** Most addresses remembered; each takes some hundred bytes. */
const MOST_CLIENTS = 20_000

/** Creates a limit on what each client does in a minute. `now` returns milliseconds since 1970. */
export function createRateLimit(mostAMinute: number, now: () => number) {
  const counted = new LRUCache<string, { readonly from: number; count: number }>({ max: MOST_CLIENTS })
  /** Counts an action of this client. Returns whether it is within the limit. */
  return (who: string): boolean => {
    const known = counted.get(who)
    const window = known !== undefined && now() - known.from < MINUTE_MS ? known : { from: now(), count: 0 }
    window.count += 1
    counted.set(who, window)
    return window.count <= mostAMinute
  }
}
