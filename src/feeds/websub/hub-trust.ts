import type { FeedState, Push } from '../../records/feed-state.ts'

/** Whether a hub is reliable, so that its feed can be polled less often. `now` is milliseconds since 1970. */
export function isTrusted(push: Push | null, now: number): boolean {
  return (
    push !== null &&
    push.status === 'active' &&
    push.leaseUntil !== null &&
    push.leaseUntil > now &&
    push.missed < MISSES_TO_DISTRUST
  )
}

/** A single miss may be a delivery still under way. */
const MISSES_TO_DISTRUST = 2

/** How long a delivery may take: the hub fetches the feed itself before it delivers. */
const DELIVERY_MS = 10 * 60_000

/**
 * Returns the subscription after a poll of its feed, counting news that the hub should have delivered and did
 * not. At the second miss in a row the hub is asked again. `before` and `after` are the states around the
 * poll, `now` is milliseconds since 1970.
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
  // The newest entry may still be on its way. In a feed that has one every few minutes, those before it are
  // not.
  const isLate = newest < now - DELIVERY_MS
  const areOthersLate = after.rhythmMs !== null && now - knownUntil > DELIVERY_MS + 3 * after.rhythmMs
  if (!isLate && !areOthersLate) return push
  const missed = push.missed + 1
  return { ...push, missed, askAt: missed === MISSES_TO_DISTRUST ? now : push.askAt }
}
