import { DeliveryError } from '../chat/delivery-error.ts'
import type { Outcome, Outgoing } from '../records/delivery.ts'
import { hideSecrets } from '../text/hide-secrets.ts'
import { accountOf } from './accounts.ts'

/** A briefing that could not be sent for this long is old news: its stories go into the next one. */
export const GIVE_UP_MS = 6 * 3_600_000

/** After this many failures in a row a destination counts as degraded. */
const DEGRADED_FROM = 3

/** This many rejected payloads in a row are not the accident of one story. */
const REJECTED_TO_PAUSE = 3

/** Wait after a rate limit that does not say how long. */
const RATE_LIMIT_WAIT_MS = 60_000

/**
 * Cap on the spread: a message that waits for its place in a long queue would otherwise come up to a tenth
 * too late.
 */
const LONGEST_SPREAD_MS = 300

export interface FailureContext {
  /** End of the call, ms since 1970. */
  readonly now: number
  /** In [0, 1]. */
  readonly random: number
  /** For how many ms the platform recognises a repeat with the same key; 0 where it never does. */
  readonly repeatsAreRecognisedForMs: number
  /** Nobody knows of some part whether it arrived. */
  readonly hasDoubt: boolean
}

/**
 * Decides what follows from a call that failed: retry and when, give up, flag, or pause the destination or
 * the account.
 */
export function judgeFailure(error: unknown, row: Outgoing, around: FailureContext): Outcome {
  const { now, random } = around
  // It is logged, and people read it in `why` and in notices.
  const reason = hideSecrets(error instanceof Error ? error.message : String(error))
  const failures = row.failures + 1
  const { code, mayHaveArrived, retryAfterMs, remedy, account } = translated(error)
  const rejections = row.rejections + (code === 'rejected' ? 1 : 0)
  const state = failures < DEGRADED_FROM ? 'active' : 'degraded'
  const health = { state, failures, rejections, reason } as const
  const ended = around.hasDoubt ? 'uncertain' : 'failed'

  if (code === 'in-doubt') return { status: 'uncertain', reason }
  if (code === 'channel-gone' || code === 'not-allowed')
    return { status: ended, reason, refusal: remedy ?? code, health: { ...health, state: 'paused' } }
  // The fault is in the message, not in the channel, and does not tell whether other calls would fail.
  if (code === 'rejected')
    return {
      status: ended,
      reason,
      refusal: remedy ?? code,
      health: rejections < REJECTED_TO_PAUSE ? health : { ...health, state: 'paused' },
    }
  // An edit may be repeated: it puts the same text in the same place.
  const isInDoubt = around.hasDoubt && row.edits === null
  if (isInDoubt && mayHaveArrived && around.repeatsAreRecognisedForMs === 0)
    return { status: 'uncertain', reason, health }

  const retryAt =
    code === 'rate-limited'
      ? now + spread(retryAfterMs ?? RATE_LIMIT_WAIT_MS, random)
      : now + retryWait(row.attempts, isInDoubt, random)
  if (code === 'token-refused')
    return {
      status: 'postponed',
      reason,
      retryAt,
      refused: { account: accountOf(row.destination, account), reason },
    }
  // A platform that asks to slow down is healthy, and one that was not asked tells nothing.
  const after = code === 'rate-limited' || code === 'not-kept' ? {} : { health }
  return now - row.createdAt > GIVE_UP_MS
    ? { status: ended, reason, ...after }
    : { status: 'postponed', reason, retryAt, ...after }
}

/**
 * Adds a little to the wait: clocks differ, and all that were told to wait would otherwise come back at once.
 */
const spread = (waitMs: number, random: number): number =>
  Math.round(waitMs + Math.min(waitMs / 10, LONGEST_SPREAD_MS) * random)

/** An error that no adapter translated does not tell how far the call got. */
function translated(
  error: unknown,
): Pick<DeliveryError, 'code' | 'mayHaveArrived' | 'retryAfterMs' | 'remedy' | 'account'> {
  return error instanceof DeliveryError
    ? error
    : { code: 'unavailable', mayHaveArrived: true, retryAfterMs: null, remedy: null, account: null }
}

const SECOND = 1000
const MINUTE = 60 * SECOND

/** The first wait after a try that surely did not arrive. */
const FIRST_MS = 30 * SECOND

/** A platform that is away for hours is tried every half hour. */
const LONGEST_MS = 30 * MINUTE

/** A repeat in doubt has to come while the platform still recognises it (Discord: "the past few minutes"). */
const FIRST_IN_DOUBT_MS = 5 * SECOND

/**
 * Returns how many ms to wait after the n-th try (from 1). The wait doubles each time, up to half an hour.
 * `random` (0 to 1) spreads it between half and all of that, so that a thousand delayed messages do not come
 * back together (https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/, "equal jitter").
 */
export function retryWait(attempts: number, inDoubt: boolean, random: number): number {
  const first = inDoubt ? FIRST_IN_DOUBT_MS : FIRST_MS
  const wait = Math.min(first * 2 ** Math.min(attempts - 1, 20), LONGEST_MS)
  return Math.round((wait * (1 + random)) / 2)
}
