import type { Failure, FailureKind, FeedState } from '../records/feed-state.ts'
import type { ParsedFeed } from './entry.ts'
import type { Fault } from './explain-fetch-error.ts'
import type { Fetched } from './fetch-feed.ts'
import {
  datesOf,
  nextReadAfterAnswer,
  nextReadAfterFailure,
  rhythmOf,
  slowedRhythm,
  type SchedulingContext,
} from './next-read.ts'
import { KILLS_TO_PAUSE, noteFailure } from './source-health.ts'
import { hubOf } from './websub/hub-of.ts'
import { isTrusted } from './websub/hub-trust.ts'

/** A successful answer: a body or "not modified". */
type Answer = Exclude<Fetched, { status: 'failed' }>

/**
 * How often in a row the same permanent redirect must come before we follow it for good. Servers under repair
 * redirect everything somewhere.
 */
const REDIRECTS_TO_BELIEVE = 3

/** Returns the state of a source whose feed has not changed. */
export function afterUnchanged(state: FeedState, answer: Answer, given: SchedulingContext): FeedState {
  const updated = afterAnswer(state, answer, given.now)
  return { ...updated, nextReadAt: nextRead(updated, answer, given) }
}

/** Returns the state of a source after its feed was parsed. */
export function afterNew(
  state: FeedState,
  answer: Extract<Answer, { status: 'ok' }>,
  { bodyHash, feed }: { readonly bodyHash: string; readonly feed: ParsedFeed },
  given: SchedulingContext,
): FeedState {
  const shown = feed.entries.length
  const undated = feed.entries.filter(
    ({ publishedAt, updatedAt }) => publishedAt === null && updatedAt === null,
  )
  const updated: FeedState = {
    ...afterAnswer(state, answer, given.now),
    bodyHash,
    // What is cut off may have been cut on its way: the whole is asked for again.
    ...(feed.cut === true && { etag: null, lastModified: null }),
    newestEntryAt: newestOf(state, feed, given.now),
    rhythmMs: rhythmOf(feed, given.now),
    shown,
    ttlMinutes: feed.ttlMinutes,
    skips: feed.skips,
    lost: feed.lost,
    truncated: feed.truncated,
    hub: hubOf(answer.headers['link'], feed, answer.url),
    undatedShare: shown === 0 ? null : undated.length / shown,
  }
  return { ...updated, nextReadAt: nextRead(updated, answer, given) }
}

/**
 * Returns the state of a source whose hub delivered `feed`. A delivery may hold only new entries, so nothing
 * else is learnt from it, and the time of the next poll stays.
 */
export function afterDelivery(state: FeedState, feed: ParsedFeed, now: number): FeedState {
  return { ...state, lastTriedAt: now, lastSuccessAt: now, newestEntryAt: newestOf(state, feed, now) }
}

const newestOf = (state: FeedState, feed: ParsedFeed, now: number): number | null =>
  datesOf(feed, now).reduce<number | null>((newest, date) => Math.max(newest ?? 0, date), state.newestEntryAt)

/**
 * Updates what every successful answer tells. A 304 may omit the validators, which means that they stay
 * valid.
 */
function afterAnswer(state: FeedState, answer: Answer, now: number): FeedState {
  const isFresh = answer.status === 'ok'
  const to = answer.movedTo
  const times = to === state.redirect?.to ? state.redirect.times + 1 : 1
  const redirect = to === null ? null : { to, times }
  return {
    ...state,
    etag: answer.headers['etag'] ?? (isFresh ? null : state.etag),
    lastModified: answer.headers['last-modified'] ?? (isFresh ? null : state.lastModified),
    lastTriedAt: now,
    lastSuccessAt: now,
    failuresInARow: 0,
    lastFailure: null,
    kills: 0,
    redirect,
    movedTo: redirect && redirect.times >= REDIRECTS_TO_BELIEVE ? redirect.to : state.movedTo,
  }
}

const nextRead = (state: FeedState, answer: Answer, given: SchedulingContext): number =>
  nextReadAfterAnswer({
    ...state,
    ...given,
    rhythmMs: slowedRhythm(state.rhythmMs, state.newestEntryAt, given.now),
    cacheControl: answer.headers['cache-control'],
    isPushed: isTrusted(state.push, given.now),
  })

/**
 * Returns the failure and the state after a read that failed. `notBefore` is when the server wants to be
 * asked again, in milliseconds since 1970.
 */
export function afterFailure(
  state: FeedState,
  { kind, text }: Fault,
  notBefore: number | null,
  given: SchedulingContext,
): { readonly failure: Failure; readonly state: FeedState } {
  const { now } = given
  const failure = { kind, text, at: now }
  const failuresInARow = state.failuresInARow + 1
  // The redirect that we followed may have been a mistake, so the configured address is used again.
  const wasAstray = state.movedTo !== null && LASTING.has(kind)
  const tried = { ...given, kind: wasAstray ? 'server-error' : kind, failuresInARow, notBefore }
  return {
    failure,
    state: {
      ...state,
      lastTriedAt: now,
      lastFailure: failure,
      failuresInARow,
      failures: noteFailure(state.failures, kind, now),
      gone: kind === 'gone' && !wasAstray,
      movedTo: wasAstray ? null : state.movedTo,
      redirect: null,
      nextReadAt: state.kills >= KILLS_TO_PAUSE ? now + DAY : nextReadAfterFailure(tried),
    },
  }
}

const DAY = 86_400_000

/** Failures that point to a wrong address rather than a temporary fault. */
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
