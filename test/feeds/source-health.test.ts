import { describe, expect, it } from 'vitest'
import { type FeedState, NEVER_READ } from '../../src/records/feed-state.ts'
import type { HealthState } from '../../src/records/source.ts'
import { healthOf, noteFailure } from '../../src/feeds/source-health.ts'

const NOW = Date.parse('2026-03-10T12:00:00Z')
const HOUR = 3_600_000
const DAY = 24 * HOUR

const wellRead: FeedState = {
  ...NEVER_READ,
  lastTriedAt: NOW,
  lastSuccessAt: NOW,
  newestEntryAt: NOW - HOUR,
  rhythmMs: HOUR,
  shown: 20,
}
const fault = { kind: 'server-error', text: 'The server has a fault (500).', at: NOW } as const
const waits = { kind: 'rate-limited', text: 'outlet.example asked us to wait.', at: NOW } as const

describe('healthOf', () => {
  it.each<[HealthState, string, Partial<FeedState>, string]>([
    ['unread', 'was never tried', { ...NEVER_READ }, ''],
    ['active', 'answers and has news', {}, ''],
    ['active', 'failed once', { failuresInARow: 1, lastFailure: fault }, ''],
    [
      'failing',
      'failed three times in a row',
      { failuresInARow: 3, lastFailure: fault },
      '(500). Failed 3 times',
    ],
    [
      'failing',
      'never answered',
      { failuresInARow: 1, lastFailure: fault, lastSuccessAt: null, newestEntryAt: null },
      '(500)',
    ],
    ['silent', 'is a wire without news for four days', { newestEntryAt: NOW - 4 * DAY }, '4 days old'],
    [
      'active',
      'is a monthly without news for a hundred days',
      { newestEntryAt: NOW - 100 * DAY, rhythmMs: 30 * DAY },
      '',
    ],
    [
      'silent',
      'is a monthly without news for a year',
      { newestEntryAt: NOW - 365 * DAY, rhythmMs: 30 * DAY },
      '365 days old',
    ],
    [
      'silent',
      'is a feed in which there never was an entry',
      { shown: 0, newestEntryAt: null, rhythmMs: null },
      'never held an entry',
    ],
    ['active', 'holds no entry now but had one an hour ago', { shown: 0, rhythmMs: null }, ''],
    ['moved', 'is read elsewhere', { movedTo: 'https://new.example/feed' }, 'https://new.example/feed'],
    ['gone', 'answered 410', { gone: true }, 'gone for good'],
    ['paused', 'stopped the parser twice', { kills: 2 }, 'once a day'],
    [
      'silent',
      'gives no dates and had nothing new for nine days',
      { undatedShare: 1, newestEntryAt: null, lastNewAt: NOW - 9 * DAY, rhythmMs: null },
      '9 days old',
    ],
    [
      'active',
      'gives no dates and had something new a week ago',
      { undatedShare: 1, newestEntryAt: null, lastNewAt: NOW - 7 * DAY, rhythmMs: null },
      'no date',
    ],
    [
      'active',
      'writes in another language than it is said to',
      { writtenIn: Array.from({ length: 20 }, () => 'fa') },
      'another language (fa)',
    ],
    [
      'active',
      'is too long to be read completely',
      { shown: 2000, truncated: true },
      '2000 entries are read',
    ],
    ['active', 'holds an empty entry among many', { shown: 20, lost: 1 }, ''],
    ['active', 'holds many empty entries', { shown: 20, lost: 9 }, '9 entries'],
    [
      'unread',
      'was never asked since its host wants a rest',
      { ...NEVER_READ, lastFailure: waits, nextReadAt: NOW + HOUR },
      'outlet.example asked us to wait. Not asked before 2026-03-10T13:00:00.000Z.',
    ],
    ['active', 'gives no dates', { undatedShare: 1, newestEntryAt: null }, 'no date'],
  ])('calls a source %s that %s', (state, _what, changes, remark) => {
    const health = healthOf(
      { feed: 'https://outlet.example/feed', language: 'en' },
      { ...wellRead, ...changes },
      NOW,
    )
    expect(health.state).toBe(state)
    expect(health.remark ?? '').toContain(remark)
    expect(health.remark === null).toBe(remark === '')
  })

  it('tells a silence by the rhythm of the source itself', () => {
    const { finding } = healthOf(
      { feed: 'https://outlet.example/feed', language: 'en' },
      { ...wellRead, newestEntryAt: NOW - 4 * DAY },
      NOW,
    )
    expect(finding).toEqual({ kind: 'silent', days: 4, rhythmMs: HOUR })
  })

  it('counts what failed of late, also of a source that is well', () => {
    const failures = noteFailure(noteFailure([], 'bot-protection', NOW - DAY), 'timeout', NOW - 40 * DAY)
    expect(
      healthOf({ feed: 'https://outlet.example/feed', language: 'en' }, { ...wellRead, failures }, NOW),
    ).toMatchObject({ state: 'active', failures: [{ kind: 'bot-protection', times: 1 }] })
  })
})
