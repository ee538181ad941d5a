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

/** News is wanted soon, and an unchanged feed costs a few hundred bytes; a wish of the publisher within the hour is granted. */
export const DEFAULT_PACE: Pace = { floorMs: 5 * MINUTE, ceilingMs: 60 * MINUTE }

/** Entries looked at for the rhythm: more would remember last month. */
const RECENT = 20

/** When its entries are from, in milliseconds since 1970. Dates to come are mistakes and count for nothing. */
export const datesOf = (feed: Pick<ParsedFeed, 'entries'>, now: number): number[] =>
  feed.entries
    .flatMap(({ publishedAt, updatedAt }) => publishedAt ?? updatedAt ?? [])
    .filter((date) => date <= now)

/** Mean time between two of the newest entries, in milliseconds. Null when too few are dated. */
export function rhythmOf(feed: Pick<ParsedFeed, 'entries'>, now: number): number | null {
  const dates = datesOf(feed, now)
    .sort((a, b) => b - a)
    .slice(0, RECENT)
  const [newest, oldest] = [dates[0], dates.at(-1)]
  if (newest === undefined || oldest === undefined || dates.length < 3) return null
  return Math.max(MINUTE, (newest - oldest) / (dates.length - 1))
}

/** The rhythm to read a feed by whose newest entry is from then: it slows down as the feed falls quiet. Milliseconds. */
export function slowedRhythm(
  rhythmMs: number | null,
  newestEntryAt: number | null,
  now: number,
): number | null {
  return rhythmMs === null ? null : Math.max(rhythmMs, (now - (newestEntryAt ?? now)) / RECENT)
}

/** When and how the next read is chosen. */
export interface Circumstances {
  /** Milliseconds since 1970. */
  readonly now: number
  readonly pace: Pace
  /** From 0 to 1, spreads reads. */
  readonly random: number
}

/** What decides on the next read of a source that answered. */
export interface Answered
  extends Circumstances, Pick<FeedState, 'rhythmMs' | 'shown' | 'ttlMinutes' | 'skips'> {
  /** `Cache-Control` of the answer. */
  readonly cacheControl: string | undefined
  /** A hub delivers its news, and does so reliably. */
  readonly isPushed: boolean
}

/** A feed that is pushed is read only to see whether the hub keeps its word, and still often enough for a briefing to call it answered. */
const PUSHED_WAIT_MS = 90 * MINUTE

/**
 * When to read a source again. Half its rhythm, not before the publisher's `ttl` and `max-age`; but early enough to see every entry of a feed that shows few,
 * and within the pace. In hours and days the publisher says to skip: at the slowest pace. One that a hub pushes: later than that, but not so late that entries
 * which the hub forgot have scrolled by.
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

/** Milliseconds of `max-age`; 0 when there is none. */
function maxAgeMs(cacheControl: string | undefined): number {
  const seconds = Number(/(?:^|[\s,])max-age\s*=\s*"?(\d{1,9})/i.exec(cacheControl ?? '')?.[1] ?? 0)
  return seconds * 1000
}

function isSkipped(skips: FeedState['skips'], now: number): boolean {
  if (!skips) return false
  const date = new Date(now)
  return skips.hours.includes(date.getUTCHours()) || skips.days.includes(date.getUTCDay())
}

/** What decides on the next read of a source that failed. */
export interface Failed extends Circumstances {
  readonly kind: FailureKind
  /** With this one. */
  readonly failuresInARow: number
  /** Until when the server asked us to wait. */
  readonly notBefore: number | null
}

/** No source is given up: about once a day it is tried again, except after a 410. */
const LONGEST_FAILED_WAIT_MS = DAY
const FAILED_SPREAD = 0.2

/** No wait of ours is longer: after failures, as a server asks for it, or at any pace. */
export const LONGEST_WAIT_MS = LONGEST_FAILED_WAIT_MS * (1 + FAILED_SPREAD)

/** The wait after the second failure in a row of a kind that rarely passes by itself. */
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

/** Doubles with every failure in a row, up to a day; never before the server said. A source that is gone is not read again. */
export function nextReadAfterFailure(failed: Failed): number {
  if (failed.kind === 'gone') return NEVER
  const second = STUBBORN_WAIT_MS[failed.kind] ?? 2 * failed.pace.floorMs
  // Once is a hiccup, whatever it says: a busy feed read an hour later has lost entries.
  const wait =
    failed.failuresInARow <= 1 ? failed.pace.floorMs : second * 2 ** Math.min(failed.failuresInARow - 2, 20)
  return Math.max(
    failed.now + spread(Math.min(wait, LONGEST_FAILED_WAIT_MS), FAILED_SPREAD, failed.random),
    failed.notBefore ?? 0,
  )
}

/** The last day JavaScript knows. */
const NEVER = 8.64e15

const spread = (wait: number, share: number, random: number): number =>
  Math.round(wait * (1 + share * (2 * random - 1)))

/** Reads `Retry-After`, seconds or a date; a day at most. Null when there is none or it is unreadable. */
export function retryAt(header: string | undefined, now: number): number | null {
  const text = header?.trim() ?? ''
  const at = /^\d{1,9}$/.test(text) ? now + Number(text) * 1000 : Date.parse(text)
  return Number.isNaN(at) || at <= now ? null : Math.min(at, now + LONGEST_FAILED_WAIT_MS)
}
