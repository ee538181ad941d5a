import type { ParsedFeed } from './entry.ts'
import type { FailureKind, FeedState } from '../records/feed-state.ts'

/** Bounds of the time between two reads of a source, in milliseconds. */
export interface Pace {
  readonly floorMs: number
  readonly ceilingMs: number
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/**
 * News should arrive soon, and an unchanged feed costs a few hundred bytes. A publisher's wish for a longer
 * interval is granted up to an hour.
 */
export const DEFAULT_PACE: Pace = { floorMs: 5 * MINUTE, ceilingMs: 60 * MINUTE }

/** How many of the newest entries the rhythm is computed from. More would include last month's. */
const RECENT = 20

/**
 * Returns the dates of a feed's entries, in milliseconds since 1970. Dates in the future are mistakes and are
 * left out.
 */
export const datesOf = (feed: Pick<ParsedFeed, 'entries'>, now: number): number[] =>
  feed.entries
    .flatMap(({ publishedAt, updatedAt }) => publishedAt ?? updatedAt ?? [])
    .filter((date) => date <= now)

/** Returns the mean time between the newest entries, in milliseconds, or null if too few are dated. */
export function rhythmOf(feed: Pick<ParsedFeed, 'entries'>, now: number): number | null {
  const dates = datesOf(feed, now)
    .sort((a, b) => b - a)
    .slice(0, RECENT)
  const [newest, oldest] = [dates[0], dates.at(-1)]
  if (newest === undefined || oldest === undefined || dates.length < 3) return null
  return Math.max(MINUTE, (newest - oldest) / (dates.length - 1))
}

/**
 * Returns the rhythm by which to read a feed, in milliseconds. It slows down the longer the feed has no new
 * entry.
 */
export function slowedRhythm(
  rhythmMs: number | null,
  newestEntryAt: number | null,
  now: number,
): number | null {
  return rhythmMs === null ? null : Math.max(rhythmMs, (now - (newestEntryAt ?? now)) / RECENT)
}

/** The circumstances in which the next read is scheduled. */
export interface SchedulingContext {
  /** Milliseconds since 1970. */
  readonly now: number
  readonly pace: Pace
  /** A number from 0 to 1 that spreads reads over time. */
  readonly random: number
}

/** What the next read of a source depends on after a successful answer. */
export interface Answered
  extends SchedulingContext, Pick<FeedState, 'rhythmMs' | 'shown' | 'ttlMinutes' | 'skips'> {
  /** The `Cache-Control` header of the answer. */
  readonly cacheControl: string | undefined
  /** Whether a hub reliably delivers the feed's news. */
  readonly isPushed: boolean
}

/**
 * A pushed feed is polled only to check on its hub, but often enough for a briefing to count it as answered.
 */
const PUSHED_WAIT_MS = 90 * MINUTE

/**
 * Returns when to read a source again after a successful answer, in milliseconds since 1970. The wait is half
 * the feed's rhythm, or the publisher's `ttl` or `max-age` if longer. It is shortened so that no entry of a
 * short feed scrolls by unseen, and kept within the pace. In hours and days that the publisher says to skip,
 * the wait is the pace's ceiling. A pushed feed waits longer, but not so long that entries the hub missed
 * have scrolled by.
 */
export function nextReadAfterAnswer(answer: Answered): number {
  const { now, pace, rhythmMs } = answer
  const wished = Math.max((answer.ttlMinutes ?? 0) * MINUTE, maxAgeMs(answer.cacheControl))
  const window = rhythmMs !== null && answer.shown > 0 ? (rhythmMs * answer.shown) / 3 : Infinity
  const wait = Math.min(Math.max((rhythmMs ?? pace.ceilingMs) / 2, wished), window)
  const bounded = isSkipped(answer.skips, now)
    ? pace.ceilingMs
    : Math.min(Math.max(wait, pace.floorMs), pace.ceilingMs)
  const relaxed = answer.isPushed ? Math.max(bounded, Math.min(PUSHED_WAIT_MS, window)) : bounded
  return now + spread(relaxed, 0.1, answer.random)
}

/** Returns `max-age` in milliseconds; 0 if there is none. */
function maxAgeMs(cacheControl: string | undefined): number {
  const seconds = Number(/(?:^|[\s,])max-age\s*=\s*"?(\d{1,9})/i.exec(cacheControl ?? '')?.[1] ?? 0)
  return seconds * 1000
}

function isSkipped(skips: FeedState['skips'], now: number): boolean {
  if (!skips) return false
  const date = new Date(now)
  return skips.hours.includes(date.getUTCHours()) || skips.days.includes(date.getUTCDay())
}

/** What the next read of a source depends on after a failure. */
export interface Failed extends SchedulingContext {
  readonly kind: FailureKind
  /** Includes this failure. */
  readonly failuresInARow: number
  /** Time until which the server asked us to wait. */
  readonly notBefore: number | null
}

/** No source is given up: it is tried again about once a day, except after a 410. */
const LONGEST_FAILED_WAIT_MS = DAY
const FAILED_SPREAD = 0.2

/** Upper bound of all our waits: after failures, for `Retry-After`, and at any pace. */
export const LONGEST_WAIT_MS = LONGEST_FAILED_WAIT_MS * (1 + FAILED_SPREAD)

/** The wait after the second failure in a row, for kinds of failure that rarely pass by themselves. */
const STUBBORN_WAIT_MS: Partial<Record<FailureKind, number>> = {
  'not-found': HOUR,
  refused: HOUR,
  'bot-protection': HOUR,
  'forbidden-address': HOUR,
  'too-many-redirects': HOUR,
  'too-large': HOUR,
  'not-a-feed': HOUR,
  'parser-killed': HOUR,
}

/**
 * Returns when to read a source again after a failure. The wait doubles with every failure in a row, up to a
 * day, and never ends before the time that the server asked for. A source that is gone is not read again.
 */
export function nextReadAfterFailure(failed: Failed): number {
  if (failed.kind === 'gone') return NEVER
  const second = STUBBORN_WAIT_MS[failed.kind] ?? 2 * failed.pace.floorMs
  // The first failure of any kind is retried soon: a busy feed read an hour later has lost entries.
  const wait =
    failed.failuresInARow <= 1 ? failed.pace.floorMs : second * 2 ** Math.min(failed.failuresInARow - 2, 20)
  return Math.max(
    failed.now + spread(Math.min(wait, LONGEST_FAILED_WAIT_MS), FAILED_SPREAD, failed.random),
    failed.notBefore ?? 0,
  )
}

/** The largest time that a JavaScript `Date` can hold. */
const NEVER = 8.64e15

const spread = (wait: number, share: number, random: number): number =>
  Math.round(wait * (1 + share * (2 * random - 1)))

/**
 * Returns the time in a `Retry-After` header (seconds or a date), at most a day ahead. Returns null if the
 * header is missing or unreadable.
 */
export function retryAt(header: string | undefined, now: number): number | null {
  const text = header?.trim() ?? ''
  const at = /^\d{1,9}$/.test(text) ? now + Number(text) * 1000 : Date.parse(text)
  return Number.isNaN(at) || at <= now ? null : Math.min(at, now + LONGEST_FAILED_WAIT_MS)
}
