import { LONGEST_WAIT_MS } from './next-read.ts'
import type { FeedState, Push } from '../records/feed-state.ts'

/** Clocks are put right by some seconds all the time; nothing follows from that. */
const CORRECTION_MS = 60_000

const DAY = 86_400_000

const isToCome = (at: number | null, now: number): boolean => at !== null && at > now + CORRECTION_MS

/**
 * Whether a state was written by a clock ahead of this one: the source was asked, or answered, at a time still to
 * come, or is to be read later than any wait of ours can lead to. `now` in milliseconds since 1970. What is gone for
 * good is never read, and never ahead.
 */
export function isAhead(state: FeedState, now: number): boolean {
  if (state.gone) return false
  return (
    state.nextReadAt > now + LONGEST_WAIT_MS ||
    isToCome(state.lastTriedAt, now) ||
    isToCome(state.lastSuccessAt, now)
  )
}

/**
 * The state without what cannot have happened yet, due at once; itself where there is nothing of the kind. Else a
 * source that fails would be asked each minute.
 */
export function withoutFuture(state: FeedState, now: number): FeedState {
  if (!isAhead(state, now)) return state
  const past = (at: number | null): number | null => (isToCome(at, now) ? null : at)
  return {
    ...state,
    // What its newest entry is can be seen only from the feed as a whole.
    ...(isToCome(state.newestEntryAt, now) && { etag: null, lastModified: null, bodyHash: null }),
    newestEntryAt: past(state.newestEntryAt),
    lastNewAt: past(state.lastNewAt),
    lastTriedAt: past(state.lastTriedAt),
    lastSuccessAt: past(state.lastSuccessAt),
    lastFailure: state.lastFailure && { ...state.lastFailure, at: Math.min(state.lastFailure.at, now) },
    failures: state.failures.filter(({ day }) => day * DAY <= now),
    push: state.push && pushUntil(state.push, now),
    nextReadAt: now,
  }
}

/**
 * A subscription that was asked for at a time still to come has a lease that nobody can reckon: its hub is asked anew.
 */
function pushUntil(push: Push, now: number): Push {
  if (!isToCome(push.askedAt, now)) return push
  return { ...push, askedAt: now, askAt: now, leaseUntil: null, deliveredAt: null }
}
