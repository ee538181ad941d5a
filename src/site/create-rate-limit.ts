import { LRUCache } from 'lru-cache'

const MINUTE_MS = 60_000

/** Addresses that are remembered; each takes some hundred bytes. */
const MOST_CLIENTS = 20_000

/** Counts what each of many does, and lets each do so much in a minute. `now` in milliseconds since 1970. */
export function createRateLimit(mostAMinute: number, now: () => number) {
  const counted = new LRUCache<string, { readonly from: number; count: number }>({ max: MOST_CLIENTS })
  /** True while whoever this is may go on. */
  return (who: string): boolean => {
    const known = counted.get(who)
    const window = known !== undefined && now() - known.from < MINUTE_MS ? known : { from: now(), count: 0 }
    window.count += 1
    counted.set(who, window)
    return window.count <= mostAMinute
  }
}
