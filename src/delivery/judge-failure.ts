import { DeliveryError } from '../chat/delivery-error.ts'
import type { Outcome, Outgoing } from '../records/delivery.ts'
import { hideSecrets } from '../text/hide-secrets.ts'
import { accountOf } from './accounts.ts'

/** A briefing that could not go out for so long is old news: its stories go into the next one. */
export const GIVE_UP_MS = 6 * 3_600_000

/** So many failures in a row and a destination counts as degraded. */
const DEGRADED_FROM = 3

/** So many payloads in a row that a platform refuses are no accident of one story. */
const REJECTED_TO_PAUSE = 3

/** When a platform asks to wait and does not say how long. */
const RATE_LIMIT_WAIT_MS = 60_000

/** Whoever waits for its place in a long line would come a tenth too late else. */
const LONGEST_SPREAD_MS = 300

export interface Circumstances {
  /** End of the call, milliseconds since 1970. */
  readonly now: number
  /** From 0 to 1. */
  readonly random: number
  /** How long the platform recognises a repeat with the same key; 0 when it never does. */
  readonly repeatsAreRecognisedForMs: number
  /** Of some part of it nobody knows by now whether it arrived. */
  readonly hasDoubt: boolean
}

/** What follows from a call that ended with an error: try again when, give up, flag, or pause the destination or the account. */
export function judgeFailure(error: unknown, row: Outgoing, around: Circumstances): Outcome {
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
  // A fault of the message, not of the channel, and it says nothing about calls that failed otherwise, before or between.
  if (code === 'rejected')
    return {
      status: ended,
      reason,
      refusal: remedy ?? code,
      health: rejections < REJECTED_TO_PAUSE ? health : { ...health, state: 'paused' },
    }
  // An edit may be repeated: the same text in the same place.
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
  // A platform that answers 'slow down' is well.
  const after = code === 'rate-limited' ? {} : { health }
  return now - row.createdAt > GIVE_UP_MS
    ? { status: ended, reason, ...after }
    : { status: 'postponed', reason, retryAt, ...after }
}

/** A little more than asked: clocks differ, and all who were told to wait would come back at once. */
const spread = (waitMs: number, random: number): number =>
  Math.round(waitMs + Math.min(waitMs / 10, LONGEST_SPREAD_MS) * random)

/** An error that no adapter has translated says nothing about how far the call came. */
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
