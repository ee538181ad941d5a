const SECOND = 1000
const MINUTE = 60 * SECOND

/** The first wait after a try that surely did not arrive. */
const FIRST_MS = 30 * SECOND

/** A platform that was away for hours is asked every half hour. */
const LONGEST_MS = 30 * MINUTE

/** In doubt the repeat has to come while the platform still recognises it (Discord: "the past few minutes"). */
const FIRST_IN_DOUBT_MS = 5 * SECOND

/**
 * Milliseconds to wait after the n-th try (from 1): doubles each time up to half an hour. `random` (0 to 1) spreads it between half and the
 * whole, so that a thousand messages held up together do not come back together
 * (https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/, "equal jitter").
 */
export function retryWait(attempts: number, inDoubt: boolean, random: number): number {
  const first = inDoubt ? FIRST_IN_DOUBT_MS : FIRST_MS
  const wait = Math.min(first * 2 ** Math.min(attempts - 1, 20), LONGEST_MS)
  return Math.round((wait * (1 + random)) / 2)
}
