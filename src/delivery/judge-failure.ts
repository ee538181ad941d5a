import { DeliveryError } from '../chat/delivery-error.ts'
import type { Outcome, Outgoing } from './outbox.ts'
import { hideSecrets } from '../text/hide-secrets.ts'
import { retryWait } from './retry-wait.ts'

/** A briefing that could not go out for so long is old news: its stories go into the next one. */
export const GIVE_UP_MS = 6 * 3_600_000

/** So many failures in a row and a destination counts as degraded. */
const DEGRADED_FROM = 3

/** So many payloads in a row that a platform refuses are no accident of one story. */
const REJECTED_TO_PAUSE = 3

/** When a platform asks to wait and does not say how long. */
const RATE_LIMIT_WAIT_MS = 60_000

export interface Circumstances {
  /** Begin and end of the call, milliseconds since 1970. */
  readonly triedAt: number
  readonly now: number
  /** From 0 to 1. */
  readonly random: number
  /** How long the platform recognises a repeat with the same key; 0 when it never does. */
  readonly repeatsAreRecognisedForMs: number
}

/** What follows from a call that ended with an error: try again when, give up, flag, or pause the destination. */
export function judgeFailure(error: unknown, row: Outgoing, around: Circumstances): Outcome {
  const { now, random } = around
  // It is logged, and people read it in `why` and in notices.
  const reason = hideSecrets(error instanceof Error ? error.message : String(error))
  const failures = row.failures + 1
  const { code, mayHaveArrived, retryAfterMs, remedy } = translated(error)
  const rejections = row.rejections + (code === 'rejected' ? 1 : 0)
  const state = failures < DEGRADED_FROM ? 'active' : 'degraded'
  const health = { state, failures, rejections, reason } as const
  // An edit may be repeated: the same text in the same place.
  const doubtfulSince =
    row.edits === null ? (row.doubtfulSince ?? (mayHaveArrived ? around.triedAt : null)) : null
  const ended = doubtfulSince === null ? 'failed' : 'uncertain'

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

  const retryAt =
    code === 'rate-limited'
      ? // A little more than asked: clocks differ, and all who were told to wait would come back at once.
        now + Math.round((retryAfterMs ?? RATE_LIMIT_WAIT_MS) * (1 + random / 10))
      : now + retryWait(row.attempts, doubtfulSince !== null, random)
  const isTooLate =
    doubtfulSince === null
      ? now - row.createdAt > GIVE_UP_MS
      : retryAt > doubtfulSince + around.repeatsAreRecognisedForMs
  // A platform that answers 'slow down' is well.
  const after = code === 'rate-limited' ? {} : { health }
  return isTooLate
    ? { status: ended, reason, ...after }
    : { status: 'postponed', reason, retryAt, mayHaveArrived: doubtfulSince !== null, ...after }
}

/** An error that no adapter has translated says nothing about how far the call came. */
function translated(
  error: unknown,
): Pick<DeliveryError, 'code' | 'mayHaveArrived' | 'retryAfterMs' | 'remedy'> {
  return error instanceof DeliveryError
    ? error
    : { code: 'unavailable', mayHaveArrived: true, retryAfterMs: null, remedy: null }
}
