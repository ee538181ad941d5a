import type { Failure, FailureKind, FeedState } from '../records/feed-state.ts'
import { noteFailure } from './failure-log.ts'
import { nextReadAfterFailure, type Pace } from './next-read.ts'
import type { ReadOutcome } from './read-outcome.ts'
import { KILLS_TO_PAUSE } from './source-health.ts'

/** A kind for programs and a sentence for people. */
export type Fault = Pick<Failure, 'kind' | 'text'>

const DAY = 86_400_000

/** The outcome of a read that failed. `notBefore` is when the server wants to be asked again; times are milliseconds since 1970. */
export function afterFailure(
  state: FeedState,
  fault: Fault,
  given: {
    readonly now: number
    readonly pace: Pace
    readonly random: number
    readonly notBefore: number | null
  },
): ReadOutcome {
  const { now, pace, random, notBefore } = given
  const failure = { kind: fault.kind, text: fault.text, at: now }
  const failuresInARow = state.failuresInARow + 1
  const isKiller = state.kills >= KILLS_TO_PAUSE
  // A move that was believed may have been a mistake: then the address that people wrote counts again.
  const wasAstray = state.movedTo !== null && LASTING.has(fault.kind)
  return {
    status: 'failed',
    failure,
    state: {
      ...state,
      lastTriedAt: now,
      lastFailure: failure,
      failuresInARow,
      failures: noteFailure(state.failures, fault.kind, now),
      gone: fault.kind === 'gone' && !wasAstray,
      movedTo: wasAstray ? null : state.movedTo,
      redirect: null,
      nextReadAt: isKiller
        ? now + DAY
        : nextReadAfterFailure({
            now,
            pace,
            kind: wasAstray ? 'server-error' : fault.kind,
            failuresInARow,
            notBefore,
            random,
          }),
    },
  }
}

/** Failures that speak against the address, not only against the hour. */
const LASTING: ReadonlySet<FailureKind> = new Set([
  'gone',
  'not-found',
  'refused',
  'bot-protection',
  'not-a-feed',
  'forbidden-address',
  'too-many-redirects',
  'unreachable',
])
