import { describe, expect, it } from 'vitest'
import { hasFutureTimes, withoutFuture } from '../../src/feeds/moved-clock.ts'
import { DEFAULT_PACE, nextReadAfterAnswer, nextReadAfterFailure } from '../../src/feeds/next-read.ts'
import { type FeedState, NEVER_READ } from '../../src/records/feed-state.ts'

const NOW = Date.parse('2026-03-10T12:00:00Z')
const SECOND = 1_000
const HOUR = 3_600 * SECOND
const DAY = 24 * HOUR

const read = (state: Partial<FeedState>): FeedState => ({ ...NEVER_READ, ...state })
const failed = { now: NOW, pace: DEFAULT_PACE, kind: 'not-found', failuresInARow: 20, random: 1 } as const

describe('isAhead', () => {
  it.each<[string, Partial<FeedState>, boolean]>([
    ['nobody has read yet', {}, false],
    ['was read just now', { lastTriedAt: NOW, lastSuccessAt: NOW, nextReadAt: NOW + HOUR }, false],
    ['was read before the clock was put right by some seconds', { lastSuccessAt: NOW + 20 * SECOND }, false],
    [
      'waits as long as failures can make it',
      { nextReadAt: nextReadAfterFailure({ ...failed, notBefore: null }) },
      false,
    ],
    [
      'waits as long as its server may ask',
      { nextReadAt: nextReadAfterFailure({ ...failed, notBefore: NOW + DAY }) },
      false,
    ],
    [
      'waits as long as a hub can make it',
      {
        nextReadAt: nextReadAfterAnswer({
          now: NOW,
          pace: DEFAULT_PACE,
          rhythmMs: null,
          shown: 20,
          ttlMinutes: 9_999,
          skips: null,
          cacheControl: 'max-age=999999',
          isPushed: true,
          random: 1,
        }),
      },
      false,
    ],
    ['waits longer than anything can make it', { nextReadAt: NOW + 30 * HOUR }, true],
    ['answered at a time still to come', { lastSuccessAt: NOW + 2 * HOUR, nextReadAt: NOW }, true],
    ['was asked at a time still to come', { lastTriedAt: NOW + 2 * HOUR, nextReadAt: NOW }, true],
    ['is gone, and never read again', { gone: true, nextReadAt: 8.64e15, lastSuccessAt: NOW + DAY }, false],
  ])('says of a source that %s: %j %s', (_what, state, ahead) => {
    expect(hasFutureTimes(read(state), NOW)).toBe(ahead)
  })
})

describe('withoutFuture', () => {
  it('forgets what cannot have happened yet, and keeps all else', () => {
    const failure = { kind: 'timeout', text: 'late' } as const
    const state = read({
      etag: '"1"',
      newestEntryAt: NOW + HOUR,
      lastNewAt: NOW - HOUR,
      lastTriedAt: NOW + DAY,
      lastSuccessAt: NOW + DAY,
      nextReadAt: NOW + 40 * DAY,
      lastFailure: { ...failure, at: NOW + DAY },
      failures: [
        { day: Math.floor(NOW / DAY), times: { timeout: 1 } },
        { day: Math.floor(NOW / DAY) + 1, times: { timeout: 1 } },
      ],
    })
    expect(withoutFuture(state, NOW)).toEqual({
      ...state,
      etag: null,
      newestEntryAt: null,
      lastTriedAt: null,
      lastSuccessAt: null,
      nextReadAt: NOW,
      lastFailure: { ...failure, at: NOW },
      failures: [{ day: Math.floor(NOW / DAY), times: { timeout: 1 } }],
    })
  })

  it('leaves a state that lies in the past as it is', () => {
    const state = read({ lastTriedAt: NOW - HOUR, lastSuccessAt: NOW - HOUR, nextReadAt: NOW + HOUR })
    expect(withoutFuture(state, NOW)).toBe(state)
  })

  it('asks a hub anew that was asked at a time still to come', () => {
    const push = {
      hub: 'https://hub.example/',
      topic: 't',
      callback: 'c',
      secret: 's',
      status: 'active',
      askedAt: NOW + DAY,
      askAt: NOW + 5 * DAY,
      inVain: 0,
      leaseUntil: NOW + 9 * DAY,
      deliveredAt: NOW + DAY,
      forged: 0,
      missed: 0,
    } as const
    expect(withoutFuture(read({ push, lastTriedAt: NOW + DAY }), NOW).push).toEqual({
      ...push,
      askedAt: NOW,
      askAt: NOW,
      leaseUntil: null,
      deliveredAt: null,
    })
  })
})
