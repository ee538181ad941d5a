import type { Push } from '../../records/feed-state.ts'

/** Whether a hub can be relied on, so that its feed need not be asked as often. `now` is milliseconds since 1970. */
export function isTrusted(push: Push | null, now: number): boolean {
  return (
    push !== null &&
    push.status === 'active' &&
    push.leaseUntil !== null &&
    push.leaseUntil > now &&
    push.missed < MISSES_TO_DISTRUST
  )
}

/** Once may be a delivery under way. */
export const MISSES_TO_DISTRUST = 2
