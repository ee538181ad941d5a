import type { FeedState, Push } from '../../records/feed-state.ts'

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
const MISSES_TO_DISTRUST = 2

/** A hub fetches the feed itself before it delivers: this long it may take. */
const DELIVERY_MS = 10 * 60_000

/**
 * What a read of the feed tells of its hub: news that the hub should have delivered and did not. The second time in a row the hub is asked anew. `before`
 * and `after` are the state round the read, `now` milliseconds since 1970.
 */
export function afterRead(
  push: Push,
  before: Pick<FeedState, 'newestEntryAt'>,
  after: Pick<FeedState, 'newestEntryAt' | 'rhythmMs'>,
  now: number,
): Push {
  const newest = after.newestEntryAt
  const knownUntil = Math.max(before.newestEntryAt ?? 0, push.askedAt, push.deliveredAt ?? 0)
  if (push.status !== 'active' || newest === null || newest <= knownUntil) return push
  // The newest may be on its way. In a feed that has one every few minutes, others before it are not.
  const isLate = newest < now - DELIVERY_MS
  const areOthersLate = after.rhythmMs !== null && now - knownUntil > DELIVERY_MS + 3 * after.rhythmMs
  if (!isLate && !areOthersLate) return push
  const missed = push.missed + 1
  return { ...push, missed, askAt: missed === MISSES_TO_DISTRUST ? now : push.askAt }
}
