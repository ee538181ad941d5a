import type { ParsedFeed } from './entry.ts'
import type { Fetched } from './fetch-feed.ts'
import { nextReadAfterAnswer, rhythmOf, slowedRhythm, type Pace } from './next-read.ts'
import type { FeedState } from '../records/feed-state.ts'
import { hubOf } from './websub/hub-of.ts'
import { isTrusted } from './websub/is-trusted.ts'

/** A server's good answer: a body or "not modified". */
export type Answer = Exclude<Fetched, { status: 'failed' }>

export interface AnswerCircumstances {
  /** Milliseconds since 1970. */
  readonly now: number
  readonly pace: Pace
  /** From 0 to 1. */
  readonly random: number
}

/** So often in a row must the same permanent redirect come before it is believed: servers under repair redirect everything somewhere. */
const REDIRECTS_TO_BELIEVE = 3

/** The state of a source whose feed is as it was. */
export function afterUnchanged(state: FeedState, answer: Answer, given: AnswerCircumstances): FeedState {
  const learnt = answered(state, answer, given.now)
  return { ...learnt, nextReadAt: nextRead(learnt, answer, given) }
}

/** The state of a source whose feed was read anew. */
export function afterNew(
  state: FeedState,
  answer: Extract<Answer, { status: 'ok' }>,
  { bodyHash, feed }: { readonly bodyHash: string; readonly feed: ParsedFeed },
  given: AnswerCircumstances,
): FeedState {
  const dates = feed.entries.map(({ publishedAt, updatedAt }) => publishedAt ?? updatedAt)
  const learnt: FeedState = {
    ...answered(state, answer, given.now),
    bodyHash,
    newestEntryAt: newestOf(state, feed, given.now),
    rhythmMs: rhythmOf(feed, given.now),
    shown: feed.entries.length,
    ttlMinutes: feed.ttlMinutes,
    skips: feed.skips,
    lost: feed.lost,
    truncated: feed.truncated,
    hub: hubOf(answer.headers['link'], feed, answer.url),
    undatedShare: dates.length === 0 ? null : dates.filter((date) => date === null).length / dates.length,
  }
  return { ...learnt, nextReadAt: nextRead(learnt, answer, given) }
}

/**
 * The state of a source whose hub delivered `feed`. A delivery may hold the new entries only, so that nothing else is learnt from it, and polling keeps its time.
 */
export function afterDelivery(state: FeedState, feed: ParsedFeed, now: number): FeedState {
  return { ...state, lastTriedAt: now, lastSuccessAt: now, newestEntryAt: newestOf(state, feed, now) }
}

/** Dates to come are mistakes and count for nothing. */
const newestOf = (state: FeedState, feed: ParsedFeed, now: number): number | null =>
  feed.entries
    .flatMap(({ publishedAt, updatedAt }) => publishedAt ?? updatedAt ?? [])
    .filter((date) => date <= now)
    .reduce<number | null>((newest, date) => Math.max(newest ?? 0, date), state.newestEntryAt)

/** What every good answer teaches. A 304 may leave validators out, which means that they stay. */
function answered(state: FeedState, answer: Answer, now: number): FeedState {
  const isFresh = answer.status === 'ok'
  const redirect =
    answer.movedTo === null
      ? null
      : {
          to: answer.movedTo,
          times: answer.movedTo === state.redirect?.to ? state.redirect.times + 1 : 1,
        }
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

const nextRead = (state: FeedState, answer: Answer, { now, pace, random }: AnswerCircumstances): number =>
  nextReadAfterAnswer({
    now,
    pace,
    random,
    rhythmMs: slowedRhythm(state.rhythmMs, state.newestEntryAt, now),
    shown: state.shown,
    ttlMinutes: state.ttlMinutes,
    skips: state.skips,
    cacheControl: answer.headers['cache-control'],
    isPushed: isTrusted(state.push, now),
  })
