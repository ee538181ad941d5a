import { describe, expect, it } from 'vitest'
import { afterRead } from '../../../src/feeds/websub/hub-trust.ts'
import type { Push } from '../../../src/records/feed-state.ts'

const NOW = Date.parse('2026-03-10T12:00:00Z')
const MINUTE = 60_000
const ago = (minutes: number): number => NOW - minutes * MINUTE

const push: Push = {
  hub: 'https://hub.example/',
  topic: 'https://gazette.example/feed',
  callback: 'https://news.example/hubs/x',
  secret: 'kept',
  status: 'active',
  askedAt: ago(6000),
  askAt: NOW + 6000 * MINUTE,
  inVain: 0,
  leaseUntil: NOW + 9000 * MINUTE,
  deliveredAt: ago(200),
  forged: 0,
  missed: 0,
}

/** Returns the number of misses after a read whose newest entry is this many minutes old. */
const missed = (
  newest: number,
  { before = 200, rhythm = 60, ...changes }: Partial<Push> & { before?: number; rhythm?: number } = {},
): number =>
  afterRead(
    { ...push, ...changes },
    { newestEntryAt: ago(before) },
    { newestEntryAt: ago(newest), rhythmMs: rhythm * MINUTE },
    NOW,
  ).missed

describe('afterRead', () => {
  it.each<[string, number, number]>([
    ['nothing where nothing is new', missed(200), 0],
    ['news that came half an hour ago', missed(30), 1],
    ['nothing where the only news may be on its way', missed(3, { before: 60, deliveredAt: ago(60) }), 0],
    ['a wire whose newest is always fresh', missed(1, { rhythm: 3 }), 1],
    ['nothing that is older than the last delivery', missed(30, { deliveredAt: ago(20) }), 0],
    ['nothing that is older than the subscription', missed(30, { askedAt: ago(20) }), 0],
    ['nothing of a hub that has not come back', missed(30, { status: 'asked' }), 0],
  ])('counts %s', (_what, counted, expected) => {
    expect(counted).toBe(expected)
  })

  it('has the hub asked anew at the second miss, once', () => {
    const read = (at: Push): Push =>
      afterRead(at, { newestEntryAt: ago(200) }, { newestEntryAt: ago(30), rhythmMs: null }, NOW)
    const [first, second] = [read(push), read(read(push))]
    expect([first.askAt, second.askAt]).toEqual([push.askAt, NOW])
    expect(read({ ...second, askAt: NOW + MINUTE }).askAt).toBe(NOW + MINUTE)
  })
})
