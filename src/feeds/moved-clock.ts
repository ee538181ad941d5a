import { LONGEST_WAIT_MS } from './next-read.ts'
import type { FeedState, Push } from '../records/feed-state.ts'

/** Clocks are often corrected by some seconds; such small steps are ignored. */
const CORRECTION_MS = 60_000

const DAY = 86_400_000

const isInFuture = (at: number | null, now: number): boolean => at !== null && at > now + CORRECTION_MS

/**
 * Whether a state was written while the clock was ahead: the source was asked or answered at a time that is
 * still in the future, or its next read is further away than our longest wait. `now` is in milliseconds since
 * 1970. A source that is gone for good is never read, so its state never counts as ahead.
 */
export function hasFutureTimes(state: FeedState, now: number): boolean {
  if (state.gone) return false
  return (
    state.nextReadAt > now + LONGEST_WAIT_MS ||
    isInFuture(state.lastTriedAt, now) ||
    isInFuture(state.lastSuccessAt, now)
  )
}

/**
 * Returns the state without times in the future, due at once; returns the same state if it has none. Without
 * this, a failing source would be asked each minute.
 */
export function withoutFuture(state: FeedState, now: number): FeedState {
  if (!hasFutureTimes(state, now)) return state
  const past = (at: number | null): number | null => (isInFuture(at, now) ? null : at)
  return {
    ...state,
    // The newest entry can be found again only by reading the whole feed, so the validators go too.
    ...(isInFuture(state.newestEntryAt, now) && { etag: null, lastModified: null, bodyHash: null }),
    newestEntryAt: past(state.newestEntryAt),
    lastNewAt: past(state.lastNewAt),
    lastTriedAt: past(state.lastTriedAt),
    lastSuccessAt: past(state.lastSuccessAt),
    lastFailure: state.lastFailure && { ...state.lastFailure, at: Math.min(state.lastFailure.at, now) },
    failures: state.failures.filter(({ day }) => day * DAY <= now),
    push: state.push && withoutFuturePush(state.push, now),
    nextReadAt: now,
  }
}

/**
 * Resets a subscription that was requested at a future time: its lease cannot be calculated, so its hub is
 * asked again.
 */
function withoutFuturePush(push: Push, now: number): Push {
  if (!isInFuture(push.askedAt, now)) return push
  return { ...push, askedAt: now, askAt: now, leaseUntil: null, deliveredAt: null }
}
