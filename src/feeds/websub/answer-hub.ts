import type { Push } from '../../records/feed-state.ts'

/** What to answer a hub that verifies a request of ours, and how our subscription stands after it. */
export type Verdict =
  | { readonly status: 'confirmed'; readonly challenge: string; readonly push: Push }
  | { readonly status: 'denied'; readonly push: Push }
  /** We did not ask for this. */
  | { readonly status: 'refused' }

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Asked for with each subscription, in seconds: hubs grant ten days at most as a rule. */
export const LEASE_SECONDS = 10 * 24 * 3600

/** A hub that forgets to say counts as if it granted what we asked; one that says a year is asked again all the same. */
const LONGEST_LEASE_MS = 30 * DAY

/** Where the lease is short, the hub is not asked more often than this. */
const SHORTEST_RENEWAL_MS = HOUR

/** After a refusal the hub is left alone for a week. */
const DENIED_MS = 7 * DAY

/** Longer than any hub's; it is sent back as it came. */
const MAX_CHALLENGE = 2000

/**
 * Verification of intent (WebSub, section 5.3): only what we asked for, word for word, is confirmed. `now` is milliseconds since 1970.
 */
export function answerHub(push: Push, query: URLSearchParams, now: number): Verdict {
  if (query.get('hub.topic') !== push.topic) return { status: 'refused' }
  const mode = query.get('hub.mode')
  if (mode === 'denied')
    return {
      status: 'denied',
      push: { ...push, status: 'denied', leaseUntil: null, askAt: now + DENIED_MS },
    }
  const challenge = query.get('hub.challenge') ?? ''
  const isOurs = mode === 'subscribe' && push.status !== 'denied'
  if (!isOurs || challenge === '' || challenge.length > MAX_CHALLENGE) return { status: 'refused' }
  const leaseMs = leaseOf(query.get('hub.lease_seconds'))
  return {
    status: 'confirmed',
    challenge,
    push: {
      ...push,
      status: 'active',
      inVain: 0,
      leaseUntil: now + leaseMs,
      // With a fifth of the lease left there is time for a hub that is down for a day.
      askAt: now + Math.max(0.8 * leaseMs, SHORTEST_RENEWAL_MS),
    },
  }
}

function leaseOf(seconds: string | null): number {
  const granted = /^\d{1,12}$/.test(seconds ?? '') ? Number(seconds) : 0
  return Math.min((granted > 0 ? granted : LEASE_SECONDS) * 1000, LONGEST_LEASE_MS)
}
