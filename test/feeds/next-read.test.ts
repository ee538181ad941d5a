import { describe, expect, it } from 'vitest'
import {
  DEFAULT_PACE,
  nextReadAfterAnswer,
  nextReadAfterFailure,
  retryAt,
  rhythmOf,
  slowedRhythm,
  type Answered,
} from '../../src/feeds/next-read.ts'

const NOW = Date.parse('2026-03-10T12:00:00Z')
const MINUTE = 60_000
const HOUR = 60 * MINUTE

const minutes = (answer: Partial<Answered>): number =>
  (nextReadAfterAnswer({
    now: NOW,
    pace: DEFAULT_PACE,
    rhythmMs: null,
    shown: 20,
    ttlMinutes: null,
    skips: null,
    cacheControl: undefined,
    isPushed: false,
    random: 0.5,
    ...answer,
  }) -
    NOW) /
  MINUTE

describe('nextReadAfterAnswer', () => {
  it.each<[string, Partial<Answered>, number]>([
    ['half the rhythm of the feed', { rhythmMs: 40 * MINUTE }, 20],
    ['an hour for a feed without a rhythm', {}, 30],
    ['not less than five minutes for a wire', { rhythmMs: MINUTE }, 5],
    ['not more than an hour for a monthly', { rhythmMs: 30 * 24 * HOUR }, 60],
    ['as long as ttl asks', { rhythmMs: 20 * MINUTE, ttlMinutes: 45 }, 45],
    ['as long as max-age asks', { rhythmMs: 20 * MINUTE, cacheControl: 'public, max-age=1800' }, 30],
    ['an hour where ttl asks for a day', { rhythmMs: 20 * MINUTE, ttlMinutes: 1440 }, 60],
    [
      'before the entries of a short feed have scrolled by, whatever ttl asks',
      { rhythmMs: 3 * MINUTE, shown: 10, ttlMinutes: 60 },
      10,
    ],
    ['an hour in an hour of rest', { rhythmMs: 20 * MINUTE, skips: { hours: [12], days: [] } }, 60],
    ['an hour on a day of rest', { rhythmMs: 20 * MINUTE, skips: { hours: [], days: [2] } }, 60],
    ['as usual outside them', { rhythmMs: 20 * MINUTE, skips: { hours: [11], days: [3] } }, 10],
    ['a little sooner or later each time', { rhythmMs: 40 * MINUTE, random: 1 }, 22],
  ])('waits %s', (_rule, answer, expected) => {
    expect(minutes(answer)).toBe(expected)
  })
})

const wait = (
  failuresInARow: number,
  kind: Parameters<typeof nextReadAfterFailure>[0]['kind'] = 'timeout',
  notBefore: number | null = null,
): number =>
  nextReadAfterFailure({ now: NOW, pace: DEFAULT_PACE, kind, failuresInARow, notBefore, random: 0.5 }) - NOW

describe('nextReadAfterFailure', () => {
  it('doubles the wait up to a day', () => {
    expect([1, 2, 3, 8, 9, 10, 1000].map((count) => wait(count) / MINUTE)).toEqual([
      5, 10, 20, 640, 1280, 1440, 1440,
    ])
  })

  it('waits an hour from the second time on where the fault will hardly pass by itself', () => {
    expect([1, 2, 3].map((count) => wait(count, 'not-found'))).toEqual([5 * MINUTE, HOUR, 2 * HOUR])
  })

  it('never comes before the server said', () => {
    expect(wait(1, 'rate-limited', NOW + 3 * HOUR)).toBe(3 * HOUR)
    expect(wait(5, 'rate-limited', NOW + MINUTE)).toBe(80 * MINUTE)
  })
})

describe('retryAt', () => {
  it.each([
    ['120', NOW + 2 * MINUTE],
    ['Tue, 10 Mar 2026 13:00:00 GMT', NOW + HOUR],
    ['99999999', NOW + 24 * HOUR],
    ['Tue, 10 Mar 2026 11:00:00 GMT', null],
    ['soon', null],
    ['-5', null],
    ['', null],
    [undefined, null],
  ])('reads %s', (header, expected) => {
    expect(retryAt(header, NOW)).toBe(expected)
  })
})

const feedAt = (...hoursAgo: number[]): Parameters<typeof rhythmOf>[0] => ({
  entries: hoursAgo.map((hours) => ({
    guid: null,
    link: null,
    title: '',
    summary: null,
    content: null,
    author: null,
    updatedAt: null,
    text: '',
    publishedAt: NOW - hours * HOUR,
  })),
})

describe('rhythmOf', () => {
  it('is the mean time between entries, however long ago they were', () => {
    expect(rhythmOf(feedAt(0, 1, 2, 3), NOW)).toBe(HOUR)
    expect(rhythmOf(feedAt(8000, 8002, 8004), NOW)).toBe(2 * HOUR)
  })

  it('looks at the newest entries only, and not at dates to come', () => {
    expect(rhythmOf(feedAt(-5, ...Array.from({ length: 20 }, (_, index) => index + 1), 5000), NOW)).toBe(HOUR)
  })

  it('is unknown with fewer than three dates', () => {
    expect(rhythmOf(feedAt(1, 2), NOW)).toBeNull()
  })
})

describe('slowedRhythm', () => {
  it('is the rhythm while a feed keeps it, and longer the longer it is quiet', () => {
    expect(slowedRhythm(HOUR, NOW - 5 * HOUR, NOW)).toBe(HOUR)
    expect(slowedRhythm(HOUR, NOW - 100 * HOUR, NOW)).toBe(5 * HOUR)
    expect(slowedRhythm(null, NOW, NOW)).toBeNull()
  })
})
